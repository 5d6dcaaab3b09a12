import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { ask, huiyin } from '../../../api/client';
import { useItems, type ItemRow } from '../../../parts/item-rows';
import { stageName } from '../../../parts/names';
import { Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { useTexts } from './texts';

const TOUCHED = ['/api/v1/feedback', '/api/v1/loop/stages'];
const LOOK_AGAIN_MS = 10_000;

/** Items that failed, each with its error; given back to their lanes one by one or all together. */
export function ParkedItems() {
  const t = useTexts();
  const shared = useSharedTexts();
  const list = useItems({ state: 'parked', sort: 'oldest', limit: 50 });
  const replay = useReplay();
  const { items } = list;
  return (
    <Panel
      title={t('parked')}
      extra={
        items.length > 0 && (
          <Button type="primary" loading={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {t('replayAll')}
          </Button>
        )
      }
    >
      <Answered of={{ data: list.data, error: list.error, refetch: list.refetch }}>
        {() => (items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : <Table items={items} />)}
      </Answered>
      {list.hasNextPage && (
        <Button type="link" onClick={() => void list.fetchNextPage()}>
          {shared('more')}
        </Button>
      )}
    </Panel>
  );
}

function useReplay() {
  const t = useTexts();
  const { message } = App.useApp();
  return useSaving<string | undefined, { replayed: number }>({
    save: (id) => huiyin.post('/api/v1/loop/parked/replay', { body: id ? { ids: [id] } : {} }),
    touches: TOUCHED,
    onSaved: ({ replayed }) => void message.success(t('replayed', { count: replayed })),
  });
}

function Table({ items }: { items: readonly ItemRow[] }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const replay = useReplay();
  return (
    <Grid
      label={t('parked')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { title: t('item'), cell: ({ reference }) => <Link to={`/feedback/${reference}`}>{reference}</Link> },
        { title: t('stage'), cell: ({ stage }) => stageName(stage) },
        { title: t('error'), wide: true, cell: ({ id }) => <Why id={id} /> },
        { title: t('since'), cell: ({ stageSince }) => <When iso={stageSince} /> },
        {
          title: shared('actions'),
          cell: ({ id, reference }) => (
            <Button size="small" aria-label={t('replayOne', { reference })} onClick={() => replay.mutate(id)}>
              {t('replay')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** A list does not tell of errors, so each item is asked for its own. */
function Why({ id }: { id: string }) {
  const item = useQuery({
    ...ask('/api/v1/feedback/{idOrReference}', { path: { idOrReference: id } }),
    staleTime: LOOK_AGAIN_MS,
  });
  const error = item.data?.error;
  if (!error) return <span className="faint">…</span>;
  return (
    <>
      <span className="code small">{error.code}</span> {error.detail}
    </>
  );
}
