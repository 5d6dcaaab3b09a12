import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { ClusterStanding } from './edit.js';

const STANDING = `c.id, c.name, c.named_by as "namedBy", c.status, c.locked, c.public_words as "publicWords", c.settled, c.merged_into as "mergedInto", c.size,
  c.first_seen_at as "firstSeenAt", c.last_seen_at as "lastSeenAt"`;

/**
 * Waits until nobody else writes clusters or their members, and keeps others out until the transaction ends. The first
 * statement of every transaction that does.
 */
export async function lockClusters(tx: Sql): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('clusters', 0))`);
}

/** An edit of a million items takes half a minute; it is waited for. */
const EDIT_LIMIT = '5min';

/** One transaction in which a person edits clusters: all others are kept out, and learn of it afterwards. */
export function editing<T>(db: Database, work: (tx: Sql) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await lockClusters(tx);
    await tx.query(`set local statement_timeout = '${EDIT_LIMIT}'`);
    return work(tx);
  });
}

/** How clusters stand, in the order of `ids`; unknown ids are left out. */
export async function readStandings(sql: Sql, ids: readonly string[]): Promise<ClusterStanding[]> {
  const rows = await sql.query<ClusterStanding>(`select ${STANDING} from cluster c where c.id = any($1::uuid[])`, [
    ids,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []);
}

/**
 * A cluster that is about to be edited.
 * @param field of the request that named it, when it was not the address
 * @throws {CodedError} `not-found`; `cluster-merged` when it is no more than a signpost, with where it leads
 */
export async function livingCluster(tx: Sql, id: string, field?: string): Promise<ClusterStanding> {
  const [found] = await readStandings(tx, [id]);
  const fields = (message: string) => (field ? [{ field, message }] : []);
  if (!found)
    throw new CodedError(
      'not-found',
      `There is no cluster ${id}. GET /api/v1/clusters lists them.`,
      fields('there is no such cluster'),
    );
  if (found.mergedInto)
    throw new CodedError(
      'cluster-merged',
      `Cluster ${id} has become part of ${found.mergedInto}. Use that one, or undo the edit (GET /api/v1/clusters/edits?cluster=${id}).`,
      fields(`has become part of ${found.mergedInto}`),
    );
  return found;
}

/**
 * Locks the rows of clusters and of the signposts that lead to them, in an order that everybody keeps who locks several:
 * names that a model found are written without the lock of {@link lockClusters}.
 */
export async function lockRows(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query(
    `select from cluster where id = any($1::uuid[]) or merged_into = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
}

/**
 * Makes size and first and last seen of clusters right after members came or went; their centroid is found anew by the
 * gatherer. An empty one keeps when it was seen.
 */
export async function recount(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update cluster c set size = x.size, first_seen_at = coalesce(x.first, c.first_seen_at),
       last_seen_at = coalesce(x.last, c.last_seen_at), centroid = null
     from (
       select t.id, count(m.feedback_id) as size, min(w.received_at) as first, max(w.received_at) as last
       from unnest($1::uuid[]) as t(id) left join cluster_member m on m.cluster_id = t.id
       left join feedback_words w on w.feedback_id = m.feedback_id group by t.id
     ) x where c.id = x.id`,
    [ids],
  );
}

/**
 * Makes an empty cluster a signpost to a living one; signposts that led to it lead on to the end.
 * @returns the signposts that were turned, or undefined when the cluster is not empty
 */
export async function becomeSignpost(tx: Sql, id: string, to: string): Promise<string[] | undefined> {
  const [emptied] = await tx.query(
    `update cluster set merged_into = $2 where id = $1 and merged_into is null
       and not exists (select from cluster_member where cluster_id = $1) returning id`,
    [id, to],
  );
  if (!emptied) return undefined;
  const turned = await tx.query<{ id: string }>(
    `update cluster set merged_into = $2 where merged_into = $1 returning id`,
    [id, to],
  );
  return turned.map((row) => row.id);
}

/** Makes a signpost a cluster again, and `signposts` that lead to the same end lead to it. */
export async function revive(tx: Sql, id: string, signposts: readonly string[]): Promise<void> {
  await tx.query(
    `with was as (select merged_into from cluster where id = $1)
     update cluster c set merged_into = case when c.id = $1 then null else $1::uuid end from was
     where c.merged_into = was.merged_into and (c.id = $1 or c.id = any($2::uuid[]))`,
    [id, signposts],
  );
}
