import { putInto, type Put, type Sql } from '@huiyin/database';
import { tell, SMALLEST_GROUP, type Withheld } from './figures.js';
import { scopesOf, visitsKept, type InsightFilter, type Period, type Scope } from './narrowing.js';

/** Items that were received in an hour of a day of the week. */
export interface HourOfWeek {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly n: number | null;
  readonly withheld: Withheld;
}

/** Complaints of a unit and everything under it. */
export interface ComplaintRate {
  readonly unit: number;
  readonly complaints: number | null;
  readonly items: number;
  /** How many customers the unit serves, where it has been said. */
  readonly customers: number | null;
  /** Complaints for 10,000 of `base`. */
  readonly per10000: number | null;
  readonly base: 'customers' | 'items';
  readonly withheld: Withheld;
}

/** The items `f` that came in in a period, as far as they are seen by the unit that has them. */
function received(filter: InsightFilter & Period, scopes: readonly Scope[], put: Put): string {
  const all = scopes.some(({ id }) => id === 0);
  const within = all
    ? 'true'
    : `f.unit_id = any(array(select u.id from unit u join unnest(${put(scopes.map(({ path }) => path))}::text[]) s(path) on starts_with(u.path, s.path)))`;
  return `feedback_words w join feedback f on f.id = w.feedback_id
    where w.received_at >= ${put(filter.from)} and w.received_at < ${put(filter.open ? 'infinity' : filter.to)} and ${within} and ${visitsKept(filter, put)}`;
}

/** When items come in, by the hours of the week in a time zone: all 168, Monday first. */
export async function readHours(sql: Sql, filter: InsightFilter & Period, zone: string): Promise<HourOfWeek[]> {
  const values: unknown[] = [];
  const put = putInto(values);
  const zoned = put(zone);
  const rows = await sql.query<{ at: number; n: number }>(
    // One calculation for each hour that there was, not for each item.
    `select (extract(isodow from h at time zone ${zoned}) * 24 + extract(hour from h at time zone ${zoned}))::int as at, sum(n)::int as n
     from (select date_bin('15 minutes', w.received_at, timestamptz 'epoch') as h, count(*) as n from ${received(filter, scopesOf(filter), put)} group by 1) x group by 1`,
    values,
  );
  const found = new Map(rows.map(({ at, n }) => [at, n]));
  return Array.from({ length: 168 }, (_, index) => {
    const [weekday, hour] = [Math.floor(index / 24) + 1, index % 24];
    return { weekday, hour, ...tell(found.get(weekday * 24 + hour) ?? 0) };
  });
}

/** Complaints for 10,000 customers of each of the units, or for 10,000 items where nobody has said how many customers there are. */
export async function readComplaints(
  sql: Sql,
  filter: InsightFilter & Period,
  scopes: readonly Scope[],
): Promise<ComplaintRate[]> {
  const values: unknown[] = [];
  const put = putInto(values);
  const rows = await sql.query<{ unit: number; complaints: number; items: number; customers: number | null }>(
    `with n as materialized (select f.unit_id, count(*) as items, count(*) filter (where f.kind = 'complaint') as complaints
       from ${received({ ...filter, kind: null }, scopes, put)} group by 1)
     select s.id as unit, coalesce(sum(n.items), 0)::int as items, coalesce(sum(n.complaints), 0)::int as complaints, own.customers
     from unnest(${put(scopes.map(({ id }) => id))}::bigint[], ${put(scopes.map(({ path }) => path))}::text[]) s(id, path)
     join unit own on own.id = s.id
     left join (n join unit u on u.id = n.unit_id) on starts_with(u.path, s.path)
     group by s.id, own.customers`,
    values,
  );
  return rows.map(rateOf);
}

function rateOf(row: { unit: number; complaints: number; items: number; customers: number | null }): ComplaintRate {
  const base = row.customers === null ? 'items' : 'customers';
  const whole = row.customers ?? row.items;
  const told = tell(row.complaints);
  const few = row.items < SMALLEST_GROUP || told.withheld !== null;
  return {
    ...row,
    base,
    complaints: told.n,
    per10000: few ? null : (row.complaints / whole) * 10_000,
    withheld: few ? 'few' : null,
  };
}
