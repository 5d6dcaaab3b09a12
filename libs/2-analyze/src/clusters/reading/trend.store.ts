import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';

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
 * Work is proportional to the members of the cluster.
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
     left join (
       select date_trunc($4, w.received_at) as start, count(*) as items,
         count(distinct f.customer_id) + count(*) filter (where f.customer_id is null) as customers
       from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id join feedback f on f.id = m.feedback_id
       where m.cluster_id = $1 and w.received_at >= $2 and w.received_at < $3 group by 1) n on n.start = p.start
     order by p.start`,
    [id, period.first, period.end, by],
  );
}

function wrong(field: string, message: string): CodedError {
  return new CodedError('validation-failed', `The period cannot be used: ${field} ${message}.`, [{ field, message }]);
}
