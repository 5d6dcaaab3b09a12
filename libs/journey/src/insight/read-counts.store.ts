import { putInto, type Sql } from '@huiyin/database';
import type { Stage } from '@huiyin/loop';
import { COUNTED } from './count-visits.store.js';
import { countStatement, type Bounds } from './count-statement.js';
import { scopesOf, type Apart, type InsightFilter, type Period, type Scope } from './narrowing.js';
import type { Counts } from './sketch.js';
import { slotOf } from './visit-codes.js';

/** What was counted of a stage: of a scope by its id, or of a day as `2026-11-22`; key '' where nothing is told apart. */
export interface Counted {
  readonly key: string;
  readonly stage: Stage;
  readonly counts: Counts;
}

/** The period that a filter means, by the clock of the loop. */
export async function periodOf(sql: Sql, { from, to }: Pick<InsightFilter, 'from' | 'to'>): Promise<Period> {
  const [row] = await sql.query<Period>(
    `select coalesce($1, p.to - interval '30 days') as from, p.to, p.to >= p.now as open
     from (select coalesce($2::timestamptz, n.now) as to, n.now from (select loop_now() as now) n) p`,
    [from, to],
  );
  return row as Period;
}

/** The part of the counted visits that answers a filter; undefined when only the ledger does. */
function partOf({ kind, product }: InsightFilter, scopes: readonly Scope[]): string | undefined {
  if (kind === null && product === null) return '';
  if (scopes.some(({ id }) => id !== 0) || (kind !== null && product !== null)) return undefined;
  return kind === null ? `product:${product}` : `kind:${kind}`;
}

/** The cursor of what has been counted goes on while figures are read; so often is it asked again. */
const TRIES = 5;

/**
 * What happened to visits in a period: whole slots as they were counted before, the rest of the period and what was not counted yet out of
 * the ledger. Every number is exact; only where in its bin a length of time lay is not known any more.
 */
export async function readCounts(
  sql: Sql,
  filter: InsightFilter & Period,
  apart: Apart = 'nothing',
  scopes: readonly Scope[] = scopesOf(filter),
): Promise<Counted[]> {
  if (scopes.length === 0) return [];
  const part = partOf(filter, scopes);
  for (let tries = 1; ; tries++) {
    // Told as values and not worked out within the statement: Postgres plans quite differently when it knows how little there is.
    const bounds = await boundsOf(sql, filter);
    const values: unknown[] = [];
    const rows = await sql.query<{ key: string; stage: Stage | 'cursor'; counts: [code: number, n: number][] }>(
      countStatement({ filter, apart, scopes, part, bounds }, putInto(values)),
      values,
    );
    const cursor = rows.find(({ stage }) => stage === 'cursor')?.key;
    if (cursor === `${bounds.xid}-${bounds.eventId}` || tries === TRIES)
      return rows.flatMap(({ key, stage, counts }) =>
        stage === 'cursor' ? [] : [{ key, stage, counts: new Map(counts) }],
      );
  }
}

async function boundsOf(sql: Sql, { from, to, open }: Period): Promise<Bounds> {
  const [row] = await sql.query<Omit<Bounds, 'to'>>(
    `select coalesce(c.xid::text, '0') as xid, coalesce(c.event_id::text, '0') as "eventId",
       ${slotOf(`$1::timestamptz + interval '4 hours' - interval '1 microsecond'`)} as first, ${slotOf('$2::timestamptz')} as last
     from (select 1) one left join feed_cursor c on c.name = $3`,
    [from, to, COUNTED],
  );
  return open ? { ...row!, last: 'infinity', to: 'infinity' } : { ...row!, to };
}
