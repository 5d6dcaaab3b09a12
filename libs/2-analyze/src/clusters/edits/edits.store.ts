import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import { carryOut, insertEdit, settleByEdit } from './carry.store.js';
import { decided, distinctItems, notMembers, refuseSame, type ClusterChange, type ClusterStanding } from './edit.js';
import { readEdit, type EditView } from './edit-list.store.js';
import { editing, livingCluster, lockRows, readStandings } from './standing.store.js';

/** An edit, and how the clusters that it touched stand after it. */
export interface Edited {
  readonly edit: EditView;
  readonly clusters: ClusterStanding[];
}

/** What an edit came to. */
export async function edited(tx: Sql, editId: number, ids: readonly string[]): Promise<Edited> {
  return { edit: await readEdit(tx, editId), clusters: await readStandings(tx, ids) };
}

/**
 * A person names, locks or unlocks a cluster or says how it stands. Like every edit it settles the cluster: its members
 * are pinned, and the machine takes none of them away. A lock is against the machine only: whoever may write clusters
 * edits a locked one too.
 * @throws {CodedError} `not-found`, `cluster-merged`; `validation-failed` when nothing is given or the name is empty
 */
export function changeCluster(db: Database, id: string, change: ClusterChange, actor: string): Promise<Edited> {
  return editing(db, async (tx) => {
    await lockRows(tx, [id]);
    const cluster = await livingCluster(tx, id);
    const { before, after } = decided(cluster, change);
    const { name, namedBy, status, locked, publicWords } = { ...cluster, ...after };
    const editId = await insertEdit(tx, { kind: 'change', clusterId: cluster.id, before, after, actor });
    await tx.query(
      'update cluster set name = $2, named_by = $3, status = $4, locked = $5, public_words = $6 where id = $1',
      [cluster.id, name, namedBy, status, locked, publicWords],
    );
    await settleByEdit(tx, editId, cluster.id);
    return edited(tx, editId, [cluster.id]);
  });
}

/**
 * Merges a cluster into another one, which keeps its id, name and status; the merged one stays as a signpost.
 * @throws {CodedError} `not-found`, `cluster-merged` (either is a signpost), `validation-failed` (into itself)
 */
export function mergeClusters(db: Database, id: string, into: string, actor: string): Promise<Edited> {
  return editing(db, (tx) => merge(tx, id, into, actor));
}

/** {@link mergeClusters} within a transaction that has the lock. */
export async function merge(tx: Sql, id: string, into: string, actor: string): Promise<Edited> {
  refuseSame(id, into, 'into');
  await lockRows(tx, [id, into]);
  const from = await livingCluster(tx, id);
  const to = await livingCluster(tx, into, 'into');
  const editId = await carryOut(tx, { kind: 'merge', clusterId: from.id, otherId: to.id, actor }, null);
  return edited(tx, editId, [to.id, from.id]);
}

/** Items that become a cluster of their own, and its name; without one it is named after the old one until the machine finds a better. */
export interface Split {
  readonly feedbackIds: readonly string[];
  readonly name?: string;
}

/**
 * Splits items off into a cluster of their own. A repeated id counts once.
 * @returns first the old cluster, then the new one
 * @throws {CodedError} `not-found`, `cluster-merged`; `not-a-member` naming the items that are not in it;
 *   `validation-failed` for no items, too many, or all that there are
 */
export function splitCluster(db: Database, id: string, split: Split, actor: string): Promise<Edited> {
  return editing(db, (tx) => splitOff(tx, id, split, actor));
}

/** {@link splitCluster} within a transaction that has the lock. */
export async function splitOff(tx: Sql, id: string, { feedbackIds, name }: Split, actor: string): Promise<Edited> {
  const items = distinctItems(feedbackIds);
  await lockRows(tx, [id]);
  const from = await livingCluster(tx, id);
  await refuseStrangers(tx, from.id, feedbackIds);
  const [rest] = await tx.query(
    'select from cluster_member where cluster_id = $1 and feedback_id <> all($2::uuid[]) limit 1',
    [from.id, items],
  );
  if (!rest) {
    const message = 'must leave at least one item in the cluster';
    throw new CodedError(
      'validation-failed',
      'These are all items of the cluster: nothing would be left. Rename it instead.',
      [{ field: 'feedbackIds', message }],
    );
  }
  const otherId = await openBeside(tx, from, items, name);
  const editId = await carryOut(tx, { kind: 'split', clusterId: from.id, otherId, actor }, items);
  return edited(tx, editId, [from.id, otherId]);
}

/** Opens an empty cluster for items that leave another one; how close its members must be it has from that one. */
async function openBeside(
  tx: Sql,
  { id, name: oldName }: ClusterStanding,
  items: readonly string[],
  name: string | undefined,
): Promise<string> {
  const otherId = uuidv7();
  const given = name?.trim();
  await tx.query(
    `insert into cluster (id, name, named_by, category, language, size, cohesion, joins_from)
     select $1, $2, $3, coalesce(x.category, c.category), coalesce(x.language, c.language), 0, c.cohesion, c.joins_from
     from cluster c, (
       select mode() within group (order by split_part(category, '.', 1)) as category, mode() within group (order by language) as language
       from feedback where id = any($5::uuid[])
     ) x where c.id = $4`,
    [otherId, given || `${oldName} · 2`, given ? 'person' : 'machine', id, items],
  );
  return otherId;
}

/**
 * Moves items from one cluster to another. A cluster that is left without any becomes a signpost to where they went.
 * @returns first the cluster that they left, then the one that they are in
 * @throws {CodedError} `not-found`, `cluster-merged` (either is a signpost); `not-a-member` naming the items that are not
 *   in it; `validation-failed` for no items, too many, or when they are there already
 */
export function moveItems(
  db: Database,
  id: string,
  { feedbackIds, to }: { readonly feedbackIds: readonly string[]; readonly to: string },
  actor: string,
): Promise<Edited> {
  return editing(db, async (tx) => {
    const items = distinctItems(feedbackIds);
    refuseSame(id, to, 'to');
    await lockRows(tx, [id, to]);
    const from = await livingCluster(tx, id);
    const into = await livingCluster(tx, to, 'to');
    await refuseStrangers(tx, from.id, feedbackIds);
    const editId = await carryOut(tx, { kind: 'move', clusterId: from.id, otherId: into.id, actor }, items);
    return edited(tx, editId, [from.id, into.id]);
  });
}

async function refuseStrangers(tx: Sql, clusterId: string, feedbackIds: readonly string[]): Promise<void> {
  const strangers = await tx.query<{ id: string }>(
    `select id from (select distinct unnest($2::uuid[]) as id) t
     where not exists (select from cluster_member m where m.feedback_id = t.id and m.cluster_id = $1) order by id`,
    [clusterId, feedbackIds],
  );
  if (strangers.length > 0) throw notMembers(new Set(strangers.map(({ id }) => id)), feedbackIds);
}
