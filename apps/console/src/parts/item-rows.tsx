import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Operation, Options } from '@huiyin/client';
import { huiyin, type Got } from '../api/client';
import { usePreferences } from '../app/preferences';
import { texts } from '../i18n/texts';
import { stageName, useNames } from './names';
import { useNow } from './now';
import { Bones, Empty, Trouble } from './states';
import { TimeLeft, urgencyOf, When } from './time';
import { useUnits } from './units';

const useTexts = texts('item-rows', {
  zh: {
    none: '没有符合条件的反馈',
    noneHint: '换一个筛选条件，或先登记、导入一些反馈。',
    list: '反馈列表',
    cycle: '第 {{n}} 轮',
  },
  en: { none: 'No feedback fits', noneHint: 'Change the filters, or log or import some first.', list: 'Feedback', cycle: 'Cycle {{n}}' }, // prettier-ignore
});

/** One item as a list has it. */
export type ItemRow = Got<'/api/v1/feedback'>['items'][number];
/** What a list of items may be narrowed to. */
export type ItemQuery = NonNullable<Options<Operation<'get', '/api/v1/feedback'>>['query']>;

const PAGE = 100;
const AHEAD = 30;

/** Every page of a list of items that has been scrolled to. */
export function useItems(query: ItemQuery) {
  const list = useInfiniteQuery({
    queryKey: ['/api/v1/feedback', { query }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get('/api/v1/feedback', {
        query: { limit: PAGE, ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return { ...list, items: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}

/**
 * A list of items of any length: only the rows that are seen are in the page, and more are fetched ahead of scrolling.
 * `end` is what stands at the end of each row; when left out, the time left.
 */
export function ItemRows({ query, end }: { query: ItemQuery; end?: (item: ItemRow) => ReactNode }) {
  const t = useTexts();
  const { density } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useItems(query);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component itself
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (density === 'dense' ? 36 : 44),
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > items.length - AHEAD) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error && items.length === 0) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Bones rows={12} />;
  if (items.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />;
  return (
    <div className="rows rows-tall" ref={scroller} role="list" aria-label={t('list')} tabIndex={0}>
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start, size }) => {
          const item = items[index]!;
          return (
            <Row key={item.id} item={item} place={{ height: size, transform: `translateY(${start}px)` }} end={end} />
          );
        })}
      </div>
    </div>
  );
}

function Row(props: {
  item: ItemRow;
  place: Record<string, string | number>;
  end: ((item: ItemRow) => ReactNode) | undefined;
}) {
  const { item, place, end } = props;
  const t = useTexts();
  const names = useNames();
  const units = useUnits();
  const now = useNow();
  return (
    <div role="listitem">
      <Link
        className={`row item-row row-${urgencyOf(item.limitAt, now)}`}
        to={`/feedback/${item.reference}`}
        style={place}
      >
        <span className="figure faint">{item.reference}</span>
        <span className="tag">{item.kind ? names.kind(item.kind) : '–'}</span>
        <span className="row-words">{item.text ?? item.subject}</span>
        <span className="row-words faint">{units.pathOf(item.unit)}</span>
        <span>
          {stageName(item.stage)}
          {item.state !== 'ready' && <span className="faint"> · {names.state(item.state)}</span>}
          {item.cycle > 1 && <span className="faint"> · {t('cycle', { n: item.cycle })}</span>}
        </span>
        <span className="faint">
          <When iso={item.receivedAt} />
        </span>
        <span className="row-end">
          {end ? end(item) : item.state !== 'closed' && <TimeLeft limitAt={item.limitAt} />}
        </span>
      </Link>
    </div>
  );
}
