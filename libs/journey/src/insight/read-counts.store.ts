import { putInto, type Put, type Sql } from '@huiyin/database';
import type { Kind, Stage } from '@huiyin/loop';
import type { Sight } from '@huiyin/org';
import { COUNTED } from './count-visits.store.js';
import { happeningCode, type Counts } from './sketch.js';
import { ALL_STAGES, CODE_JOINS, CODES, slotOf } from './visit-codes.js';

/**
 * Period `[from, to)` as ISO 8601, and what to look at. Without `to` it ends now, without `from` it begins 30 days before its end.
 * `unitPath` takes in everything under a unit.
 */
export interface InsightFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly unitPath: string | null;
  readonly kind: Kind | null;
  readonly product: string | null;
  /** Whose figures they are: only visits to units that are seen count. */
  readonly sight: Sight;
}

/** A period with both ends, ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** True when it has not ended: nothing lies after `to` yet. */
  readonly open: boolean;
}

/** A unit with everything under it; id 0 and path '' are everything, also what no unit has. */
export interface Scope {
  readonly id: number;
  readonly path: string;
}

/** What is counted apart: nothing, the scopes, or the days in a time zone. */
export type Apart = 'nothing' | 'scopes' | { readonly by: 'day' | 'week' | 'month'; readonly zone: string };

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

/** The units that a filter and the sight of who asks leave, none of them under another. */
export function scopesOf({ unitPath, sight }: Pick<InsightFilter, 'unitPath' | 'sight'>): Scope[] {
  if (sight.everything) return [unitPath === null ? { id: 0, path: '' } : scopeOf(unitPath)];
  const seen = sight.unitPaths.filter((path) => !sight.unitPaths.some((o) => o !== path && path.startsWith(o)));
  const unique = [...new Set(seen)];
  if (unitPath === null) return unique.map(scopeOf);
  if (unique.some((path) => unitPath.startsWith(path))) return [scopeOf(unitPath)];
  return unique.filter((path) => path.startsWith(unitPath)).map(scopeOf);
}

/** The unit of a path. */
export function scopeOf(path: string): Scope {
  return { id: Number(path.split('/').at(-2)), path };
}

/** The part of the counted visits that answers a filter; undefined when only the ledger does. */
function partOf({ kind, product }: InsightFilter, scopes: readonly Scope[]): string | undefined {
  if (kind === null && product === null) return '';
  if (scopes.some(({ id }) => id !== 0) || (kind !== null && product !== null)) return undefined;
  return kind === null ? `product:${product}` : `kind:${kind}`;
}

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
  const values: unknown[] = [];
  const rows = await sql.query<{ key: string; stage: Stage; counts: [code: number, n: number][] }>(
    statement({ filter, apart, scopes, part: partOf(filter, scopes) }, putInto(values)),
    values,
  );
  return rows.map(({ counts, ...row }) => ({ ...row, counts: new Map(counts) }));
}

interface Asked {
  readonly filter: InsightFilter & Period;
  readonly apart: Apart;
  readonly scopes: readonly Scope[];
  readonly part: string | undefined;
}

function statement(asked: Asked, put: Put): string {
  const { apart, filter, scopes, part } = asked;
  const [from, to] = [put(filter.from), put(filter.open ? 'infinity' : filter.to)];
  const zone = typeof apart === 'object' ? put(apart.zone) : '';
  const key = (moment: string, scope: string) => {
    if (apart === 'nothing') return `''`;
    if (apart === 'scopes') return `${scope}::text`;
    return `date_trunc('${apart.by}', ${moment} at time zone ${zone})::date::text`;
  };
  const ledger = ledgerOf(asked, put, key);
  return `with pos as materialized (
      select coalesce(max(xid), '0') as xid, coalesce(max(event_id), 0) as event_id from feed_cursor where name = '${COUNTED}'
    ), p as materialized (
      select q.from, q.to, least(q.s0, q.to) as s0, greatest(q.s1, least(q.s0, q.to)) as s1 from (
        select ${from}::timestamptz as from, ${to}::timestamptz as to,
          ${part === undefined ? `'infinity'::timestamptz` : slotOf(`${from}::timestamptz + interval '4 hours' - interval '1 microsecond'`)} as s0,
          ${part === undefined || filter.open ? `${to}::timestamptz` : slotOf(`${to}::timestamptz`)} as s1) q
    ), told as (
      ${part === undefined ? '' : `${countedBefore(scopes, part, put, key)} union all`}
      ${[...ledger('left_at', `${CODE_JOINS} ${CODES}`, 'c.code'), ...ledger('entered_at', '', String(happeningCode('entered')))].join('\n union all ')}
    )
    select key, stage, json_agg(json_build_array(code, n)) as counts from (
      select key, stage, code, sum(n)::bigint as n from told where code is not null group by 1, 2, 3) t group by 1, 2`;
}

type Key = (moment: string, scope: string) => string;

function countedBefore(scopes: readonly Scope[], part: string, put: Put, key: Key): string {
  return `select ${key('v.slot', 'v.unit_id')} as key, v.stage, (e + 2147483648) >> 32 as code, e - (((e + 2147483648) >> 32) << 32) as n
    from visit_sketch v cross join lateral unnest(v.sketch) e
    where v.unit_id = any(${put(scopes.map(({ id }) => id))}::bigint[]) and v.part = ${put(part)}
      and v.slot >= (select s0 from p) and v.slot < (select s1 from p)`;
}

/** Visits by a moment of theirs, out of the ledger: all at both ends of the period, and between them those that were not counted yet. */
function ledgerOf({ filter, scopes }: Asked, put: Put, key: Key) {
  const kept = visitsKept(filter, put);
  const all = scopes.some(({ id }) => id === 0);
  const [ids, paths] = all ? [[], []] : [scopes.map(({ id }) => id), scopes.map(({ path }) => path)];
  const [idList, pathList] = [put(ids), put(paths)];
  const named = `unnest(${idList}::bigint[], ${pathList}::text[]) s(id, path)`;
  const units = all
    ? `cross join (select 0::bigint as id where cardinality(${idList}::bigint[]) + cardinality(${pathList}::text[]) = 0) s`
    : `join unit u on u.id = v.unit_id join ${named} on starts_with(u.path, s.path)`;
  const within = all
    ? 'true'
    : `v.unit_id = any(array(select u.id from unit u join ${named} on starts_with(u.path, s.path)))`;
  return (column: 'left_at' | 'entered_at', codes: string, code: string): string[] =>
    byMoment(column).map(
      (condition) => `select ${key(`v.${column}`, 's.id')} as key, v.stage, ${code} as code, 1::bigint as n
      from stage_visit v join feedback f on f.id = v.feedback_id ${units} ${codes} where ${condition} and ${within} and ${kept}`,
    );
}

/** The SQL condition that the item `f` is of the kind and the product that are looked at. */
export function visitsKept({ kind, product }: Pick<InsightFilter, 'kind' | 'product'>, put: Put): string {
  const kept = [kind === null ? '' : `f.kind = ${put(kind)}`, product === null ? '' : `f.product = ${put(product)}`];
  return kept.filter(Boolean).join(' and ') || 'true';
}

const byMoment = (column: 'left_at' | 'entered_at') => [
  `v.stage = any(${ALL_STAGES}) and v.${column} >= (select p.from from p) and v.${column} < (select s0 from p)`,
  `v.stage = any(${ALL_STAGES}) and v.${column} >= (select s1 from p) and v.${column} < (select p.to from p)`,
  // Written so that no index of the column fits: there are few of them, and they are found by their place in the feed.
  `(v.xid, v.event_id) > ((select xid from pos), (select event_id from pos))
   and v.${column} + interval '0' >= (select s0 from p) and v.${column} + interval '0' < (select s1 from p)`,
];
