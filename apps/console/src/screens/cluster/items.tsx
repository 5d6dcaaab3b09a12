import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { huiyin } from '../../api/client';
import { useShortcuts } from '../../app/keys';
import type { ItemRow } from '../../parts/item-rows';
import { stageName, useNames } from '../../parts/names';
import { Panel } from '../../parts/page';
import { Bones, Trouble } from '../../parts/states';
import { When } from '../../parts/time';
import { useUnits } from '../../parts/units';
import { useUrlState } from '../../parts/url-state';
import type { Cluster } from './cluster';
import { Picked } from './picked';
import { useTexts } from './texts';

const PAGE = 100;
const AHEAD = 30;
const ROW = 40;

/** The items of a cluster, any number of them; those that are selected can be split off or moved. */
export function Items({ cluster, mayEdit }: { cluster: Cluster; mayEdit: boolean }) {
  const t = useTexts();
  const [{ q }, change] = useUrlState(['q'] as const);
  const [ids, setIds] = useState<readonly string[]>([]);
  const input = useRef<InputRef>(null);
  const toggle = (id: string) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  useShortcuts([{ keys: '/', says: t('find'), run: () => input.current?.focus({ cursor: 'all' }) }]);
  const search = (
    <Input.Search
      ref={input}
      className="filter-wide"
      aria-label={t('find')}
      placeholder={t('find')}
      defaultValue={q ?? ''}
      allowClear
      onSearch={(typed) => change({ q: typed.trim() || undefined })}
    />
  );
  return (
    <Panel title={t('items')} extra={search}>
      <Rows id={cluster.id} q={q} chosen={ids} onToggle={mayEdit ? toggle : undefined} />
      {mayEdit && <Picked cluster={cluster} ids={ids} onDone={() => setIds([])} />}
    </Panel>
  );
}

function useMembers(id: string, q: string | undefined) {
  const list = useInfiniteQuery({
    queryKey: ['/api/v1/clusters/{id}/feedback', { id, q }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get('/api/v1/clusters/{id}/feedback', {
        path: { id },
        query: { limit: PAGE, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return { ...list, items: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}

interface Listed {
  readonly id: string;
  readonly q: string | undefined;
  readonly chosen: readonly string[];
  /** Left out for those who may not edit. */
  readonly onToggle: ((id: string) => void) | undefined;
}

function Rows({ id, q, chosen, onToggle }: Listed) {
  const t = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useMembers(id, q);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component itself
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > items.length - AHEAD) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const marked = useMark(items, { onToggle, show: (index) => rows.scrollToIndex(index) });

  if (error && items.length === 0) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones rows={6} />;
  if (items.length === 0) return <p className="faint">{t('noItems')}</p>;
  return (
    <div className="rows member-rows" ref={scroller} role="list" aria-label={t('items')} tabIndex={0}>
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start, size }) => (
          <Member
            key={items[index]!.id}
            item={items[index]!}
            place={{ height: size, transform: `translateY(${start}px)` }}
            marked={index === marked || chosen.includes(items[index]!.id)}
            chosen={chosen.includes(items[index]!.id)}
            onToggle={onToggle}
          />
        ))}
      </div>
    </div>
  );
}

function Member(props: {
  item: ItemRow;
  place: Record<string, string | number>;
  marked: boolean;
  chosen: boolean;
  onToggle: Listed['onToggle'];
}) {
  const { item, place, marked, chosen, onToggle } = props;
  const { id, reference, text, subject, unit, stage, state, receivedAt } = item;
  const t = useTexts();
  const names = useNames();
  const units = useUnits();
  return (
    <div role="listitem" className={marked ? 'row member-row row-marked' : 'row member-row'} style={place}>
      {onToggle ? (
        <Checkbox checked={chosen} onChange={() => onToggle(id)} aria-label={t('pick', { reference })} />
      ) : (
        <span aria-hidden="true" />
      )}
      <Link className="row-words member-words" to={`/feedback/${reference}`}>
        {text ?? subject}
      </Link>
      <span className="row-words faint">{units.pathOf(unit)}</span>
      <span className="faint">{state === 'closed' ? names.state(state) : stageName(stage)}</span>
      <span className="faint row-end">
        <When iso={receivedAt} />
      </span>
    </div>
  );
}

/** The row at which the keyboard is; -1 before it was used. */
function useMark(
  items: readonly ItemRow[],
  { onToggle, show }: { onToggle: Listed['onToggle']; show: (index: number) => void },
) {
  const t = useTexts();
  const navigate = useNavigate();
  const [index, setIndex] = useState(-1);
  const go = (step: number) => {
    const next = Math.min(items.length - 1, Math.max(0, index + step));
    setIndex(next);
    show(next);
  };
  const item = items[index];
  useShortcuts([
    { keys: 'j', says: t('next'), run: () => go(1) },
    { keys: 'k', says: t('previous'), run: () => go(-1) },
    ...(item ? [{ keys: 'Enter', says: t('open'), run: () => void navigate(`/feedback/${item.reference}`) }] : []),
    ...(item && onToggle ? [{ keys: 'x', says: t('select'), run: () => onToggle(item.id) }] : []),
  ]);
  return index;
}
