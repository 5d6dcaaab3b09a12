import { edge, type Stage } from '@huiyin/loop';
import type { Sql } from '@huiyin/database';
import type { Facts, Go, Wait } from './stage-handler.js';

/** An item and how it leaves its stage. */
export interface Leaving {
  readonly id: string;
  readonly go: Go<Stage>;
}

/** When the work on a visit began: at the start of this transaction (a lane), or only now (a person finished it). */
export type WorkStarted = 'with-transaction' | 'now';

/** Facts as columns; `null` leaves the column as it is. */
function factColumns(facts: Facts): Record<string, unknown> {
  return {
    kind: facts.kind,
    category: facts.category,
    sentiment: facts.sentiment,
    urgency: facts.urgency,
    language: facts.language,
    region: facts.region,
    unit_id: facts.unitId,
    customer_id: facts.customerId,
    priority: facts.priority,
    limit_seconds: facts.limitSeconds === 'none' ? -1 : facts.limitSeconds,
  };
}

const FACT_TYPES = `kind text, category text, sentiment text, urgency smallint, language text, region text, unit_id bigint,
  customer_id uuid, priority smallint, limit_seconds float8`;

const SET_FACTS = `kind = coalesce(d.kind, f.kind), category = coalesce(d.category, f.category),
  sentiment = coalesce(d.sentiment, f.sentiment), urgency = coalesce(d.urgency, f.urgency),
  language = coalesce(d.language, f.language), region = coalesce(d.region, f.region),
  unit_id = coalesce(d.unit_id, f.unit_id), customer_id = coalesce(d.customer_id, f.customer_id),
  priority = coalesce(d.priority, f.priority)`;

/** What a visit ends with, one array each. */
const LEAVE_COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['id', 'uuid'],
  ...['outcome', 'next', 'actor', 'reason', 'kind', 'category', 'sentiment', 'language', 'region'].map(
    (name) => [name, 'text'] as const,
  ),
  ['cycles', 'int'],
  ['urgency', 'smallint'],
  ['priority', 'smallint'],
  ['unit_id', 'bigint'],
  ['customer_id', 'uuid'],
  ['limit_seconds', 'float8'],
];

const LEAVE = `
with t as materialized (select loop_now() as at, loop_transaction_start() as start),
d as materialized (
  select * from unnest(${LEAVE_COLUMNS.map(([, type], i) => `$${i + 3}::${type}[]`).join(', ')})
    as d(${LEAVE_COLUMNS.map(([name]) => name).join(', ')})
),
left_visit as (
  insert into stage_visit (feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor)
  select f.id, f.seq, f.cycle, f.stage, f.unit_id, f.stage_since, s.at, greatest(t.at, s.at), d.outcome, d.actor
  from d join feedback f on f.id = d.id cross join t
  cross join lateral (
    select greatest(f.stage_since, coalesce(f.started_at, case when $1 = 'now' then t.at else t.start end)) as at
  ) s
  -- Not "=": for a few items the planner would read every row of the stage instead of their keys.
  where f.stage is not distinct from $2 and f.state <> 'closed'
  returning feedback_id, left_at
)
update feedback f set
  stage = case when d.next = 'closed' then f.stage else d.next end,
  state = case when d.next = 'closed' then 'closed' else 'ready' end,
  cycle = f.cycle + d.cycles,
  seq = f.seq + case when d.next = 'closed' then 0 else 1 end,
  stage_since = l.left_at,
  started_at = null,
  due_at = case when d.next = 'closed' then null else l.left_at end,
  closed_at = case when d.next = 'closed' then l.left_at end,
  close_reason = d.reason,
  limit_at = case when d.limit_seconds < 0 or d.next = 'closed' then null
    when d.limit_seconds is not null then l.left_at + d.limit_seconds * interval '1 second' else f.limit_at end,
  attempts = 0, error = null, waiting_for = null, woken_by = 'entry',
  ${SET_FACTS}
from d join left_visit l on l.feedback_id = d.id
where f.id = d.id`;

/**
 * Writes, in one statement, the ledger row of every visit that ends and the item row of the next one, so that
 * `entered_at(n+1) = left_at(n)` to the microsecond. Items that are no longer in `stage` are left alone.
 */
export async function leaveStage(
  tx: Sql,
  stage: Stage,
  leaving: readonly Leaving[],
  started: WorkStarted,
): Promise<void> {
  if (leaving.length === 0) return;
  const rows = leaving.map(({ id, go }): Row => {
    const { to, nextCycle } = edge(stage, go.outcome);
    const decision = { id, outcome: go.outcome, next: to, cycles: nextCycle ? 1 : 0, actor: go.actor ?? 'system' };
    return Object.assign(factColumns(go.facts), decision, { reason: go.reason });
  });
  const columns = LEAVE_COLUMNS.map(([name, type]) => arrayOf(rows, name, type === 'text'));
  await tx.query(LEAVE, [started, stage, ...columns]);
}

type Row = Readonly<Record<string, unknown>>;

/** One column as an array for Postgres, written by hand: the driver would look at every single value, and rows of JSON take three times as long to read. */
function arrayOf(rows: readonly Row[], name: string, quoted: boolean): string {
  const values = rows.map((row) => {
    const value = row[name] as string | number | null | undefined;
    if (value === null || value === undefined) return 'null';
    return quoted ? `"${String(value).replace(/["\\]/g, '\\$&')}"` : value;
  });
  return `{${values.join(',')}}`;
}

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
returning f.state`;

/**
 * Records a failed try of each item: tried again after 1, 2, 4, … seconds, parked after `MAX_ATTEMPTS`.
 * @returns how many of them were parked
 */
export async function recordFailures(
  tx: Sql,
  stage: Stage,
  failures: readonly { id: string; code: string; detail: string }[],
): Promise<number> {
  if (failures.length === 0) return 0;
  const rows = await tx.query<{ state: string }>(FAIL, [JSON.stringify(failures), MAX_ATTEMPTS, stage]);
  return rows.filter((row) => row.state === 'parked').length;
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
