import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { huiyin, type Got } from '../../api/client';
import { useActors } from '../../parts/actors';
import { useClusterEdits } from '../../parts/cluster-edits';
import { useNames } from '../../parts/names';
import { Panel } from '../../parts/page';
import { When } from '../../parts/time';
import { useTexts } from './texts';

type Edit = Got<'/api/v1/clusters/edits'>['items'][number];

const PAGE = 10;

/** Who changed this cluster, what, and when; what can be undone is undone here. */
export function History({ id, mayEdit }: { id: string; mayEdit: boolean }) {
  const t = useTexts();
  const { undo } = useClusterEdits();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['/api/v1/clusters/edits', { cluster: id }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get('/api/v1/clusters/edits', {
        query: { cluster: id, limit: PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const edits = data?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = useActors(edits.flatMap(({ actor, undoneBy }) => [actor, undoneBy]));
  return (
    <Panel title={t('history')}>
      {data && edits.length === 0 && <p className="faint">{t('noHistory')}</p>}
      <ol className="history">
        {edits.map((edit) => (
          <li key={edit.id}>
            <span className={edit.undoneAt ? 'faint history-undone' : undefined}>
              <Said edit={edit} id={id} />
            </span>
            <span className="faint small">
              {nameOf(edit.actor)} · <When iso={edit.madeAt} />
            </span>
            {edit.undoneAt ? (
              <span className="faint small">
                {t('undoneBy', { who: nameOf(edit.undoneBy) })} · <When iso={edit.undoneAt} />
              </span>
            ) : (
              mayEdit && (
                <Button size="small" onClick={() => void undo([edit.id])}>
                  {t('undoThis')}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>…</Button>}
    </Panel>
  );
}

function Said({ edit, id }: { edit: Edit; id: string }) {
  const t = useTexts();
  const said = useChanges();
  const { kind, cluster, other, items } = edit;
  if (kind === 'change' || !other) return said(edit);
  const here = other.id === id;
  const named = { count: items, n: items, other: here ? cluster.name : other.name };
  const words = {
    merge: t(here ? 'editMergeHere' : 'editMerge', named),
    split: t(here ? 'editSplitHere' : 'editSplit', named),
    move: t(here ? 'editMoveHere' : 'editMove', named),
    regroup: t(here ? 'editMoveHere' : 'editMove', named),
  }[kind];
  return <Link to={`/clusters/${here ? cluster.id : other.id}`}>{words}</Link>;
}

/** Says which values were changed. */
function useChanges(): (edit: Edit) => string {
  const t = useTexts();
  const names = useNames();
  return ({ after }) =>
    [
      ...(after?.name === undefined ? [] : [t('editName', { name: after.name })]),
      ...(after?.locked === undefined ? [] : [t(after.locked ? 'editLock' : 'editUnlock')]),
      ...(after?.status === undefined ? [] : [t('editStatus', { status: names.clusterStatus(after.status) })]),
      ...(after?.publicWords === undefined ? [] : [t('editWords')]),
    ].join(' · ');
}
