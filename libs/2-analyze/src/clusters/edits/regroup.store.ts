import type { Sql } from '@huiyin/database';
import { MACHINE } from './edit.js';

/** An item that the machine takes from one cluster to another. */
export interface Regrouped {
  readonly feedbackId: string;
  readonly from: string;
  readonly to: string;
}

/** What of a pass went on record. */
export interface RegroupingRecord {
  /** Edits, one for each pair of clusters. */
  readonly edits: number;
  /** Moves that they hold. */
  readonly moves: number;
}

/**
 * Puts on record what a pass moves by itself, so that people see it and can undo it: one edit for each pair of clusters,
 * with its items. Call it in the transaction that moves them, before or after; items that people pinned are not among
 * them. A merge by the machine is a regrouping too.
 * @param limit most moves that are recorded, the pairs with most of them first; a pair is recorded whole or not at all
 */
export async function recordRegrouping(tx: Sql, moves: readonly Regrouped[], limit: number): Promise<RegroupingRecord> {
  const [recorded] = await tx.query<RegroupingRecord>(
    `with move as materialized (
       select "feedbackId" as id, "from" as source, "to" as target from json_to_recordset($1) as m("feedbackId" uuid, "from" uuid, "to" uuid)
       where "from" <> "to"
     ), pair as (
       select source, target, items from (
         select source, target, count(*) as items, sum(count(*)) over (order by count(*) desc, source, target) as so_far from move group by 1, 2
       ) p where so_far <= $2
     ), edit as (
       insert into cluster_edit (kind, cluster_id, other_id, after, actor)
       select 'regroup', source, target, jsonb_build_object('moved', items, 'emptied', false, 'signposts', '[]'::jsonb), $3
       from pair order by items desc, source, target returning id, cluster_id, other_id
     ), item as (
       insert into cluster_edit_item (edit_id, feedback_id, from_cluster_id, to_cluster_id, was_pinned)
       select e.id, m.id, m.source, m.target, false from move m join edit e on e.cluster_id = m.source and e.other_id = m.target
       order by m.id returning 1
     ) select (select count(*) from edit) as edits, (select count(*) from item) as moves`,
    [JSON.stringify(moves), limit, MACHINE],
  );
  return recorded!;
}
