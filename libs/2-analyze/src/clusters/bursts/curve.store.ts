import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { VOICE_TIME } from '../reading/voice-time.store.js';
import { curveOf, type CurvePoint } from './curve.js';
import { HISTORY_HOURS, Hours, PRESENT_HOURS } from './history.js';

/** A hot issue as a curve. */
export interface BurstCurve {
  /** Length of the window whose voices each point counts, hours. */
  readonly windowHours: number;
  /** Hour by hour, oldest first. */
  readonly points: readonly (Omit<CurvePoint, 'hour'> & { readonly at: string })[];
}

/** So much is shown before now, or before some hours after the end. */
const SHOWN_HOURS = 7 * 24;
const AFTER_END_HOURS = 6;
const HOUR_MS = 3_600_000;

interface Subject {
  readonly clusterId: string | null;
  readonly category: string | null;
  readonly region: string | null;
  readonly windowHours: number;
  /** Hours since 1970. */
  readonly to: number;
  readonly since: number;
}

/**
 * What is counted by when it was raised, in hours before the end of the curve, so that no hour is cut; who asks again is
 * no other voice. See `Bursts`, whose rule this is.
 */
const VOICES = `select least(floor(extract(epoch from ${VOICE_TIME})::float8 / 3600 - $3::float8), -1)::int as hour, count(*) as voices`;
const COUNTED = `w.received_at > to_timestamp($2::float8 * 3600) and ${VOICE_TIME} <= to_timestamp($3::float8 * 3600)
  and not exists (select from repeat r where r.feedback_id = f.id)`;

/**
 * The curve of a hot issue against its own normal band, for seven days.
 * @throws {CodedError} `not-found`
 */
export async function readBurstCurve(sql: Sql, id: number): Promise<BurstCurve> {
  const [subject] = await sql.query<Subject>(
    `select cluster_id as "clusterId", category, region, window_hours as "windowHours",
       extract(epoch from least(loop_now(), coalesce(ended_at + ${AFTER_END_HOURS} * interval '1 hour', loop_now())))::float8 / 3600 as "to",
       coalesce(extract(epoch from (select min(received_at) from feedback_words))::float8 / 3600, 0) as since
     from burst where id = $1`,
    [id],
  );
  if (!subject) throw new CodedError('not-found', `There is no hot issue ${id}. GET /api/v1/bursts lists them.`);
  const { windowHours: window, to, since } = subject;
  const begin = to - SHOWN_HOURS - HISTORY_HOURS - PRESENT_HOURS - window;
  const hours = new Hours(await readHours(sql, subject, begin));
  const points = curveOf({ hours, window, from: -SHOWN_HOURS, to: 0, since: Math.min(since - to, hours.first) });
  return {
    windowHours: window,
    points: points.map(({ hour, ...point }) => ({ at: new Date((to + hour) * HOUR_MS).toISOString(), ...point })),
  };
}

async function readHours(sql: Sql, subject: Subject, from: number): Promise<Map<number, number>> {
  const { clusterId, category, region, to } = subject;
  const rows =
    clusterId !== null
      ? await sql.query<HourCount>(
          `${VOICES} from cluster_member m join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = f.id
           where m.cluster_id = $1 and ($4::text is null or f.region = $4) and ${COUNTED} group by 1`,
          [clusterId, from, to, region],
        )
      : await sql.query<HourCount>(
          `${VOICES} from feedback_words w join feedback f on f.id = w.feedback_id
           where (f.category = $1 or starts_with(f.category, $1 || '.')) and f.region = $4 and ${COUNTED} group by 1`,
          [category, from, to, region],
        );
  return new Map(rows.map(({ hour, voices }) => [hour, voices]));
}

interface HourCount {
  readonly hour: number;
  readonly voices: number;
}
