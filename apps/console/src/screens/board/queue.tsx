import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { ask, huiyin, type Got } from '../../api/client';
import { useProblem } from '../../api/problem';
import { Bones, Empty, Trouble } from '../../parts/states';
import { When } from '../../parts/time';
import type { Editing } from './post';
import { refreshBoard } from './refresh';
import { useTexts } from './texts';

type Submission = Got<'/api/v1/board/submissions'>['items'][number];
type Decision = 'join' | 'keep' | 'reopen';

/** What visitors suggested and somebody has to look at, or has kept private. */
export function Queue({ state, onPublish }: { state: 'waiting' | 'kept'; onPublish: (editing: Editing) => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(ask('/api/v1/board/submissions', { query: { state, limit: 200 } }));
  const { decide, busy } = useDeciding();
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones rows={6} height={96} />;
  if (data.items.length === 0) return <Empty title={t('queueEmpty')} hint={t('queueEmptyHint')} />;
  return (
    <ul className="board-list" aria-busy={busy}>
      {data.items.map((one) => (
        <li key={one.feedbackId} className="board-card">
          <p className="board-words">{one.text}</p>
          <p className="faint small">
            <Link to={`/feedback/${one.reference}`}>{t('item', { reference: one.reference })}</Link> ·{' '}
            <When iso={one.submittedAt} />
          </p>
          <div className="board-acts">
            <Acts one={one} onPublish={onPublish} decide={decide} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Acts(props: {
  one: Submission;
  onPublish: (editing: Editing) => void;
  decide: (one: Submission, decision: Decision, postId?: string) => Promise<void>;
}) {
  const { one, onPublish, decide } = props;
  const t = useTexts();
  if (one.state === 'kept') return <Button onClick={() => void decide(one, 'reopen')}>{t('reopen')}</Button>;
  const { feedbackId, text, clusterId, clusterName, clusterPostId } = one;
  return (
    <>
      {clusterPostId && (
        <Button type="primary" onClick={() => void decide(one, 'join', clusterPostId)}>
          {t('join', { title: clusterName ?? '' })}
        </Button>
      )}
      {!clusterPostId && clusterId && (
        <Button onClick={() => onPublish({ kind: 'cluster', clusterId })}>
          {t('joinClusterFirst', { name: clusterName ?? '' })}
        </Button>
      )}
      <Button onClick={() => onPublish({ kind: 'item', feedbackId, original: text })}>{t('makePublic')}</Button>
      <Button onClick={() => void decide(one, 'keep')}>{t('keep')}</Button>
    </>
  );
}

/** Decides at once; what was decided can be undone. */
function useDeciding() {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const post = async (feedbackId: string, decision: Decision, postId?: string) => {
    const body = { decision, ...(postId ? { postId } : {}) };
    await huiyin.post('/api/v1/board/submissions/{id}/decision', { path: { id: feedbackId }, body });
    await refreshBoard(client);
  };
  const undo = (feedbackId: string) =>
    post(feedbackId, 'reopen').catch((error: unknown) => void message.error(problem(error)));
  const decide = async ({ feedbackId }: Submission, decision: Decision, postId?: string) => {
    try {
      await post(feedbackId, decision, postId);
      if (decision === 'reopen') return;
      const key = `board ${feedbackId}`;
      const again = () => {
        message.destroy(key);
        void undo(feedbackId);
      };
      const said = decision === 'keep' ? t('keptToast') : t('joinedToast');
      const content = (
        <>
          {said} <Button type="link" onClick={again}>{t('undo')}</Button>
        </>
      ); // prettier-ignore
      void message.success({ key, duration: 8, content });
    } catch (error) {
      void message.error(problem(error));
    }
  };
  return { decide, busy: client.isMutating() > 0 };
}
