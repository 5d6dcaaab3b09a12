import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { ask, huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { language } from '../../i18n/i18n';
import { useNames, type ClusterStatus } from '../../parts/names';
import { Bones, Empty, Trouble } from '../../parts/states';
import { When } from '../../parts/time';
import type { Editing, Post } from './post';
import { refreshBoard } from './refresh';
import { useTexts } from './texts';

/** What is public, or was, with its votes and followers. */
export function Posts({ shown, onEdit }: { shown: boolean; onEdit: (editing: Editing) => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(ask('/api/v1/board/posts', { query: { public: shown } }));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones rows={6} height={96} />;
  if (data.length === 0) return <Empty title={t('postsEmpty')} hint={t('postsEmptyHint')} />;
  return (
    <ul className="board-list">
      {data.map((post) => (
        <Row key={post.id} post={post} onEdit={onEdit} />
      ))}
    </ul>
  );
}

function Row({ post, onEdit }: { post: Post; onEdit: (editing: Editing) => void }) {
  const t = useTexts();
  const names = useNames();
  const set = useShowing();
  const { id, slug, status, people, votes, followers, publishedAt, clusterId } = post;
  const words = (language() === 'zh' ? post.zh : post.en) ?? post.zh ?? post.en;
  return (
    <li className="board-card">
      <h2 className="board-title">{words?.title}</h2>
      <p className="faint board-excerpt">{words?.text}</p>
      <p className="board-figures">
        <span className="tag">{names.clusterStatus(status as ClusterStatus)}</span>
        <span>{t('people', { count: people })}</span>
        <span>{t('votes', { count: votes })}</span>
        <span>{t('followers', { count: followers })}</span>
        <span className="faint">
          {t('publishedAt')} <When iso={publishedAt} />
        </span>
        {clusterId && <Link to={`/clusters/${clusterId}`}>{post.subject}</Link>}
      </p>
      {status === 'dismissed' && <p className="faint">{t('dismissed')}</p>}
      <div className="board-acts">
        {post.public && (
          <Button href={`/board/${slug}`} target="_blank" rel="noopener">
            {t('view')}
          </Button>
        )}
        <Button onClick={() => onEdit({ kind: 'post', post })}>{t('edit')}</Button>
        <Button onClick={() => void set(id, !post.public)}>{t(post.public ? 'withdraw' : 'republish')}</Button>
      </div>
    </li>
  );
}

/** Withdraws a post or makes it public again, at once; the other way is the undo. */
function useShowing() {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const set = async (id: string, shown: boolean): Promise<void> => {
    try {
      await huiyin.patch('/api/v1/board/posts/{id}', { path: { id }, body: { public: shown } });
      await refreshBoard(client);
      const undo = () => {
        message.destroy(id);
        void set(id, !shown);
      };
      const content = (
        <>
          {t(shown ? 'republished' : 'withdrawn')} <Button type="link" onClick={undo}>{t('undo')}</Button>
        </>
      ); // prettier-ignore
      void message.success({ key: id, duration: 8, content });
    } catch (error) {
      void message.error(problem(error));
    }
  };
  return set;
}
