import type { Stage } from '@huiyin/loop';
import type { Sql } from '@huiyin/database';
import { FACT_TYPES, factColumns, SET_FACTS } from './facts.js';
import { tellStaff, type StaffEventToTell } from './staff-events.js';
import type { Wait } from './stage-handler.js';

const WAIT = `
with t as materialized (select loop_now() as at),
d as materialized (select * from jsonb_to_recordset($1) as d(id uuid, waiting_for text, seconds float8, ${FACT_TYPES}))
update feedback f set
  state = 'waiting', waiting_for = d.waiting_for, attempts = 0, error = null, woken_by = 'entry',
  due_at = t.at + d.seconds * interval '1 second',
  started_at = case when d.waiting_for = 'channel' then coalesce(f.started_at, loop_transaction_start()) else f.started_at end,
  limit_at = case when d.limit_seconds < 0 then null
    when d.limit_seconds is not null then t.at + d.limit_seconds * interval '1 second' else f.limit_at end,
  ${SET_FACTS}
from d cross join t
where f.id = d.id and f.stage = $2 and f.state <> 'closed'`;

/** Items stay in their stage and wait. Waiting for a channel is our own work under way: `started_at` is set. */
export async function waitInStage(tx: Sql, stage: Stage, waits: readonly { id: string; wait: Wait }[]): Promise<void> {
  if (waits.length === 0) return;
  const rows = waits.map(({ id, wait }) => {
    return { id, waiting_for: wait.for, seconds: wait.seconds, ...factColumns(wait.facts) };
  });
  await tx.query(WAIT, [JSON.stringify(rows), stage]);
}

/** Failures after which an item is parked. */
export const MAX_ATTEMPTS = 5;

const FAIL = `
with d as materialized (select * from jsonb_to_recordset($1) as d(id uuid, code text, detail text))
update feedback f set
  attempts = f.attempts + 1,
  state = case when f.attempts + 1 >= $2 then 'parked' else 'ready' end,
  waiting_for = null,
  woken_by = case when f.state = 'waiting' then 'timer' else f.woken_by end,
  due_at = loop_now() + least(power(2, f.attempts), 300) * interval '1 second',
  error = jsonb_build_object('code', d.code, 'detail', d.detail, 'at', loop_now())
from d where f.id = d.id and f.stage = $3 and f.state <> 'closed'
returning f.state, f.id as "feedbackId", f.unit_id as "unitId", jsonb_build_object('stage', f.stage, 'code', d.code) as facts`;

/**
 * Records a failed try of each item: tried again after 1, 2, 4, … seconds, parked after `MAX_ATTEMPTS`, of which staff are told.
 * @returns how many of them were parked
 */
export async function recordFailures(
  tx: Sql,
  stage: Stage,
  failures: readonly { id: string; code: string; detail: string }[],
): Promise<number> {
  if (failures.length === 0) return 0;
  const values = [JSON.stringify(failures), MAX_ATTEMPTS, stage];
  const rows = await tx.query<StaffEventToTell & { state: string }>(FAIL, values);
  const parked = rows.filter(({ state }) => state === 'parked');
  await tellStaff(tx, 'item.parked', parked);
  return parked.length;
}

/**
 * Wakes items that wait in `stage`: their lane takes them up at once.
 * @returns how many were waiting
 */
export async function wake(tx: Sql, stage: Stage, ids: readonly string[]): Promise<number> {
  const rows = await tx.query(
    `update feedback set state = 'ready', waiting_for = null, due_at = loop_now(), woken_by = 'signal'
     where id = any($1::uuid[]) and stage = $2 and state = 'waiting' returning id`,
    [ids, stage],
  );
  return rows.length;
}

/**
 * Gives parked items back to their lane with a clean slate.
 * @returns the ids that were parked
 */
export async function replayParked(tx: Sql, filter: { ids?: readonly string[]; stage?: Stage }): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update feedback set state = 'ready', attempts = 0, error = null, due_at = loop_now(), woken_by = 'replay'
     where state = 'parked' and ($1::uuid[] is null or id = any($1)) and ($2::text is null or stage = $2) returning id`,
    [filter.ids ?? null, filter.stage ?? null],
  );
  return rows.map((row) => row.id);
}
