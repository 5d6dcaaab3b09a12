import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { micros, secondsInMicros, visitsOf } from './support/journey.js';
import { LoopWorld } from './support/loop-world.js';

const ITEMS = 240;
const WORDS = ['宽带断网了', '话费多扣了十元', 'no signal in the lift', '营业厅服务很好', '想换一个套餐', '短信收不到'];

describe('the ledger, under two workers that run at once', () => {
  let world: LoopWorld;
  let ids: string[];
  let stops: (() => Promise<void>)[];

  beforeAll(async () => {
    world = await LoopWorld.start();
    stops = [await world.runAnotherWorker(), await world.runAnotherWorker()];
  });
  afterAll(() => world.stop());

  it(`takes ${ITEMS} items round, some of them twice, some handed back, some dismissed`, async () => {
    ids = await world.collectMany(
      Array.from({ length: ITEMS }, (_, index) => ({ text: `${WORDS[index % WORDS.length]} ${index}` })),
    );
    await world.until('resolve', 'waiting', ITEMS);
    await Promise.all(
      ids.slice(0, 20).map((id) => world.post(`/api/v1/feedback/${id}/hand-back`, { reason: '不是我们' })),
    );
    await world.until('resolve', 'waiting', ITEMS);
    await Promise.all(
      ids.slice(20, 30).map((id) => world.post(`/api/v1/feedback/${id}/dismissal`, { reason: '广告' })),
    );
    const answered = ids.filter((_, index) => index < 20 || index >= 30);
    await Promise.all(answered.map((id) => world.resolve(id)));
    await world.untilCount('delivery where purpose = $1 and state = $2', ['survey', 'sent'], ITEMS - 10);
    await world.until('recollect', 'waiting', ITEMS - 10);
    await Promise.all(
      answered.map(async (id, index) => {
        const answer = await world.answer(await world.surveyToken(id), { solved: index % 2 === 0 });
        expect(answer.status).toBe(200);
      }),
    );
    await world.until('resolve', 'waiting', (ITEMS - 10) / 2);
    await Promise.all(stops.map((stop) => stop()));
    const figures = await world.db.query(
      'select state, cycle, count(*) as count from feedback group by 1, 2 order by 1, 2',
    );
    expect(figures).toEqual([
      { state: 'closed', cycle: 1, count: (ITEMS - 10) / 2 + 10 },
      { state: 'waiting', cycle: 2, count: (ITEMS - 10) / 2 },
    ]);
  });

  it('has no gap and no overlap, and every sum is the age, to the microsecond', async () => {
    let checked = { items: 0, visits: 0 };
    expect(await verifyLedger(world.db, (done) => (checked = done))).toEqual([]);
    const [row] = await world.db.query<{ visits: number }>('select count(*) as visits from stage_visit');
    expect(checked).toEqual({ items: ITEMS, visits: row!.visits });
    for (const id of ids.slice(25, 50)) {
      const item = await world.item(id);
      const journey = await world.journey(id);
      const visits = visitsOf(journey);
      const finished = visits.filter(({ leftAt }) => leftAt !== null);
      const age = micros(finished.at(-1)!.leftAt) - micros(item.receivedAt);
      expect(finished.reduce((sum, visit) => sum + secondsInMicros(visit), 0)).toBe(age);
      const all = visits.reduce((sum, visit) => sum + secondsInMicros(visit), 0);
      expect(all).toBe(Math.round(journey.totalSeconds * 1e6));
    }
  });

  it('told each customer once in each cycle, whichever worker did it', async () => {
    const doubles = await world.db.query(
      `select feedback_id, cycle, purpose from delivery where state = 'sent' group by 1, 2, 3 having count(*) > 1`,
    );
    expect(doubles).toEqual([]);
    const tries = await world.db.query('select state, max(attempts) as tries from delivery group by 1');
    expect(tries).toEqual([{ state: 'sent', tries: 1 }]);
  });

  it('shows an item that somebody has tampered with', async () => {
    const id = ids[61]!;
    await world.db.query(`update feedback set stage_since = stage_since + interval '1 microsecond' where id = $1`, [
      id,
    ]);
    const offenders = await verifyLedger(world.db, () => undefined);
    expect(offenders).toEqual([
      { id, problems: [expect.stringContaining('does not begin'), expect.stringContaining('the age is')] },
    ]);
  });
});

describe('the database itself', () => {
  let world: LoopWorld;
  let id: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    id = await world.collect('信号弱');
    await world.settle();
  });
  afterAll(() => world.stop());

  const CLOSE = `update feedback set state = 'closed', waiting_for = null, due_at = null, closed_at = loop_now()`;

  function refused(statement: string, how: RegExp): Promise<void> {
    return expect(world.db.query(statement, statement.includes('$1') ? [id] : [])).rejects.toThrow(how);
  }

  /** A delivery of some purpose, cycle and state. */
  function deliver(purpose: string, cycle: number, state: string): Promise<unknown> {
    return world.db.query(
      `insert into delivery (id, feedback_id, cycle, purpose, channel, subject, body, state, sent_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '', '', $4, case when $4 = 'sent' then loop_now() end)`,
      [id, cycle, purpose, state],
    );
  }

  it('closes nothing without a delivery or a written reason', async () => {
    await refused(`${CLOSE} where id = $1`, /cannot be closed/);
    await refused(`${CLOSE}, close_reason = E' \\n\\t\\u3000' where id = $1`, /cannot be closed/);
    await refused(
      `insert into feedback (id, state, closed_at) values (coalesce(null, $1::uuid), 'closed', loop_now())`,
      /cannot be closed/,
    );
    expect(await world.standing(id)).toBe('resolve waiting 1');
  });

  it('does not take a delivery for one that is not sent, not the answer, or of another trip', async () => {
    await deliver('answer', 1, 'pending');
    await deliver('survey', 1, 'sent');
    await deliver('answer', 2, 'sent');
    await refused(`${CLOSE} where id = $1`, /cannot be closed/);
    await deliver('answer', 1, 'sent');
    await world.db.query(`${CLOSE} where id = $1`, [id]);
    expect((await world.item(id)).state).toBe('closed');
  });

  it('neither changes nor removes what is on the ledger', async () => {
    const before = await world.rows('stage_visit');
    await refused(
      `update stage_visit set left_at = left_at + interval '1 second' where feedback_id = $1`,
      /append-only/,
    );
    await refused('update stage_visit set actor = actor', /append-only/);
    await refused('delete from stage_visit where feedback_id = $1', /append-only/);
    await refused('truncate stage_visit', /append-only/);
    await refused('truncate feedback cascade', /append-only/);
    await refused('delete from feedback where id = $1', /violates foreign key/);
    expect(await world.rows('stage_visit')).toEqual(before);
  });

  it('writes no visit that the loop does not have, and none that runs backwards', async () => {
    const visit = (stage: string, outcome: string, started: string, left: string) =>
      `insert into stage_visit (feedback_id, seq, cycle, stage, entered_at, started_at, left_at, outcome, actor)
       values ($1, 99, 1, '${stage}', '2026-01-01', '${started}', '${left}', '${outcome}', 'x')`;
    await refused(visit('collect', 'confirmed', '2026-01-02', '2026-01-03'), /stage_visit_edge_check/);
    await refused(visit('collect', 'collected', '2025-12-31', '2026-01-03'), /stage_visit_order_check/);
    await refused(visit('collect', 'collected', '2026-01-02', '2026-01-01'), /stage_visit_order_check/);
  });
});
