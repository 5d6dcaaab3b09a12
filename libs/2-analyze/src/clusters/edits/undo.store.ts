import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Moved } from './carry.store.js';
import type { ChangedValues, EditKind } from './edit.js';
import { edited, type Edited } from './edits.store.js';
import { becomeSignpost, editing, lockRows, recount, revive } from './standing.store.js';

interface EditRecord {
  readonly id: number;
  readonly kind: EditKind;
  readonly clusterId: string;
  readonly otherId: string | null;
  readonly before: ChangedValues | null;
  /** {@link Moved} where items moved; the engine's own records need not have all of it. */
  readonly after: Partial<Moved> | null;
  readonly undoneAt: string | null;
}

/**
 * Takes an edit back: items return to where they were with the pin that they had, values become what they were, a
 * signpost becomes a cluster again, and a cluster that is left without items becomes a signpost. Items that joined since
 * stay. What a later edit decided stays decided, so a cluster remains settled while one stands; undoing what the machine
 * did is a decision too: it pins the items where they were and settles both clusters.
 * @throws {CodedError} `not-found`; `edit-undone` the second time; `edit-superseded` when a later edit moved the same items,
 *   changed the same values or made a signpost of the cluster: that one has to be undone first
 */
export function undoEdit(db: Database, editId: number, actor: string): Promise<Edited> {
  return editing(db, async (tx) => {
    const edit = await load(tx, editId);
    await refuseSuperseded(tx, edit);
    const touched = edit.otherId === null ? [edit.clusterId] : [edit.clusterId, edit.otherId];
    await lockRows(tx, touched);
    await tx.query('update cluster_edit set undone_at = loop_now(), undone_by = $2 where id = $1', [edit.id, actor]);
    if (edit.otherId === null) await restoreValues(tx, edit);
    const returned = await giveBack(tx, edit, await holders(tx, edit, touched));
    if (edit.otherId !== null) await restoreClusters(tx, edit, edit.otherId, returned);
    await tx.query(
      `update cluster c set settled = exists (
         select from cluster_edit e where (e.kind <> 'regroup') = (e.undone_at is null) and (e.cluster_id = c.id or e.other_id = c.id)
       ) or exists (
         select from cluster_suggestion s where s.state = 'refused' and (s.cluster_id = c.id or s.other_id = c.id)
       ) where c.id = any($1::uuid[])`,
      [touched],
    );
    return edited(tx, edit.id, touched);
  });
}

async function load(tx: Sql, editId: number): Promise<EditRecord> {
  const [edit] = await tx.query<EditRecord>(
    `select id, kind, cluster_id as "clusterId", other_id as "otherId", before, after, undone_at as "undoneAt"
     from cluster_edit where id = $1`,
    [editId],
  );
  if (!edit) throw new CodedError('not-found', `There is no edit ${editId}. GET /api/v1/clusters/edits lists them.`);
  if (edit.undoneAt)
    throw new CodedError('edit-undone', `Edit ${editId} was undone at ${edit.undoneAt}. There is nothing left to do.`);
  return edit;
}

const LATER = {
  'moved the same items': `select l.edit_id as id from cluster_edit_item i
    join cluster_edit_item l on l.feedback_id = i.feedback_id and l.edit_id > i.edit_id and l.from_cluster_id <> l.to_cluster_id
    where i.edit_id = $1 and i.from_cluster_id <> i.to_cluster_id`,
  'changed the same values': `select l.id from cluster_edit e join cluster_edit l on l.cluster_id = e.cluster_id and l.id > e.id
    where e.id = $1 and e.kind = 'change' and l.kind = 'change'
      and exists (select from jsonb_object_keys(e.before) as k where l.before ? k)`,
  'took the last items out of the cluster': `select l.id from cluster_edit e join cluster_edit l on l.cluster_id = e.cluster_id and l.id > e.id
    where e.id = $1 and e.other_id is not null and l.after->'emptied' = 'true'`,
} as const;

async function refuseSuperseded(tx: Sql, { id }: EditRecord): Promise<void> {
  for (const [reason, query] of Object.entries(LATER)) {
    const [later] = await tx.query<{ id: number; kind: EditKind; actor: string; madeAt: string }>(
      `select e.id, e.kind, e.actor, e.made_at as "madeAt" from cluster_edit e
       where e.undone_at is null and e.id in (${query}) order by e.id desc limit 1`,
      [id],
    );
    if (!later) continue;
    const { kind, actor, madeAt } = later;
    throw new CodedError(
      'edit-superseded',
      `Edit ${later.id} (${kind} by ${actor} at ${madeAt}) ${reason} since. Undo edit ${later.id} first.`,
    );
  }
}

async function restoreValues(tx: Sql, { clusterId, before }: EditRecord): Promise<void> {
  await tx.query(
    `update cluster c set name = coalesce(b.name, c.name), named_by = coalesce(b."namedBy", c.named_by),
       status = coalesce(b.status, c.status), locked = coalesce(b.locked, c.locked),
       public_words = case when $2::text::jsonb ? 'publicWords' then b."publicWords" else c.public_words end
     from json_to_record($2::text::json) as b(name text, "namedBy" text, status text, locked boolean, "publicWords" text) where c.id = $1`,
    [clusterId, JSON.stringify(before ?? {})],
  );
}

/** A cluster whose members stay pinned because of what was decided later: an edit, or a suggestion that was refused (null). */
interface Holder {
  readonly clusterId: string;
  readonly editId: number | null;
}

function holders(tx: Sql, { id }: EditRecord, touched: readonly string[]): Promise<Holder[]> {
  return tx.query<Holder>(
    `select c.id as "clusterId", case when x.refused then null else x.edit end as "editId"
     from unnest($2::uuid[]) as c(id) cross join lateral (
       select (select l.id from cluster_edit l where l.id > $1 and l.kind <> 'regroup' and l.undone_at is null
           and (l.cluster_id = c.id or l.other_id = c.id) order by l.id limit 1) as edit,
         exists (select from cluster_suggestion s join cluster_edit e on e.id = $1 and s.decided_at > e.made_at
           where s.state = 'refused' and (s.cluster_id = c.id or s.other_id = c.id)) as refused
     ) x where x.refused or x.edit is not null`,
    [id, touched],
  );
}

/**
 * Items go back with their former pins. Those that only got a pin keep it where a later edit holds their cluster; the
 * pin is then that edit's to take back.
 * @returns how many changed their cluster
 */
async function giveBack(tx: Sql, { id, kind }: EditRecord, held: readonly Holder[]): Promise<number> {
  await tx.query(
    `insert into cluster_edit_item (edit_id, feedback_id, from_cluster_id, to_cluster_id, was_pinned)
     select h."editId", i.feedback_id, i.to_cluster_id, i.to_cluster_id, false
     from cluster_edit_item i join json_to_recordset($2) as h("clusterId" uuid, "editId" bigint) on h."clusterId" = i.to_cluster_id
     where i.edit_id = $1 and i.from_cluster_id = i.to_cluster_id and h."editId" is not null order by i.feedback_id
     on conflict (edit_id, feedback_id) do update set was_pinned = false`,
    [id, JSON.stringify(held)],
  );
  const [returned] = await tx.query<{ items: number }>(
    `with back as (
       update cluster_member m set cluster_id = i.from_cluster_id, pinned = i.was_pinned or $2
       from cluster_edit_item i
       where i.edit_id = $1 and m.feedback_id = i.feedback_id and m.cluster_id = i.to_cluster_id
         and (i.from_cluster_id <> i.to_cluster_id or i.to_cluster_id <> all($3::uuid[]))
       returning i.from_cluster_id <> i.to_cluster_id as moved
     ) select count(*) filter (where moved) as items from back`,
    [id, kind === 'regroup', held.map(({ clusterId }) => clusterId)],
  );
  return returned!.items;
}

/** Makes both clusters right after `returned` items went back from `otherId` to the one that they had left. */
async function restoreClusters(
  tx: Sql,
  { kind, clusterId, after }: EditRecord,
  otherId: string,
  returned: number,
): Promise<void> {
  await recount(tx, [clusterId, otherId]);
  if (returned > 0 || kind === 'merge') await revive(tx, clusterId, after?.signposts ?? []);
  if (returned > 0) await becomeSignpost(tx, otherId, clusterId);
}
