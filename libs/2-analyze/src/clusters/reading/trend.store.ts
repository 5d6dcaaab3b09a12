import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { COUNTED_WHEN_ASKED } from './cluster-list.store.js';

/** Lengths of the parts of a trend. */
export const TREND_STEPS = ['day', 'week'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

/** Items of a cluster that were received within one day or week (UTC; weeks begin on Monday). */
export interface TrendPart {
  /** The day, or the first day of the week: `2026-11-22`. */
  readonly day: string;
  readonly items: number;
  /** Different customers of these items; one from nobody known counts as one. */
  readonly customers: number;
}

/** What a trend is asked for. */
export interface TrendQuery {
  /** `day` when left out. */
  readonly by?: TrendStep;
  /** 90 days, or 26 weeks, before `to` when left out; moved back to the begin of its day or week. */
  readonly from?: string;
  /** Now when left out. */
  readonly to?: string;
}

const ORDINARY = { day: '89 days', week: '25 weeks' } as const;
/** Days or weeks that one answer has at most. */
const MOST_PARTS = 1_100;

/**
 * The trend of a cluster by when its items were received, oldest first; days and weeks without any are there with 0.
 * Up to 2,000 members are counted as they are now. Of a larger cluster whole days are added up as the worker counted them
 * last: some minutes old, the customers of a week those of its days (who came on two days counts twice).
 * @throws {CodedError} `validation-failed` when the period is empty or longer than 1,100 days or weeks
 */
export async function readTrend(sql: Sql, id: string, { by = 'day', from, to }: TrendQuery = {}): Promise<TrendPart[]> {
  const values = [by, from ?? null, to ?? null, ORDINARY[by]];
  const [period] = await sql.query<{ first: string; end: string; parts: number }>(
    `select first, "end", extract(epoch from "end" - first) / case $1 when 'day' then 86400 else 604800 end as parts
     from (select coalesce($3::timestamptz, loop_now()) as "end") e
     cross join lateral (select date_trunc($1, coalesce($2::timestamptz, "end" - interval '1 microsecond' - $4::interval)) as first) f`,
    values,
  );
  if (!period || period.parts <= 0) throw wrong('to', 'must be after from');
  if (period.parts > MOST_PARTS) throw wrong('from', `must be at most ${MOST_PARTS} days or weeks before to`);
  return sql.query<TrendPart>(
    `select to_char(p.start, 'YYYY-MM-DD') as day, coalesce(n.items, 0) as items, coalesce(n.customers, 0) as customers
     from generate_series($2::timestamptz, $3::timestamptz - interval '1 microsecond', ('1 ' || $4)::interval) as p(start)
     left join (${(await isRolledUp(sql, id)) ? FROM_DAYS : FROM_MEMBERS} group by 1) n on n.start = p.start
     order by p.start`,
    [id, period.first, period.end, by],
  );
}

const FROM_MEMBERS = `select date_trunc($4, w.received_at) as start, count(*) as items,
    count(distinct f.customer_id) + count(*) filter (where f.customer_id is null) as customers
  from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id join feedback f on f.id = m.feedback_id
  where m.cluster_id = $1 and w.received_at >= $2 and w.received_at < $3`;

const FROM_DAYS = `select date_trunc($4, day::timestamptz) as start, sum(items)::int as items, sum(customers)::int as customers
  from cluster_day where cluster_id = $1 and day >= $2::timestamptz::date and day < $3::timestamptz`;

/** What several clusters received, for a small curve of each. */
export interface Trends {
  readonly id: string;
  /** Items of times of seven days, oldest first; the last one ends now. */
  readonly weeks: readonly number[];
}

/** Times of seven days that a small curve has. */
export const CURVE_WEEKS = 12;

/**
 * Items of each cluster within twelve times seven days until now. What a larger cluster received is added up from whole
 * days (UTC) as the worker counted them last. Unknown ids are left out.
 */
export function readTrends(sql: Sql, ids: readonly string[]): Promise<Trends[]> {
  return sql.query<Trends>(
    `with c as materialized (
       select c.id, size > ${COUNTED_WHEN_ASKED} and exists (select from cluster_day d where d.cluster_id = c.id) as large
       from cluster c where c.id = any($1::uuid[])),
     t as materialized (select loop_now() as now, loop_now() - ${CURVE_WEEKS} * interval '7 days' as first),
     n as (
       select c.id, floor(extract(epoch from t.now - w.received_at) / 604800)::int as week, count(*) as items
       from c cross join t join cluster_member m on m.cluster_id = c.id join feedback_words w on w.feedback_id = m.feedback_id
       where not c.large and w.received_at > t.first group by 1, 2
       union all
       select c.id, floor((t.now::date - d.day) / 7.0)::int, sum(d.items)
       from c cross join t join cluster_day d on d.cluster_id = c.id where c.large and d.day > t.first::date group by 1, 2)
     select c.id, array(select coalesce(sum(n.items), 0)::int from generate_series(${CURVE_WEEKS - 1}, 0, -1) as p(week)
       left join n on n.id = c.id and n.week = p.week group by p.week order by p.week desc) as weeks
     from c`,
    [ids],
  );
}

async function isRolledUp(sql: Sql, id: string): Promise<boolean> {
  const [row] = await sql.query<{ large: boolean }>(
    'select size > $2 and exists (select from cluster_day d where d.cluster_id = c.id) as large from cluster c where id = $1',
    [id, COUNTED_WHEN_ASKED],
  );
  return row?.large === true;
}

function wrong(field: string, message: string): CodedError {
  return new CodedError('validation-failed', `The period cannot be used: ${field} ${message}.`, [{ field, message }]);
}
