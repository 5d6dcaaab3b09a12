import type { Sql } from '@huiyin/database';
import type { Passage } from './passage.js';
import { factColumns, SET_FACTS } from './facts.js';

/** Columns of one of the two tables that `unnest` makes of arrays. */
type Columns = readonly (readonly [name: string, type: string])[];

/** Where an item has come to. */
const ITEM: Columns = [
  ['id', 'uuid'],
  ...['stage', 'state', 'reason', 'kind', 'category', 'sentiment', 'language', 'region'].map(
    (name) => [name, 'text'] as const,
  ),
  ['seq', 'int'],
  ['cycle', 'int'],
  ['since', 'timestamptz'],
  ['urgency', 'smallint'],
  ['priority', 'smallint'],
  ['unit_id', 'bigint'],
  ['customer_id', 'uuid'],
  ['limit_seconds', 'float8'],
  ['limit_from', 'timestamptz'],
];

const VISIT: Columns = [
  ['feedbackId', 'uuid'],
  ['seq', 'int'],
  ['cycle', 'int'],
  ['stage', 'text'],
  ['unitId', 'bigint'],
  ['enteredAt', 'timestamptz'],
  ['startedAt', 'timestamptz'],
  ['leftAt', 'timestamptz'],
  ['outcome', 'text'],
  ['actor', 'text'],
];

const arrays = (columns: Columns, from: number): string =>
  columns.map(([, type], i) => `$${i + from}::${type}[]`).join(', ');

const LEAVE = `
with visit as (
  insert into stage_visit (feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor)
  select * from unnest(${arrays(VISIT, 1)})
)
update feedback f set
  stage = d.stage, state = d.state, cycle = d.cycle, seq = d.seq, stage_since = d.since, started_at = null,
  due_at = case when d.state <> 'closed' then d.since end,
  closed_at = case when d.state = 'closed' then d.since end,
  close_reason = d.reason,
  limit_at = case when d.limit_seconds < 0 or d.state = 'closed' then null
    when d.limit_seconds is not null then d.limit_from + d.limit_seconds * interval '1 second' else f.limit_at end,
  attempts = 0, error = null, waiting_for = null, woken_by = 'entry',
  ${SET_FACTS}
from unnest(${arrays(ITEM, VISIT.length + 1)}) as d(${ITEM.map(([name]) => name).join(', ')})
where f.id = d.id`;

/**
 * Writes, in one statement, the ledger row of every visit that has ended and the item row where each item rests now.
 * The items must be locked by the transaction since they were read.
 */
export async function depart(tx: Sql, passages: readonly Passage[]): Promise<void> {
  if (passages.length === 0) return;
  const visits = passages.flatMap((passage) => passage.visits as readonly object[] as readonly Row[]);
  await tx.query(LEAVE, [...arraysOf(VISIT, visits), ...arraysOf(ITEM, passages.map(rowOf))]);
}

/** The time of the loop, for the end of a visit. */
export async function loopNow(tx: Sql): Promise<string> {
  const [row] = await tx.query<{ at: string }>('select loop_now() as at');
  return row!.at;
}

type Row = Readonly<Record<string, unknown>>;

function rowOf({ item, closed, facts, limitFrom, reason }: Passage): Row {
  const { id, stage, seq, cycle, stageSince } = item;
  const standing = { id, stage, seq, cycle, since: stageSince, state: closed ? 'closed' : 'ready' };
  return { ...factColumns(facts), ...standing, limit_from: limitFrom, reason };
}

const arraysOf = (columns: Columns, rows: readonly Row[]): string[] =>
  columns.map(([name, type]) => arrayOf(rows, name, type === 'text'));

/** One column as an array for Postgres, written by hand: the driver would look at every single value, and rows of JSON take three times as long to read. */
function arrayOf(rows: readonly Row[], name: string, quoted: boolean): string {
  const values = rows.map((row) => {
    const value = row[name] as string | number | null | undefined;
    if (value === null || value === undefined) return 'null';
    return quoted ? `"${String(value).replace(/["\\]/g, '\\$&')}"` : value;
  });
  return `{${values.join(',')}}`;
}
