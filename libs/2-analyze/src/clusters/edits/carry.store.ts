import type { Sql } from '@huiyin/database';
import type { ChangedValues, EditKind } from './edit.js';
import { becomeSignpost, recount } from './standing.store.js';

/** An edit about to be put on record: items go from `clusterId` to `otherId`. */
export interface EditRow {
  readonly kind: EditKind;
  readonly clusterId: string;
  readonly otherId?: string;
  readonly before?: ChangedValues;
  readonly after?: ChangedValues;
  readonly actor: string;
}

/** What `cluster_edit.after` says of an edit that moved items. */
export interface Moved {
  readonly moved: number;
  /** Whether the cluster that they came from was left without any, and so became a signpost. */
  readonly emptied: boolean;
  /** Signposts that led to that cluster and were turned. */
  readonly signposts: readonly string[];
}

/** Puts an edit on record. */
export async function insertEdit(tx: Sql, { otherId, before, after, ...row }: EditRow): Promise<number> {
  const [stored] = await tx.query<{ id: number }>(
    'insert into cluster_edit (kind, cluster_id, other_id, before, after, actor) values ($1, $2, $3, $4, $5, $6) returning id',
    [row.kind, row.clusterId, otherId ?? null, before ?? null, after ?? null, row.actor],
  );
  return stored!.id;
}

const RECORD = `insert into cluster_edit_item (edit_id, feedback_id, from_cluster_id, to_cluster_id, was_pinned)
  select $1, feedback_id, cluster_id, case when moves then $3::uuid else cluster_id end, pinned
  from (
    select feedback_id, cluster_id, pinned, cluster_id = $2 and ($4::uuid[] is null or feedback_id = any($4)) as moves
    from cluster_member where cluster_id = any($5::uuid[])
  ) m where moves or not pinned order by feedback_id`;

const CARRY_OUT = `update cluster_member m set cluster_id = i.to_cluster_id, pinned = true
  from cluster_edit_item i where i.edit_id = $1 and m.feedback_id = i.feedback_id`;

/** Pins every member of clusters and marks them as settled; what changed is on the record of the edit. */
export async function settleByEdit(tx: Sql, editId: number, clusterId: string): Promise<void> {
  await tx.query(RECORD, [editId, clusterId, clusterId, [], [clusterId]]);
  await tx.query(CARRY_OUT, [editId]);
  await tx.query('update cluster set settled = true where id = $1', [clusterId]);
}

/** Pins the members of clusters without an edit: a person said that nothing is to change. */
export async function settle(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query('update cluster_member set pinned = true where cluster_id = any($1::uuid[]) and not pinned', [ids]);
  await tx.query('update cluster set settled = true where id = any($1::uuid[])', [ids]);
}

/**
 * Puts an edit on record and carries it out: `items` (all, when left out) go from `clusterId` to `otherId`, both clusters
 * are settled, and the one that they left becomes a signpost when it is empty. A few statements, however many items.
 */
export async function carryOut(
  tx: Sql,
  edit: EditRow & { readonly otherId: string },
  items: readonly string[] | null,
): Promise<number> {
  const { clusterId, otherId } = edit;
  const both = [clusterId, otherId];
  const id = await insertEdit(tx, edit);
  await tx.query(RECORD, [id, clusterId, otherId, items, both]);
  await tx.query(CARRY_OUT, [id]);
  await tx.query('update cluster set settled = true where id = any($1::uuid[])', [both]);
  await recount(tx, both);
  const signposts = await becomeSignpost(tx, clusterId, otherId);
  await tx.query(
    `update cluster_edit set after = jsonb_build_object('emptied', $2::boolean, 'signposts', $3::jsonb, 'moved',
       (select count(*) from cluster_edit_item where edit_id = $1 and from_cluster_id <> to_cluster_id)) where id = $1`,
    [id, signposts !== undefined, JSON.stringify(signposts ?? [])],
  );
  return id;
}
