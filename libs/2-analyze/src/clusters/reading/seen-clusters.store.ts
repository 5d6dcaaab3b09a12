import { putInto, type Put, type RowCondition, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';

/** For whoever sees every item. */
export const ALL_ITEMS: RowCondition = () => 'true';

/**
 * The SQL condition that the reader sees an item of the cluster `alias`: its name is made of what its items say, so a cluster of
 * which one sees no item is answered like none. A signpost is seen with the cluster that it points to.
 */
export function clusterSeen(seen: RowCondition, put: Put, alias: string): string {
  const item = seen(put, 'si');
  if (item === 'true') return 'true';
  return `exists (select from cluster_member sm join feedback si on si.id = sm.feedback_id
    where sm.cluster_id = coalesce(${alias}.merged_into, ${alias}.id) and ${item})`;
}

/** Those of `ids` that are clusters of which the reader sees an item. */
export async function clustersSeen(sql: Sql, ids: readonly string[], seen: RowCondition): Promise<ReadonlySet<string>> {
  const values: unknown[] = [];
  const put = putInto(values);
  const rows = await sql.query<{ id: string }>(
    `select k.id from cluster k where k.id = any(${put(ids)}::uuid[]) and ${clusterSeen(seen, put, 'k')}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whether there is a cluster, signposts included, of which the reader sees an item.
 * @throws {CodedError} `not-found`
 */
export async function findCluster(sql: Sql, id: string, seen: RowCondition = ALL_ITEMS): Promise<void> {
  const found = await clustersSeen(sql, [id], seen);
  if (!found.has(id)) throw noCluster();
}

/** The one answer for a cluster that is not there, or of which the reader sees nothing. */
export function noCluster(): CodedError {
  return new CodedError('not-found', 'There is no such cluster. GET /api/v1/clusters lists them.');
}
