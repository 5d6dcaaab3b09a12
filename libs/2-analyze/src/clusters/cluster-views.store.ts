import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';

export const CLUSTER_STATUSES = ['open', 'planned', 'in-progress', 'done', 'declined'] as const;
export type ClusterStatus = (typeof CLUSTER_STATUSES)[number];

/** Orders of a list of clusters: most items first, or last seen first. */
export const CLUSTER_SORTS = ['size', 'newest'] as const;
export type ClusterSort = (typeof CLUSTER_SORTS)[number];

/** A cluster as people see it. */
export interface ClusterView {
  readonly id: string;
  readonly name: string;
  /** First level of the category within which its items were compared. */
  readonly category: string;
  readonly language: string;
  readonly status: ClusterStatus;
  readonly locked: boolean;
  readonly size: number;
  readonly open: number;
  /** Different customers, as far as they are known. */
  readonly customers: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

const VIEW = `c.id, c.name, c.category, c.language, c.status, c.locked, c.size, x.open, x.customers,
  c.first_seen_at as "firstSeenAt", c.last_seen_at as "lastSeenAt"`;

const COUNTS = `cross join lateral (
  select count(*) filter (where f.state <> 'closed') as open, count(distinct f.customer_id) as customers
  from cluster_member m join feedback f on f.id = m.feedback_id where m.cluster_id = c.id) x`;

const ORDER = { size: 'c.size desc, c.id', newest: 'c.last_seen_at desc, c.id' } as const;

/** What a list of clusters is narrowed to. */
export interface ClusterFilter {
  readonly q?: string;
  readonly status?: ClusterStatus;
  readonly sort?: ClusterSort;
  readonly limit?: number;
}

/** Clusters, the largest first unless said otherwise. */
export function listClusters(
  sql: Sql,
  { q, status, sort = 'size', limit = 50 }: ClusterFilter,
): Promise<ClusterView[]> {
  return sql.query<ClusterView>(
    `select ${VIEW} from (
       select * from cluster c where ($1::text is null or position(lower($1) in lower(name)) > 0) and ($2::text is null or status = $2)
       order by ${ORDER[sort]} limit $3) c ${COUNTS} order by ${ORDER[sort]}`,
    [q ?? null, status ?? null, limit],
  );
}

/**
 * One cluster.
 * @throws {CodedError} `not-found`
 */
export async function readCluster(sql: Sql, id: string): Promise<ClusterView> {
  const [row] = await sql.query<ClusterView>(`select ${VIEW} from cluster c ${COUNTS} where c.id = $1`, [id]);
  if (!row) throw new CodedError('not-found', 'There is no such cluster. GET /api/v1/clusters lists them.');
  return row;
}

/** Items that joined on one day (UTC). */
export interface TrendDay {
  /** `2026-11-22` */
  readonly day: string;
  readonly items: number;
}

/** Items of a cluster by the day they were received, over the last 90 days; days without any are left out. */
export function readTrend(sql: Sql, id: string): Promise<TrendDay[]> {
  return sql.query<TrendDay>(
    `select to_char(w.received_at, 'YYYY-MM-DD') as day, count(*) as items
     from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id
     where m.cluster_id = $1 and w.received_at > loop_now() - interval '90 days' group by 1 order by 1`,
    [id],
  );
}
