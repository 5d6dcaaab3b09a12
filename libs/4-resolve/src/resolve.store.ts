import { tellStaff, type StaffEventToTell } from '@huiyin/bus';
import { putInto, type RowCondition, type Sql } from '@huiyin/database';
import type { Resolution, ResolveStanding } from './resolve.js';

/** Where the items of a batch stand. */
export function loadStandings(tx: Sql, ids: readonly string[]): Promise<ResolveStanding[]> {
  return tx.query<ResolveStanding>(
    `select f.id, r.actor as "resolvedBy", extract(epoch from f.limit_at - loop_now())::float8 as "secondsLeft"
     from feedback f
     left join item_resolution i on i.feedback_id = f.id and i.cycle = f.cycle
     left join resolution r on r.id = i.resolution_id
     where f.id = any($1::uuid[])`,
    [ids],
  );
}

/** Puts on record that the time limit of these visits has passed, and tells staff: once for each visit. */
export async function recordEscalations(tx: Sql, ids: readonly string[]): Promise<void> {
  const late = await tx.query<StaffEventToTell>(
    `with late as (insert into escalation (feedback_id, seq, unit_id) select id, seq, unit_id from feedback where id = any($1::uuid[])
       on conflict do nothing returning feedback_id, unit_id)
     select f.id as "feedbackId", late.unit_id as "unitId", jsonb_build_object('limitAt', f.limit_at) as facts
     from late join feedback f on f.id = late.feedback_id`,
    [ids],
  );
  await tellStaff(tx, 'item.overdue', late);
}

/** A resolution about to be stored. */
export interface ResolutionRow extends Resolution {
  readonly id: string;
  readonly clusterId: string | null;
  readonly actor: string;
  /** The originals of what is masked; null when nothing is. */
  readonly sealed: string | null;
}

/** Stores a resolution; which items it is for is recorded apart. */
export async function insertResolution(tx: Sql, row: ResolutionRow): Promise<void> {
  await tx.query(
    'insert into resolution (id, cluster_id, action, summary, reply, actor, sealed) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.clusterId, row.action, row.summary, row.reply, row.actor, row.sealed],
  );
}

/** The resolution is for this item, in this cycle. */
export async function resolveOne(tx: Sql, resolutionId: string, item: { id: string; cycle: number }): Promise<void> {
  await tx.query('insert into item_resolution (feedback_id, cycle, resolution_id) values ($1, $2, $3)', [
    item.id,
    item.cycle,
    resolutionId,
  ]);
}

/** Items that a resolution is for: those of a cluster that whoever decides may see. */
export interface Members {
  readonly clusterId: string;
  readonly seen: RowCondition;
}

/** Not closed, and before delivery, wherever that is. */
const IS_OPEN = `f.state <> 'closed' and f.stage in ('collect', 'analyze', 'route', 'resolve')`;

/** An item for which a resolution of its cluster would be. */
export interface OpenMember {
  readonly id: string;
  readonly cycle: number;
  /** Of the customer's words, as the analysis names it. */
  readonly language: string | null;
  readonly kind: string | null;
}

/** The items that {@link resolveMembers} would take now, the latest first. */
export function listOpenMembers(sql: Sql, { clusterId, seen }: Members): Promise<OpenMember[]> {
  const values: unknown[] = [clusterId];
  return sql.query<OpenMember>(
    `select f.id, f.cycle, f.language, f.kind from cluster_member m join feedback f on f.id = m.feedback_id
     where m.cluster_id = $1 and ${IS_OPEN} and ${seen(putInto(values), 'f')}
       and not exists (select from item_resolution i where i.feedback_id = f.id and i.cycle = f.cycle) order by f.id desc`,
    values,
  );
}

/**
 * The resolution is for every open item of the cluster that has none yet, wherever before delivery it is: those on their way
 * meet it when they arrive. Rows are locked first, so that no lane lets one slip into waiting unseen.
 * @returns the ids it is for
 */
export async function resolveMembers(tx: Sql, resolutionId: string, { clusterId, seen }: Members): Promise<string[]> {
  const values: unknown[] = [resolutionId, clusterId];
  const rows = await tx.query<{ id: string }>(
    `with open as materialized (
       select f.id, f.cycle from cluster_member m join feedback f on f.id = m.feedback_id
       where m.cluster_id = $2 and ${IS_OPEN} and ${seen(putInto(values), 'f')}
       order by f.id for update of f
     )
     insert into item_resolution (feedback_id, cycle, resolution_id) select id, cycle, $1 from open
     on conflict do nothing returning feedback_id as id`,
    values,
  );
  return rows.map((row) => row.id);
}

/** Puts a hand-back on record. */
export async function insertHandBack(
  tx: Sql,
  item: { id: string; seq: number; cycle: number; unitId: number | null },
  handBack: { reason: string; toUnitId: number | null; actor: string },
): Promise<void> {
  await tx.query(
    'insert into hand_back (feedback_id, seq, cycle, from_unit_id, to_unit_id, reason, actor) values ($1, $2, $3, $4, $5, $6, $7)',
    [item.id, item.seq, item.cycle, item.unitId, handBack.toUnitId, handBack.reason, handBack.actor],
  );
}
