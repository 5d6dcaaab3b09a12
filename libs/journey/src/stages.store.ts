import { putInto, type Sql } from '@huiyin/database';
import { LOOP, STAGES, type OutcomeName, type Stage } from '@huiyin/loop';
import { SEES_ALL, unitsSeen } from '@huiyin/org';
import { visitsKept, type InsightFilter, type Period } from './insight/narrowing.js';
import { periodOf, readCounts } from './insight/read-counts.store.js';
import { happened, percentile, SKETCH_ERROR, type Counts, type Measure } from './insight/sketch.js';
import { ALL_STAGES } from './insight/visit-codes.js';

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
  /** How far a percentile may lie from the exact one, as a share of it: 0, or 0.02 where more visits are added up than can be sorted in no time. */
  readonly percentileError: number;
}

/** Period and part of the operator to look at. */
export type StageFilter = InsightFilter;

/** How a stage stands now. */
export type StageNow = Pick<
  StageFigures,
  'stage' | 'here' | 'ready' | 'waitingHere' | 'parked' | 'overdue' | 'oldestSeconds'
>;
type Flow = Omit<StageFigures, Exclude<keyof StageNow, 'stage'>>;
type Times = Pick<StageFigures, 'stage' | 'inStage' | 'waiting' | 'working'>;

const NOTHING_HERE = { here: 0, ready: 0, waitingHere: 0, parked: 0, overdue: 0, oldestSeconds: null };

/** Up to so many visits are sorted; of more, times are read from bins. */
const SORTED_VISITS = 10_000;

/** The figures of all six stages, in loop order. */
export async function readStages(sql: Sql, filter: StageFilter): Promise<StageFigures[]> {
  const period = await periodOf(sql, filter);
  const [now, flow] = await Promise.all([readNow(sql, filter, period), readFlow(sql, { ...filter, ...period })]);
  return STAGES.map((stage) => {
    const { begun, ...here } = now.find((row) => row.stage === stage) ?? { stage, ...NOTHING_HERE, begun: 0 };
    const through = flow.find((row) => row.stage === stage)!;
    return { ...here, ...through, entered: through.entered + begun };
  });
}

type NowFilter = Pick<StageFilter, 'unitPath' | 'kind' | 'product' | 'sight'>;

/** `begun` are items under way in their first visit that came in in the period. */
function readNow(sql: Sql, filter: NowFilter, period?: Period): Promise<(StageNow & { readonly begun: number })[]> {
  const { unitPath, sight } = filter;
  const values: unknown[] = [unitPath, period?.from ?? null, period?.to ?? null];
  const put = putInto(values);
  return sql.query(
    `select f.stage, count(*) as here, count(*) filter (where f.state = 'ready') as ready,
       count(*) filter (where f.state = 'waiting') as "waitingHere", count(*) filter (where f.state = 'parked') as parked,
       count(*) filter (where f.limit_at < t.at) as overdue, extract(epoch from max(t.at) - min(f.stage_since)) as "oldestSeconds",
       count(*) filter (where f.seq = 1 and f.stage_since >= $2::timestamptz and f.stage_since < $3::timestamptz) as begun
     from feedback f cross join (select loop_now() as at) t
     where f.state <> 'closed' and ($1::text is null or f.unit_id in (select id from unit where path like $1 || '%'))
       and ${visitsKept(filter, put)} and ${unitsSeen(sight, put, 'f.unit_id')}
     group by f.stage`,
    values,
  );
}

async function readFlow(sql: Sql, filter: StageFilter & Period): Promise<Flow[]> {
  const counted = new Map(
    (await readCounts(sql, { ...filter, timesOnly: true })).map(({ stage, counts }) => [stage, counts]),
  );
  const rows = STAGES.map((stage) => flowOf(stage, counted.get(stage) ?? new Map<number, number>()));
  const few = rows.reduce((sum, { left }) => sum + left, 0) <= SORTED_VISITS;
  if (!few) return rows;
  const exact = await readTimes(sql, filter);
  return rows.map((row) => ({ ...row, ...exact.find(({ stage }) => stage === row.stage), percentileError: 0 }));
}

function flowOf(stage: Stage, counts: Counts): Flow {
  const of = (measure: Measure): Percentiles => ({
    p50: percentile(counts, measure, 0.5),
    p90: percentile(counts, measure, 0.9),
    p99: percentile(counts, measure, 0.99),
  });
  const outcomes = Object.keys(LOOP[stage].outcomes) as OutcomeName[];
  return {
    ...{ stage, entered: happened(counts, 'entered'), left: happened(counts, ...outcomes) },
    ...{ inStage: of('inStage'), waiting: of('waiting'), working: of('working') },
    percentileError: SKETCH_ERROR,
  };
}

const sorted = (length: string, name: string) =>
  `(select json_build_object('p50', p[1], 'p90', p[2], 'p99', p[3]) from (select percentile_cont(array[0.5, 0.9, 0.99])
     within group (order by extract(epoch from ${length})::float8) as p) x) as "${name}"`;

/** The exact times of visits that ended in the period. */
function readTimes(sql: Sql, filter: StageFilter & Period): Promise<Times[]> {
  const { from, to, unitPath, sight } = filter;
  const values: unknown[] = [from, to, unitPath];
  const put = putInto(values);
  return sql.query<Times>(
    `select v.stage, ${sorted('v.left_at - v.entered_at', 'inStage')}, ${sorted('v.waiting', 'waiting')}, ${sorted('v.working', 'working')}
     from stage_visit v join feedback f on f.id = v.feedback_id
     where v.stage = any(${ALL_STAGES}) and v.left_at >= $1 and v.left_at < $2
       and ($3::text is null or v.unit_id in (select id from unit where path like $3 || '%'))
       and ${visitsKept(filter, put)} and ${unitsSeen(sight, put, 'v.unit_id')}
     group by v.stage`,
    values,
  );
}

/** How many items stand in each of the six stages now, without any period; cheap enough for a scrape every few seconds. */
export async function readStageLevels(sql: Sql): Promise<StageNow[]> {
  const now = await readNow(sql, { unitPath: null, kind: null, product: null, sight: SEES_ALL });
  return STAGES.map((stage) => {
    const { begun: _, ...here } = now.find((row) => row.stage === stage) ?? { stage, ...NOTHING_HERE, begun: 0 };
    return here;
  });
}

/** Deliveries by channel and state. */
export function readDeliveryLevels(sql: Sql): Promise<{ channel: string; state: string; count: number }[]> {
  return sql.query(
    'select channel, state, count(*) as count from delivery group by channel, state order by channel, state',
  );
}
