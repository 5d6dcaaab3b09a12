import { putInto, type Put, type RowCondition, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { searchQuery } from './search-query.js';
import { ALL_ITEMS, clusterSeen } from './seen-clusters.store.js';
import type { ClusterStatus } from '../status.js';

/** Orders of a list of clusters: what to look at first, what grows fastest, most items first, last seen first. */
export const CLUSTER_SORTS = ['impact', 'growth', 'size', 'newest'] as const;
export type ClusterSort = (typeof CLUSTER_SORTS)[number];

/** A cluster in a list. */
export interface ClusterView {
  readonly id: string;
  readonly name: string;
  readonly namedBy: 'machine' | 'model' | 'person';
  /** First level of the category that most of its items have. */
  readonly category: string;
  /** The language that most of its items are in. */
  readonly language: string;
  readonly status: ClusterStatus;
  readonly locked: boolean;
  /** A person has decided something about it. */
  readonly settled: boolean;
  readonly size: number;
  readonly open: number;
  /** See `MemberFigures.customers`. */
  readonly customers: number;
  /** See `impactOf`. */
  readonly impact: number;
  /** See `growthOf`. */
  readonly growth: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** Of a cluster with more members the figures are those that were counted last, half a minute to a few minutes ago. */
export const COUNTED_WHEN_ASKED = 2_000;
/** Items with the words that are looked up for their clusters. */
const WORDED_ITEMS = 2_000;

const COLUMNS = `c.id, c.name, c.named_by as "namedBy", c.category, c.language, c.status, c.locked, c.settled, c.size,
  case when c.size <= ${COUNTED_WHEN_ASKED} then x.open else coalesce((c.figures->>'open')::int, c.size) end as open,
  case when c.size <= ${COUNTED_WHEN_ASKED} then x.customers else coalesce((c.figures->>'customers')::int, 0) end as customers,
  c.impact, c.growth, c.first_seen_at as "firstSeenAt", c.last_seen_at as "lastSeenAt"`;

const COUNTS = `left join lateral (
  select count(*) filter (where f.state <> 'closed')::int as open,
    (count(distinct f.customer_id) + count(*) filter (where f.customer_id is null))::int as customers
  from cluster_member m join feedback f on f.id = m.feedback_id where m.cluster_id = c.id and c.size <= ${COUNTED_WHEN_ASKED}) x on true`;

const SORTED = {
  impact: { column: 'impact', type: 'real' },
  growth: { column: 'growth', type: 'real' },
  size: { column: 'size', type: 'int' },
  newest: { column: 'last_seen_at', type: 'timestamptz' },
} as const satisfies Record<ClusterSort, object>;

/** What a list of clusters is narrowed to, and its page. */
export interface ClusterQuery {
  /** Part of the name; also finds clusters with items that have all these words. */
  readonly q?: string;
  /** Dismissed clusters are left out unless asked for. */
  readonly status?: ClusterStatus;
  /** First level of a category. */
  readonly category?: string;
  /** `impact` when left out. */
  readonly sort?: ClusterSort;
  readonly cursor?: string;
  /** 50 when left out. */
  readonly limit?: number;
}

/** One page of clusters. */
export interface ClusterPage {
  readonly items: ClusterView[];
  readonly nextCursor: string | null;
}

/**
 * One page of clusters, by the index of its order. Signposts (clusters that were merged into another) and clusters
 * without members are left out. Of items with the words of `q` at most 2,000 are looked up, so words that are
 * everywhere find by name, and by some of the items only. Clusters of which the reader sees no item are left out.
 * @throws {CodedError} `bad-cursor`
 */
export async function listClusters(
  sql: Sql,
  query: ClusterQuery,
  seen: RowCondition = ALL_ITEMS,
): Promise<ClusterPage> {
  const { sort = 'impact', limit = 50 } = query;
  const { column } = SORTED[sort];
  const values: unknown[] = [];
  const put = putInto(values);
  const found = [...conditions(query, put), ...afterCursor(query.cursor, sort, put), clusterSeen(seen, put, 'k')];
  const where = found.filter((condition) => condition !== 'true').join(' and ');
  const order = (of: string) => `order by ${of}.${column} desc, ${of}.id`;
  const rows = await sql.query<ClusterView>(
    `select ${COLUMNS} from (select * from cluster k where ${where} ${order('k')} limit ${put(limit + 1)}) c ${COUNTS} ${order('c')}`,
    values,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(sort, last) : null };
}

function conditions({ q, status, category }: ClusterQuery, put: Put): string[] {
  const found = ['k.merged_into is null', 'k.size > 0'];
  found.push(status ? `k.status = ${put(status)}` : `k.status <> 'dismissed'`);
  if (category) found.push(`k.category = ${put(category)}`);
  if (q) {
    const named = `position(lower(${put(q.trim())}) in lower(k.name)) > 0`;
    const words = searchQuery(q);
    const worded = words
      ? ` or k.id in (select m.cluster_id from cluster_member m where m.feedback_id in (
           select feedback_id from analysis where search @@ ${put(words)}::tsquery limit ${WORDED_ITEMS}))`
      : '';
    found.push(`(${named}${worded})`);
  }
  return found;
}

function afterCursor(cursor: string | undefined, sort: ClusterSort, put: Put): string[] {
  if (!cursor) return [];
  const { column, type } = SORTED[sort];
  const { value, id } = readCursor(cursor, sort);
  const at = `${put(value)}::${type}`;
  return [`k.${column} <= ${at}`, `(k.${column} < ${at} or k.id > ${put(id)}::uuid)`];
}

const valueOf = { impact: 'impact', growth: 'growth', size: 'size', newest: 'lastSeenAt' } as const;

function writeCursor(sort: ClusterSort, last: ClusterView): string {
  return Buffer.from(JSON.stringify([sort, last[valueOf[sort]], last.id])).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

function readCursor(cursor: string, sort: ClusterSort): { value: string | number; id: string } {
  try {
    const [by, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown, unknown];
    const fits = sort === 'newest' ? isTime(value) : isNumber(value, sort);
    if (by === sort && fits && typeof id === 'string' && UUID.test(id)) return { value: value as string | number, id };
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new CodedError('bad-cursor', 'Use nextCursor of the page before, unchanged, with the same sort.', [
    { field: 'cursor', message: 'not one of ours' },
  ]);
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !TIME.test(value)) return false;
  const parsed = Date.parse(`${value.slice(0, 19)}Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(value.slice(0, 19));
}

function isNumber(value: unknown, sort: ClusterSort): boolean {
  if (typeof value !== 'number' || Math.abs(value) > 2_147_483_647) return false;
  return sort !== 'size' || Number.isInteger(value);
}
