import { keepPreviousData, useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import type { Operation, Options } from '@huiyin/client';
import { ask, huiyin, type Got } from '../../api/client';
import { useClusterEdits, type ClusterRow } from '../../parts/cluster-edits';
import { useTexts } from './texts';

/** What the list may be narrowed to. */
export type ClusterQuery = NonNullable<Options<Operation<'get', '/api/v1/clusters'>>['query']>;
type ClusterPage = Got<'/api/v1/clusters'>;
interface Pages {
  readonly pages: readonly ClusterPage[];
  readonly pageParams: readonly unknown[];
}

const PAGE = 50;
const MINUTE_MS = 60_000;
const LIST = ['/api/v1/clusters', 'pages'] as const;

/** Every page of clusters that has been scrolled to. */
export function useClusters(query: ClusterQuery) {
  const list = useInfiniteQuery({
    queryKey: [...LIST, { query }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get('/api/v1/clusters', {
        query: { limit: PAGE, ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE_MS,
  });
  const pages = list.data?.pages ?? [];
  return { ...list, pages, clusters: pages.flatMap(({ items }) => items) };
}

/** The small curves of all these pages, by cluster: one request for a page, not one for a row. */
export function useCurves(pages: readonly ClusterPage[]): ReadonlyMap<string, readonly number[]> {
  return useQueries({
    queries: pages
      .filter(({ items }) => items.length > 0)
      .map(({ items }) => ({
        ...ask('/api/v1/clusters/trends', { query: { ids: items.map(({ id }) => id).join(',') } }),
        staleTime: MINUTE_MS,
      })),
    combine: (results) => new Map(results.flatMap(({ data }) => data ?? []).map(({ id, weeks }) => [id, weeks])),
  });
}

/** Merges clusters into one: they leave the list at once, and one undo brings all of them back. */
export function useMerging() {
  const t = useTexts();
  const client = useQueryClient();
  const { change, undoLast } = useClusterEdits();
  const merge = (from: readonly ClusterRow[], into: ClusterRow) => {
    const [only] = from;
    if (!only) return Promise.resolve(undefined);
    const gone = new Set(from.map(({ id }) => id));
    return change({
      said: from.length === 1 ? t('merged', { from: only.name, into: into.name }) : t('mergedMany', { count: from.length, into: into.name }), // prettier-ignore
      ahead: () => {
        const before = client.getQueriesData<Pages>({ queryKey: LIST });
        client.setQueriesData<Pages>({ queryKey: LIST }, (data) => data && without(data, gone));
        return () => before.forEach(([key, data]) => client.setQueryData(key, data));
      },
      make: async () => {
        const edits = [];
        for (const { id } of from)
          edits.push(await huiyin.post('/api/v1/clusters/{id}/merge', { path: { id }, body: { into: into.id } }));
        return edits;
      },
    });
  };
  return { merge, undoLast };
}

function without({ pages, ...rest }: Pages, gone: ReadonlySet<string>): Pages {
  return { ...rest, pages: pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !gone.has(id)) })) };
}
