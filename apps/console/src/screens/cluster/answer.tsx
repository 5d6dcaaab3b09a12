import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { refreshClusters } from '../../parts/cluster-edits';
import { Preview, usePreview } from './preview';
import type { Cluster } from './cluster';
import { useAnswerTexts } from './answer-texts';

const ACTIONS = ['fixed', 'answered', 'compensated', 'planned', 'declined'] as const;
type Action = (typeof ACTIONS)[number];

/** One answer for everybody who asked: written, looked at as they will read it, sent once. */
export function Answer({ cluster }: { cluster: Cluster }) {
  const t = useAnswerTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" disabled={cluster.open === 0} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Drawer
        open={open}
        title={t('title')}
        size={720}
        rootClassName="answer-drawer"
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <Writing cluster={cluster} onSent={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Writing({ cluster: { id }, onSent }: { cluster: Cluster; onSent: () => void }) {
  const t = useAnswerTexts();
  const [action, setAction] = useState<Action>('fixed');
  const [reply, setReply] = useState('');
  const [summary, setSummary] = useState('');
  const { preview, current, error } = usePreview(id, reply);
  const { send, sending } = useSending(id, onSent);
  const affected = preview?.affected ?? 0;
  const ready = current && affected > 0 && summary.trim() !== '';
  return (
    <div className="answer">
      <label>
        {t('action')}
        <Select<Action>
          aria-label={t('action')}
          value={action}
          options={ACTIONS.map((value) => ({ value, label: t(value) }))}
          onChange={setAction}
        />
      </label>
      <label>
        {t('reply')}
        <Input.TextArea
          autoFocus
          value={reply}
          maxLength={10_000}
          placeholder={t('replyHint')}
          rows={4}
          onChange={({ target }) => setReply(target.value)}
        />
      </label>
      <label>
        {t('summary')}
        <Input.TextArea
          value={summary}
          maxLength={2_000}
          placeholder={t('summaryHint')}
          rows={1}
          onChange={({ target }) => setSummary(target.value)}
        />
      </label>
      <Preview preview={preview} error={error} reply={reply} />
      <Button
        type="primary"
        size="large"
        disabled={!ready}
        loading={sending}
        onClick={() => send({ action, reply: reply.trim(), summary: summary.trim() }, affected)}
      >
        {t('send', { count: affected })}
      </Button>
    </div>
  );
}

/** Sends after it was asked once. */
function useSending(id: string, onSent: () => void) {
  const t = useAnswerTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message, modal } = App.useApp();
  const [sending, setSending] = useState(false);
  const post = async (body: { action: Action; reply: string; summary: string }) => {
    setSending(true);
    try {
      const { affected } = await huiyin.post('/api/v1/clusters/{id}/resolution', { path: { id }, body });
      void message.success(t('done', { count: affected }));
      onSent();
      await client.invalidateQueries({ queryKey: ['/api/v1/clusters/{id}/outcome'] });
      await refreshClusters(client);
    } catch (error) {
      void message.error(problem(error));
    } finally {
      setSending(false);
    }
  };
  const send = (body: Parameters<typeof post>[0], affected: number) =>
    void modal.confirm({
      title: t('ask', { count: affected }),
      content: t('asked'),
      okText: t('ok'),
      cancelText: t('cancel'),
      icon: null,
      onOk: () => void post(body),
    });
  return { send, sending };
}
