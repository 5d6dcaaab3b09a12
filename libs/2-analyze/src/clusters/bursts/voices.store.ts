import type { Sql } from '@huiyin/database';
import { OTHER } from '../../data/taxonomy.js';
import { VOICE_TIME } from '../reading/voice-time.store.js';
import { HISTORY_HOURS, PRESENT_HOURS } from './history.js';
import type { RecentRow } from './recent.js';

/** An item that is in no cluster yet may be put into one in so many seconds; until then its category is not counted. */
const GATHERED_WITHIN = 25;
const HOUR = `floor(extract(epoch from ${VOICE_TIME}) / 3600)::int`;
const CATEGORY = `(split_part(f.category, '.', 1) || '.' || split_part(f.category, '.', 2))`;
/** A customer who asks again is no other voice; what was dismissed as noise is none. */
const COUNTS = `not exists (select from repeat r where r.feedback_id = f.id)`;
/** In a sub-select, since no index is read by what changes from row to row, as `loop_now()` may. */
const NOW = '(select loop_now())';
const HEARD = `w.received_at > ${NOW} - interval '${HISTORY_HOURS + PRESENT_HOURS} hours'
  and ${VOICE_TIME} <= ${NOW} - interval '${PRESENT_HOURS - 1} hours'`;

/**
 * The voices of the last day. Of items that tell of more than a day ago none: they are history. By the index on the time
 * of receipt, so the work is proportional to one day's items.
 */
export async function readRecent(sql: Sql): Promise<RecentRow[]> {
  const rows = await sql.query<Omit<RecentRow, 'seen'> & { one: number; six: number; day: number }>(
    `select m.cluster_id as "clusterId", f.region,
       case when f.category <> '${OTHER}' and (m.cluster_id is not null or w.received_at < ${NOW} - interval '${GATHERED_WITHIN} seconds')
         then ${CATEGORY} end as category,
       count(*) filter (where w.received_at > ${NOW} - interval '1 hour') as one,
       count(*) filter (where w.received_at > ${NOW} - interval '6 hours') as six, count(*) as day
     from feedback_words w join feedback f on f.id = w.feedback_id
     left join cluster_member m on m.feedback_id = f.id left join cluster c on c.id = m.cluster_id
     where w.received_at > ${NOW} - interval '24 hours' and w.received_at <= ${NOW}
       and (w.occurred_at is null or w.occurred_at >= w.received_at - interval '24 hours')
       and c.status is distinct from 'dismissed' and ${COUNTS}
     group by 1, 2, 3`,
  );
  return rows.map(({ one, six, day, ...row }) => ({ ...row, seen: [one, six, day] }));
}

/** Voices of the 28 days before the last one, all together, by whole hours since 1970. */
export async function readAllHours(sql: Sql): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.query<{ hour: number; voices: number }>(
    `select ${HOUR} as hour, count(*) as voices from feedback_words w where ${HEARD} group by 1`,
  );
  return new Map(rows.map(({ hour, voices }) => [hour, voices]));
}

/** Voices of the same days by cluster and, within it, by region. */
export async function readClusterHours(sql: Sql, ids: readonly string[]): Promise<HourRow[]> {
  if (ids.length === 0) return [];
  return sql.query<HourRow>(
    `select m.cluster_id as name, f.region, ${HOUR} as hour, count(*) as voices
     from cluster_member m join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = m.feedback_id
     where m.cluster_id = any($1::uuid[]) and ${HEARD} and ${COUNTS} group by 1, 2, 3`,
    [ids],
  );
}

/** Voices of the same days by category and region. */
export async function readCategoryHours(sql: Sql, pairs: readonly (readonly [string, string])[]): Promise<HourRow[]> {
  if (pairs.length === 0) return [];
  return sql.query<HourRow>(
    `select ${CATEGORY} as name, f.region, ${HOUR} as hour, count(*) as voices
     from feedback_words w join feedback f on f.id = w.feedback_id
     where ${HEARD} and ${COUNTS} and (${CATEGORY}, f.region) in (select * from unnest($1::text[], $2::text[])) group by 1, 2, 3`,
    [pairs.map(([category]) => category), pairs.map(([, region]) => region)],
  );
}

/** Voices of a cluster or category (`name`) in a region within one hour. */
export interface HourRow {
  readonly name: string;
  readonly region: string | null;
  readonly hour: number;
  readonly voices: number;
}
