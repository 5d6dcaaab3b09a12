import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { setTimeout as pause } from 'node:timers/promises';
import { LoopWorld } from './support/loop-world.js';
import { keyOf, makeProvinces } from './support/provinces.js';

/** A Monday, 09:30 in Shanghai. */
const MONDAY = '2026-11-02T01:30:00Z';
const PERIOD = 'from=2026-11-01T00:00:00Z&to=2026-11-08T00:00:00Z';
const HOUR = 3_600;

/** A visit: stage, outcome, seconds of waiting and of working. */
type Visit = readonly [stage: string, outcome: string, waiting: number, working: number];

const START: readonly Visit[] = [
  ['collect', 'collected', 0, 1],
  ['analyze', 'analyzed', 10, 5],
  ['route', 'routed', 0, 1],
];

/** Once round; `hours` of working before it is resolved. */
const round = (hours: number, outcome: string): readonly Visit[] => [
  ...START,
  ['resolve', 'resolved', HOUR, hours * HOUR],
  ['deliver', 'delivered', 60, 0],
  ['recollect', outcome, 24 * HOUR, 0],
];

interface Story {
  readonly unit: string;
  readonly visits: readonly Visit[];
  readonly kind?: string;
  readonly product?: string;
  readonly score?: number;
  readonly receivedAt?: string;
}

/** What is counted by hand below: nine complaints of Guangdong, six other items of it, three of Shandong. */
const STORIES: readonly Story[] = [
  ...[10, 10, 10, 9, 7].map((score) => ({ unit: 'gd-gz', product: '5G', visits: round(3, 'confirmed'), score })),
  { unit: 'gd-gz', product: '5G', visits: round(3, 'not-solved'), score: 2 },
  ...[1, 2].map(() => ({ unit: 'gd-gz', visits: round(9, 'silent') })),
  { unit: 'gd', visits: [...START, ['resolve', 'dismissed', HOUR, HOUR]] },
  ...Array.from({ length: 6 }, (_, i) => ({
    ...{ unit: 'gd', kind: 'enquiry', receivedAt: '2026-11-03T16:00:00Z' },
    visits: [...START, ['resolve', 'handed-back', HOUR, i * HOUR], ['route', 'routed', 0, 2]] as Visit[],
  })),
  ...[1, 2, 3].map(() => ({ unit: 'sd', visits: round(1, 'confirmed'), score: 10 })),
];

describe('insight', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    const known = (await world.get('/api/v1/units/gd-gz')).status;
    if (known === 404) {
      const city = { code: 'gd-gz', parent: 'gd', level: 'city', nameZh: '广州', nameEn: 'Guangzhou' };
      expect((await world.post('/api/v1/units', city)).status).toBe(201);
    }
    for (const story of STORIES) await tell(story);
  });
  afterAll(() => world.stop());

  async function tell(story: Story): Promise<void> {
    const { unit, visits, kind = 'complaint', product = null, score = null, receivedAt = MONDAY } = story;
    const last = visits.at(-1)!;
    const closed = ['confirmed', 'silent', 'dismissed'].includes(last[1]);
    const [{ id } = { id: '' }] = await world.db.query<{ id: string }>(
      `insert into feedback (id, stage, state, waiting_for, kind, product, unit_id, closed_at, close_reason, stage_since)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, (select id from unit where code = $6), case when $2 = 'closed' then $7::timestamptz end, 'x', $7) returning id`,
      [last[0], closed ? 'closed' : 'waiting', closed ? null : 'team', kind, product, unit, receivedAt],
    );
    const words = `insert into feedback_words (feedback_id, text, accepted_by, received_at) values ($1, '没有信号', 'system', $2)`;
    await world.db.query(words, [id, receivedAt]);
    let at = 0;
    for (const [index, [stage, outcome, waiting, working]] of visits.entries()) {
      await world.db.query(
        `insert into stage_visit (feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor)
         select $1, $2, 1, $3, (select id from unit where code = $4), t + $5 * i, t + ($5 + $6) * i, t + ($5 + $6 + $7) * i, $8, 'system'
         from (select $9::timestamptz as t, interval '1 second' as i) x`,
        [id, index + 1, stage, index < 3 ? null : unit, at, waiting, working, outcome, receivedAt],
      );
      at += waiting + working;
    }
    const assigned = `insert into assignment (feedback_id, seq, cycle, unit_id, limit_minutes, reason) select $1, 3, 1, id, 300, 'x' from unit where code = $2`;
    await world.db.query(assigned, [id, unit]);
    if (score !== null)
      await world.db.query(
        `insert into survey (id, feedback_id, cycle, language, asked_at, expires_at, answered_at, solved, score)
         values (gen_random_uuid(), $1, 1, 'zh', $2, $2, $2, $3, $4)`,
        [id, receivedAt, last[1] === 'confirmed', score],
      );
  }

  async function insight(name: string, query = '', key = world.key): Promise<Json> {
    const { status, body } = await world.call('GET', `/api/v1/insight/${name}?${PERIOD}&${query}`, { key });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  }

  const told = (value: number, n: number) => ({ value: expect.closeTo(value, 6), n, withheld: null });
  const few = (n: number) => ({ value: null, n, withheld: 'few' });
  const near = (seconds: number): number => expect.closeTo(seconds, -Math.log10(seconds * 0.04)) as unknown as number;

  async function expectHandCounted(): Promise<void> {
    expect(await insight('summary', 'unit=gd')).toMatchObject({
      // Five confirmed and two silent of these seven and the one that was dismissed.
      closedLoop: told(7 / 8, 8),
      reopened: told(1 / 8, 8),
      kept: told(6 / 8, 8),
      solved: told(5 / 6, 6),
      // Four of nine and ten, one of two, among six.
      nps: told(50, 6),
      tens: told(3 / 6, 6),
      response: told(6 / 8, 8),
      round: { n: 8, withheld: null, p50: near(28 * HOUR + 77) },
    });
    expect(await insight('summary', 'unit=gd&product=5G')).toMatchObject({ kept: told(1, 6), closedLoop: told(1, 5) });
    expect(await insight('summary', 'unit=sd')).toMatchObject({ solved: few(3), kept: few(3), round: { p50: null, n: 3, withheld: 'few' } }); // prettier-ignore
    expect(await insight('summary')).toMatchObject({ kept: told(9 / 11, 11), solved: told(8 / 9, 9) });
    expect(await insight('summary', 'kind=enquiry')).toMatchObject({ closedLoop: few(0) });

    const { times } = await insight('times');
    expect(times.map(({ unit }: Json) => unit)).toEqual(expect.arrayContaining([null, 'gd', 'sd']));
    const resolve = (code: string | null) =>
      times.find(({ unit }: Json) => unit === code).stages.find(({ stage }: Json) => stage === 'resolve');
    expect(resolve('gd')).toMatchObject({ n: 15, withheld: null, waiting: { p50: near(HOUR), p90: near(HOUR) }, working: { p50: near(3 * HOUR) } }); // prettier-ignore
    expect(resolve('sd')).toMatchObject({ n: 3, withheld: 'few', working: { p50: null, p90: null } });
    expect(resolve(null)).toMatchObject({ n: 18, working: { p50: near(3 * HOUR) } });

    const { links } = await insight('flow');
    const link = (outcome: string) => links.find((one: Json) => one.outcome === outcome);
    expect(link('handed-back')).toEqual({ from: 'resolve', outcome: 'handed-back', to: 'route', rework: true, n: 6, withheld: null }); // prettier-ignore
    expect(link('routed')).toMatchObject({ n: 24, rework: false });
    expect(link('not-solved')).toMatchObject({ to: 'collect', rework: true, n: null, withheld: 'few' });

    const { series } = await insight('satisfaction', 'zone=Asia/Shanghai&unit=gd');
    expect(series).toMatchObject([{ day: '2026-11-03', solved: told(5 / 6, 6), response: told(6 / 8, 8) }]);
    expect((await insight('satisfaction', 'by=week')).series).toMatchObject([{ day: '2026-11-02', tens: told(6 / 9, 9) }]); // prettier-ignore
  }

  it('counts by hand what the ledger has', () => expectHandCounted());

  it('tells the same when visits have been counted before', async () => {
    const [ledger] = await world.db.query<{ visits: number }>('select count(*) as visits from stage_visit');
    // A visit is counted once every older transaction of the server has ended, those of other databases included.
    for (let counted = 0; counted < ledger!.visits; counted += await world.worker.upkeep.count()) await pause(20);
    expect((await world.db.query('select from visit_sketch limit 1')).length).toBe(1);
    await expectHandCounted();
  });

  it('says when items come in, by the clock of the reader', async () => {
    const { hours } = await insight('arrivals', 'zone=Asia/Shanghai');
    expect(hours).toHaveLength(168);
    expect(hours[9]).toEqual({ weekday: 1, hour: 9, n: 12, withheld: null });
    // 16:00 UTC of Tuesday is Wednesday there.
    expect(hours[48]).toEqual({ weekday: 3, hour: 0, n: 6, withheld: null });
    expect((await insight('arrivals', 'unit=sd')).hours[1]).toEqual({ weekday: 1, hour: 1, n: null, withheld: 'few' });
    const refused = await world.get('/api/v1/insight/arrivals?zone=%2B08:00');
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('counts complaints on the customers of a unit, or on its items where nobody said how many it serves', async () => {
    const rate = async (code: string) => (await insight('complaints')).rates.find(({ unit }: Json) => unit === code);
    expect(await rate('gd')).toMatchObject({ base: 'items', complaints: 9, items: 15, customers: null, per10000: 6_000 }); // prettier-ignore
    const changed = await world.call('PATCH', '/api/v1/units/gd', { body: { customers: 20_000 } });
    expect(changed).toMatchObject({ status: 200, body: { customers: 20_000 } });
    expect(await rate('gd')).toMatchObject({ base: 'customers', customers: 20_000, per10000: 4.5 });
    expect(await rate('sd')).toMatchObject({ complaints: null, per10000: null, withheld: 'few' });
  });

  it('shows to who belongs to a unit what that unit had, and nothing of others', async () => {
    const key = await keyOf(world, { unit: 'gd', scopes: ['loop:read'] });
    expect(await insight('summary', '', key)).toMatchObject({ kept: told(6 / 8, 8) });
    expect(await insight('summary', 'unit=sd', key)).toMatchObject({ kept: few(0) });
    const { times } = await insight('times', '', key);
    expect(times.map(({ unit }: Json) => unit)).not.toContain('sd');
    const { rates } = await insight('complaints', '', key);
    expect(rates.map(({ unit }: Json) => unit)).not.toContain('sd');
    expect((await insight('arrivals', 'zone=Asia/Shanghai', key)).hours[9]).toMatchObject({ n: 9 });
  });

  it('tells the stages of one product, exactly while they are few', async () => {
    const { body } = await world.get(`/api/v1/loop/stages?${PERIOD}&product=5G`);
    const resolve = body.find(({ stage }: Json) => stage === 'resolve');
    expect(resolve).toMatchObject({ left: 6, entered: 6, working: { p50: 3 * HOUR, p90: 3 * HOUR }, percentileError: 0 }); // prettier-ignore
    expect(body.find(({ stage }: Json) => stage === 'recollect')).toMatchObject({ here: 1 });
  });
});
