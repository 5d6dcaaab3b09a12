import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { huiyin } from '../api/client';
import { useProblem } from '../api/problem';
import { texts } from '../i18n/texts';
import { meQuery } from './session';

const useTexts = texts('new-password', {
  zh: {
    title: '请先设置新密码',
    why: '当前密码由管理员代设，只用一次。',
    current: '当前密码',
    next: '新密码（至少 12 位）',
    save: '保存并进入',
  },
  en: {
    title: 'Please choose a new password first',
    why: 'Somebody else made the present one; it is good for this once.',
    current: 'Present password',
    next: 'New password (12 characters or more)',
    save: 'Save and go on',
  },
});

/** The only thing that somebody may do whose password was made by somebody else. */
export function NewPassword() {
  const t = useTexts();
  const problem = useProblem();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { current: string; password: string }) => huiyin.post('/api/v1/me/password', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{t('title')}</h1>
        <p className="faint">{t('why')}</p>
        {change.error && <Alert type="error" showIcon title={problem(change.error)} />}
        <Form layout="vertical" requiredMark={false} onFinish={change.mutate} disabled={change.isPending}>
          <Form.Item name="current" label={t('current')} rules={[{ required: true, message: '' }]}>
            <Input.Password autoFocus autoComplete="current-password" size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('next')} rules={[{ required: true, min: 12, message: t('next') }]}>
            <Input.Password autoComplete="new-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
            {t('save')}
          </Button>
        </Form>
      </section>
    </main>
  );
}
