import { go, Lane, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { edge, type OutcomeOf, type Stage } from '@huiyin/loop';
import { interleaved, perSecond, type Bench } from './bench.js';
import { BenchServer } from './server.js';

const ITEMS = 20_000;
const BATCH = 500;
const CONNECTIONS = 2;
const AUTOMATIC = [
  ['collect', 'collected'],
  ['analyze', 'analyzed'],
  ['route', 'routed'],
] as const satisfies readonly (readonly [Stage, OutcomeOf<Stage>])[];

/** Stage changes of the automatic stages by lanes whose handlers do nothing, beside a script in SQL that does the same. */
export const flow: Bench = {
  name: 'flow',
  figure: `lanes with no-op handlers, batch ${BATCH}, ${CONNECTIONS} connections, transitions/s`,
  beside: `claim + advance + record in one SQL statement, batch ${BATCH}, ${CONNECTIONS} connections, transitions/s`,
  bar: '≥ 0.3',
  aim: '≥ 0.6',
  async run(options) {
    const server = await BenchServer.start();
    try {
      return await interleaved(
        () => measure(server.db, throughLanes),
        () => measure(server.db, throughSql),
        options,
      );
    } finally {
      await server.stop();
    }
  },
};

async function measure(db: Database, run: (db: Database) => Promise<unknown>): Promise<number> {
  // What earlier rounds left in resolve is out of the way: lanes look only at their own stage.
  await db.query(
    `with f as (insert into feedback (id, channel) select gen_random_uuid(), 'other' from generate_series(1, $1) returning id)
     insert into feedback_words (feedback_id, text, accepted_by) select id, 'words', 'bench' from f`,
    [ITEMS],
  );
  return perSecond(ITEMS * AUTOMATIC.length, () => run(db));
}

class NoOp<S extends Stage> extends StageHandler<S> {
  override readonly takesUpStraight = true;

  constructor(
    readonly stage: S,
    private readonly outcome: OutcomeOf<S>,
  ) {
    super();
  }

  handle(items: readonly ItemAtStage[]): Promise<Map<string, Outcome<S>>> {
    return Promise.resolve(new Map(items.map(({ id }) => [id, go<S>(this.outcome)])));
  }
}

async function throughLanes(db: Database): Promise<void> {
  const handlers = AUTOMATIC.map(([stage, outcome]) => new NoOp<Stage>(stage, outcome));
  const lane = new Lane(db, handlers[0]!, BATCH, handlers);
  const empty = async (): Promise<void> => {
    while ((await lane.takeBatch()).claimed > 0);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, empty));
}

const STEP = `
with t as materialized (select clock_timestamp() as at),
claimed as materialized (
  select id from feedback where stage = $1 and state = 'ready' and due_at <= (select clock_timestamp())
  order by priority, due_at limit ${BATCH} for update skip locked
),
recorded as (
  insert into stage_visit (feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor)
  select f.id, f.seq, f.cycle, f.stage, f.unit_id, f.stage_since, greatest(f.stage_since, now()), greatest(f.stage_since, t.at), $3, 'system'
  from feedback f join claimed using (id) cross join t returning feedback_id, left_at
)
update feedback f set stage = $2, seq = f.seq + 1, stage_since = r.left_at, due_at = r.left_at
from recorded r where f.id = r.feedback_id returning f.id`;

async function throughSql(db: Database): Promise<void> {
  for (const [stage, outcome] of AUTOMATIC) {
    const next = edge(stage, outcome).to;
    await Promise.all(Array.from({ length: CONNECTIONS }, () => drain(db, [stage, next, outcome])));
  }
}

async function drain(sql: Sql, values: readonly string[]): Promise<void> {
  while ((await sql.query(STEP, values)).length > 0);
}
