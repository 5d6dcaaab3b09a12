import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HuiyinError } from '@huiyin/client';
import { Alert, Button, Form, Input } from 'antd';
import { ask, huiyin } from '../api/client';
import { useProblem } from '../api/problem';
import { language, setLanguage } from '../i18n/i18n';
import { texts } from '../i18n/texts';
import mark from './icon.svg';
import { meQuery } from './session';

const useTexts = texts('sign-in', {
  zh: {
    title: '回音',
    subtitle: '客户的每一句话，都有回音',
    username: '用户名',
    password: '密码',
    submit: '登录',
    provider: '用统一身份登录',
    wrong: '用户名或密码不对，请再试一次。',
    first: '首次启动的管理员账号写在数据目录的 credentials.json 中。',
    other: 'English',
  },
  en: {
    title: 'Huiyin',
    subtitle: 'Every voice gets an answer',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    provider: 'Sign in with your organisation',
    wrong: 'The user name or the password is wrong; try once more.',
    first: 'The administrator of the first start is written in credentials.json in the data directory.',
    other: '中文',
  },
});

/** For whoever is not signed in. */
export function SignIn() {
  const t = useTexts();
  const problem = useProblem();
  const client = useQueryClient();
  const ways = useQuery(ask('/api/v1/session/ways'));
  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string }) => huiyin.post('/api/v1/session', { body }),
    onSuccess: ({ me }) => client.setQueryData(meQuery.queryKey, me),
  });
  const wrong = signIn.error instanceof HuiyinError && signIn.error.status === 401;
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <img src={mark} alt="" width={48} height={48} />
        <h1>{t('title')}</h1>
        <p className="faint">{t('subtitle')}</p>
        {signIn.error && <Alert type="error" showIcon title={wrong ? t('wrong') : problem(signIn.error)} />}
        {ways.data?.password !== false && (
          <Form layout="vertical" requiredMark={false} onFinish={signIn.mutate} disabled={signIn.isPending}>
            <Form.Item name="username" label={t('username')} rules={[{ required: true, message: '' }]}>
              <Input autoFocus autoComplete="username" size="large" />
            </Form.Item>
            <Form.Item name="password" label={t('password')} rules={[{ required: true, message: '' }]}>
              <Input.Password autoComplete="current-password" size="large" />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
              {t('submit')}
            </Button>
          </Form>
        )}
        {ways.data?.oidc && (
          <Button block size="large" href="/api/v1/session/oidc?returnTo=/console/">
            {t('provider')}
          </Button>
        )}
        <p className="faint small">{t('first')}</p>
        <Button type="link" onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}>
          {t('other')}
        </Button>
      </section>
    </main>
  );
}
