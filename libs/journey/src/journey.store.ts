import type { Sql } from '@huiyin/database';
import { CodedError, type Stage } from '@huiyin/loop';

/** One stay in a stage. `leftAt` and `outcome` are `null` while it lasts. */
export interface Visit {
  readonly seq: number;
  readonly cycle: number;
  readonly stage: Stage;
  readonly unit: string | null;
  readonly enteredAt: string;
  readonly startedAt: string | null;
  readonly leftAt: string | null;
  readonly waitingSeconds: number;
  readonly workingSeconds: number;
  readonly outcome: string | null;
  readonly actor: string | null;
}

/** The journey (全程轨迹) of an item: all its visits; their seconds sum to `totalSeconds`, its age. */
export interface Journey {
  readonly visits: Visit[];
  readonly totalSeconds: number;
}

/**
 * Reads the journey of an item.
 * @throws {CodedError} `not-found`
 */
export async function readJourney(sql: Sql, feedbackId: string): Promise<Journey> {
  const rows = await sql.query<Visit & { totalSeconds: number }>(
    `with t as materialized (select loop_now() as at)
     select v.seq, v.cycle, v.stage, u.code as unit, v.entered_at as "enteredAt", v.started_at as "startedAt", v.left_at as "leftAt",
       extract(epoch from coalesce(v.started_at, t.at) - v.entered_at) as "waitingSeconds",
       extract(epoch from coalesce(v.left_at, t.at) - coalesce(v.started_at, t.at)) as "workingSeconds",
       v.outcome, v.actor,
       extract(epoch from sum(coalesce(v.left_at, t.at) - v.entered_at) over ()) as "totalSeconds"
     from visit v cross join t left join unit u on u.id = v.unit_id
     where v.feedback_id = $1 order by v.seq`,
    [feedbackId],
  );
  const [first] = rows;
  if (!first) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
  return { visits: rows.map(({ totalSeconds: _, ...visit }) => visit), totalSeconds: first.totalSeconds };
}
