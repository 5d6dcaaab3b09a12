import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { micros, visitsOf } from './support/journey.js';
import { LoopWorld } from './support/loop-world.js';

const HOURS = 3_600e6;

describe('an item whose customer is not satisfied', () => {
  let world: LoopWorld;
  let id: string;
  let token: string;

  /** From entering resolve until its time limit, in microseconds. */
  async function timeGiven(): Promise<number> {
    const { limitAt, stageSince } = await world.item(id);
    return micros(limitAt) - micros(stageSince);
  }

  async function priority(): Promise<number> {
    const [row] = await world.db.query<{ priority: number }>('select priority from feedback where id = $1', [id]);
    return row!.priority;
  }

  beforeAll(async () => {
    world = await LoopWorld.start();
    id = await world.collect({ text: '小区里信号很弱', kind: 'fault', customer: { phone: '13900001111' } });
    await world.settle();
  });
  afterAll(() => world.stop());

  it('was given 48 hours the first time, in its turn', async () => {
    expect(await timeGiven()).toBe(48 * HOURS);
    expect(await priority()).toBe(5);
  });

  it('goes round again as the same item, with what the customer adds', async () => {
    await world.resolve(id);
    await world.settle();
    token = await world.surveyToken(id);
    const answer = { solved: false, score: 2, comment: '电梯里还是完全没有信号' };
    expect(await world.answer(token, answer)).toMatchObject({ status: 200, body: { solved: false } });
    expect(await world.item(id)).toMatchObject({
      id,
      stage: 'collect',
      state: 'ready',
      cycle: 2,
      closedAt: null,
      surveys: [{ cycle: 1, ...answer }],
    });
  });

  it('comes before others, with half of the time', async () => {
    expect(await priority()).toBe(3);
    await world.settle();
    expect(await world.standing(id)).toBe('resolve waiting 2');
    expect(await timeGiven()).toBe(24 * HOURS);
    expect(await priority()).toBeLessThanOrEqual(3);
  });

  it('has the words that the customer added analysed with its own, which stay as they were', async () => {
    const found = async (q: string) => (await world.get(`/api/v1/feedback?q=${encodeURIComponent(q)}`)).body.items;
    expect(await found('电梯')).toMatchObject([{ id, text: '小区里信号很弱' }]);
    expect(await found('小区')).toMatchObject([{ id }]);
    const analyses = await world.db.query<{ cycle: number; keywords: string[] }>(
      'select cycle, keywords from analysis where feedback_id = $1 order by cycle',
      [id],
    );
    expect(analyses.map(({ cycle }) => cycle)).toEqual([1, 2]);
    expect(analyses[0]!.keywords.join()).not.toContain('电梯');
    expect(analyses[1]!.keywords.join()).toContain('电梯');
  });

  it('does not take the old question for the new one', async () => {
    expect(await world.answer(token, { solved: true })).toMatchObject({
      status: 409,
      body: { code: 'survey-answered' },
    });
    expect(await world.standing(id)).toBe('resolve waiting 2');
  });

  it('is not done with the resolution of the first time: it waits for a new one, and the customer is told anew', async () => {
    await world.resolve(id, { action: 'fixed', summary: '电梯加装室分', reply: '电梯内已加装信号设备。' });
    await world.settle();
    const { deliveries, resolution } = await world.item(id);
    expect(deliveries.map(({ cycle, purpose, state }: Json) => `${cycle} ${purpose} ${state}`)).toEqual([
      '1 answer sent',
      '1 survey sent',
      '2 answer sent',
      '2 survey sent',
    ]);
    expect(deliveries[2].body).toContain('电梯内已加装信号设备。');
    expect(resolution).toMatchObject({ cycle: 2, summary: '电梯加装室分' });
  });

  it('closes when the second answer helps, with both trips in one unbroken journey', async () => {
    await world.answer(await world.surveyToken(id), { solved: true });
    expect(await world.standing(id)).toBe('recollect closed 2');
    const visits = visitsOf(await world.journey(id));
    const trip = ['collect', 'analyze', 'route', 'resolve', 'deliver', 'recollect'];
    expect(visits.map(({ stage }) => stage)).toEqual([...trip, ...trip]);
    expect(visits.map(({ cycle }) => cycle)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(visits.map(({ seq }) => seq)).toEqual(visits.map((_, index) => index + 1));
    expect(visits[5]).toMatchObject({ outcome: 'not-solved', actor: 'customer', leftAt: visits[6]!.enteredAt });
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });
});
