import { putInto, type Sql } from '@huiyin/database';
import { STAGES, type Kind, type Stage } from '@huiyin/loop';
import { SEES_ALL, unitsSeen, type Sight } from '@huiyin/org';

/** Seconds below which half, nine tenths, and ninety-nine hundredths of the visits lie; `null` without visits. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
}

/** How one stage stands, and what went through it in the period. */
export interface StageFigures {
  readonly stage: Stage;
  /** Items in the stage now. */
  readonly here: number;
  readonly ready: number;
  readonly waitingHere: number;
  readonly parked: number;
  /** Items in the stage now whose time limit has passed. */
  readonly overdue: number;
  /** Seconds since the oldest of them came in; `null` when none is here. */
  readonly oldestSeconds: number | null;
  /** Visits that began, and ended, in the period. */
  readonly entered: number;
  readonly left: number;
  /** Of the visits that ended in the period: whole time, of it waiting, of it working. */
  readonly inStage: Percentiles;
  readonly waiting: Percentiles;
  readonly working: Percentiles;
}

/**
 * Period `[from, to)` as ISO 8601, and what to look at. Without `to` it ends now, without `from` it begins 30 days before its end.
 * `unitPath` takes in everything under a unit.
 */
export interface StageFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly unitPath: string | null;
  readonly kind: Kind | null;
  /** Whose figures they are: only visits to units that are seen count. */
  readonly sight: Sight;
}

/** How a stage stands now. */
export type StageNow = Pick<
  StageFigures,
  'stage' | 'here' | 'ready' | 'waitingHere' | 'parked' | 'overdue' | 'oldestSeconds'
>;
type Flow = Pick<StageFigures, 'stage' | 'entered' | 'left' | 'inStage' | 'waiting' | 'working'>;

const NOTHING_HERE = { here: 0, ready: 0, waitingHere: 0, parked: 0, overdue: 0, oldestSeconds: null };
const NOBODY: Percentiles = { p50: null, p90: null, p99: null };

const percentiles = (expression: string, name: string) =>
  `(select json_build_object('p50', p[1], 'p90', p[2], 'p99', p[3]) from (select percentile_cont(array[0.5, 0.9, 0.99])
     within group (order by ${expression}) filter (where v.left_at < $2) as p) x) as "${name}"`;

const seconds = (column: string) => `extract(epoch from v.${column})::float8`;

/** The figures of all six stages, in loop order. */
export async function readStages(sql: Sql, filter: StageFilter): Promise<StageFigures[]> {
  const [now, flow] = await Promise.all([
    readNow(sql, filter),
    readFlow(sql, { ...filter, ...(await period(sql, filter)) }),
  ]);
  return STAGES.map((stage) => ({
    ...{ stage, ...NOTHING_HERE },
    ...now.find((row) => row.stage === stage),
    ...{ entered: 0, left: 0, inStage: NOBODY, waiting: NOBODY, working: NOBODY },
    ...flow.find((row) => row.stage === stage),
  }));
}

async function period(sql: Sql, { from, to }: StageFilter): Promise<{ from: string; to: string }> {
  const [row] = await sql.query<{ from: string; to: string }>(
    `select coalesce($1, p.to - interval '30 days') as from, p.to
     from (select coalesce($2::timestamptz, loop_now()) as to) p`,
    [from, to],
  );
  return row as { from: string; to: string };
}

type NowFilter = Pick<StageFilter, 'unitPath' | 'kind' | 'sight'>;

function readNow(sql: Sql, { unitPath, kind, sight }: NowFilter): Promise<StageNow[]> {
  const values: unknown[] = [unitPath, kind];
  return sql.query<StageNow>(
    `select f.stage, count(*) as here, count(*) filter (where f.state = 'ready') as ready,
       count(*) filter (where f.state = 'waiting') as "waitingHere", count(*) filter (where f.state = 'parked') as parked,
       count(*) filter (where f.limit_at < t.at) as overdue, extract(epoch from max(t.at) - min(f.stage_since)) as "oldestSeconds"
     from feedback f cross join (select loop_now() as at) t
     where f.state <> 'closed' and ($1::text is null or f.unit_id in (select id from unit where path like $1 || '%'))
       and ($2::text is null or f.kind = $2) and ${unitsSeen(sight, putInto(values), 'f.unit_id')}
     group by f.stage`,
    values,
  );
}

function readFlow(sql: Sql, { from, to, unitPath, kind, sight }: StageFilter): Promise<Flow[]> {
  const values: unknown[] = [from, to, unitPath, kind];
  return sql.query<Flow>(
    `select v.stage, count(*) filter (where v.entered_at >= $1 and v.entered_at < $2) as entered,
       count(*) filter (where v.left_at >= $1 and v.left_at < $2) as left,
       ${percentiles('extract(epoch from v.left_at - v.entered_at)::float8', 'inStage')},
       ${percentiles(seconds('started_at - v.entered_at'), 'waiting')},
       ${percentiles(seconds('left_at - v.started_at'), 'working')}
     from (
       select feedback_id, stage, unit_id, entered_at, started_at, left_at from stage_visit where left_at >= $1 and entered_at < $2
       union all
       select id, stage, unit_id, stage_since, null, null from feedback where state <> 'closed' and stage_since >= $1 and stage_since < $2
     ) v
     where ($3::text is null or v.unit_id in (select id from unit where path like $3 || '%'))
       and ($4::text is null or exists (select from feedback f where f.id = v.feedback_id and f.kind = $4))
       and ${unitsSeen(sight, putInto(values), 'v.unit_id')}
     group by v.stage`,
    values,
  );
}

/** How many items stand in each of the six stages now, without any period; cheap enough for a scrape every few seconds. */
export async function readStageLevels(sql: Sql): Promise<StageNow[]> {
  const now = await readNow(sql, { unitPath: null, kind: null, sight: SEES_ALL });
  return STAGES.map((stage) => now.find((row) => row.stage === stage) ?? { stage, ...NOTHING_HERE });
}

/** Deliveries by channel and state. */
export function readDeliveryLevels(sql: Sql): Promise<{ channel: string; state: string; count: number }[]> {
  return sql.query(
    'select channel, state, count(*) as count from delivery group by channel, state order by channel, state',
  );
}
