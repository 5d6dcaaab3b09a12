import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { huiyin } from '../../../api/client';
import { useActors } from '../../../parts/actors';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import type { Import } from './send-file';
import { useTexts } from './texts';

const PATH = '/api/v1/imports';
const POLL_MS = 1_000;
const underWay = ({ state }: Import) => state === 'queued' || state === 'running';

/** The imports so far, the newest first; those under way are looked at every second. */
export function PastImports() {
  const t = useTexts();
  const shared = useSharedTexts();
  const list = useInfiniteQuery({
    queryKey: [PATH],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get(PATH, { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(underWay)) ? POLL_MS : false),
  });
  return (
    <Panel title={t('past')}>
      <Answered of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />;
          return <ImportsTable items={items} />;
        }}
      </Answered>
      {list.hasNextPage && (
        <Button type="link" onClick={() => void list.fetchNextPage()}>
          {shared('more')}
        </Button>
      )}
    </Panel>
  );
}

function ImportsTable({ items }: { items: readonly Import[] }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const actors = useActors(items.map(({ createdBy }) => createdBy));
  return (
    <Grid
      label={t('past')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { title: t('file'), wide: true, cell: ({ fileName, source }) => <>{fileName ?? '–'} {source && <span className="faint">{source}</span>}</> }, // prettier-ignore
        { title: t('state'), cell: (one) => <State of={one} /> },
        { title: t('accepted'), figures: true, cell: ({ accepted }) => accepted },
        { title: t('duplicates'), figures: true, cell: ({ duplicates }) => duplicates },
        { title: t('rejected'), figures: true, cell: ({ rejected }) => rejected },
        { title: t('by'), cell: ({ createdBy }) => <span className="faint">{actors(createdBy)}</span> },
        { title: t('at'), cell: ({ createdAt }) => <When iso={createdAt} /> },
        { title: shared('actions'), cell: (one) => <Doing of={one} /> },
      ]}
    />
  );
}

function State({ of: { state, progress, error } }: { of: Import }) {
  const t = useTexts();
  if (state === 'running')
    return (
      <Progress
        className="import-progress"
        percent={Math.floor(progress * 100)}
        size="small"
        aria-label={t('progress')}
      />
    );
  return (
    <span className={state === 'failed' ? 'late' : undefined} title={error ?? undefined}>
      {t(state)}
      {error && <span className="small import-problem">: {error}</span>}
    </span>
  );
}

function Doing({ of: one }: { of: Import }) {
  const t = useTexts();
  const cancelling = useSaving({
    save: () => huiyin.post('/api/v1/imports/{id}/cancel', { path: { id: one.id } }),
    touches: [PATH],
  });
  if (underWay(one))
    return (
      <Button size="small" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
        {t('cancel')}
      </Button>
    );
  if (!one.rejectsUrl) return null;
  return (
    <a href={one.rejectsUrl} download>
      {t('rejects')}
    </a>
  );
}
