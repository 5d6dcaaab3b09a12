import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { DAY, HOUR, LoopWorld } from './support/loop-world.js';

const MINUTE = 60_000;

describe('what happens when nobody does anything', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start({ config: { recollectDays: 7 } });
  });
  afterAll(() => world.stop());

  /** What only the inside knows of an item. */
  async function inside(id: string): Promise<{ priority: number; escalations: number }> {
    const [row] = await world.db.query<{ priority: number; escalations: number }>(
      `select priority, (select count(*) from escalation e where e.feedback_id = f.id) as escalations
       from feedback f where id = $1`,
      [id],
    );
    return row!;
  }

  it('in resolve: the time limit passes, the item is escalated once, comes first, and still waits for the team', async () => {
    const id = await world.collect({ text: '想问一下套餐怎么办理', kind: 'enquiry' });
    await world.settle();
    const before = await inside(id);
    expect(before).toEqual({ priority: 5, escalations: 0 });
    world.clock.advance(48 * HOUR - MINUTE);
    await world.settle();
    expect(await world.item(id)).toMatchObject({ overdue: false });
    expect(await inside(id)).toEqual(before);
    world.clock.advance(2 * MINUTE);
    await world.settle();
    expect(await world.item(id)).toMatchObject({
      stage: 'resolve',
      state: 'waiting',
      waitingFor: 'team',
      overdue: true,
    });
    expect(await inside(id)).toEqual({ priority: 1, escalations: 1 });
    world.clock.advance(30 * DAY);
    await world.settle();
    expect(await inside(id)).toEqual({ priority: 1, escalations: 1 });
    const [figures] = (await world.get('/api/v1/loop/stages')).body.filter(({ stage }: Json) => stage === 'resolve');
    expect(figures).toMatchObject({ here: 1, overdue: 1 });
    await world.resolve(id);
    await world.settle();
    expect(await world.item(id)).toMatchObject({ stage: 'recollect', overdue: false, limitAt: null });
  });

  it('in re-collect: the window passes and the item is closed as `silent`, not a minute before', async () => {
    const { id, token } = await world.ask('流量用得太快');
    world.clock.advance(7 * DAY - MINUTE);
    await world.settle();
    expect(await world.standing(id)).toBe('recollect waiting 1');
    expect(await world.call('GET', `/s/${token}`, { key: '' })).toMatchObject({ status: 200 });
    world.clock.advance(2 * MINUTE);
    await world.settle();
    expect(await world.standing(id)).toBe('recollect closed 1');
    const { visits } = await world.journey(id);
    expect(visits.at(-1)).toMatchObject({ stage: 'recollect', outcome: 'silent', actor: 'system' });
    expect(visits.at(-1).waitingSeconds).toBeGreaterThan(7 * 86_400);
    expect(await world.item(id)).toMatchObject({ surveys: [{ answeredAt: null, solved: null }] });
  });

  it('in re-collect: an answer within the window counts, however late, and then no timer is left', async () => {
    const { id, token } = await world.ask('营业厅排队太久');
    world.clock.advance(7 * DAY - MINUTE);
    expect(await world.answer(token, { solved: true })).toMatchObject({ status: 200 });
    world.clock.advance(30 * DAY);
    await world.settle();
    expect((await world.journey(id)).visits.at(-1)).toMatchObject({ outcome: 'confirmed', actor: 'customer' });
  });

  it('in re-collect: an answer after the window is too late, also when no worker has closed the item yet', async () => {
    const { id, token } = await world.ask('短信收不到');
    world.clock.advance(7 * DAY + MINUTE);
    const late = await world.answer(token, { solved: false, comment: '还是收不到' });
    expect(late).toMatchObject({ status: 410, body: { code: 'survey-expired' } });
    expect(await world.standing(id)).toBe('recollect waiting 1');
    await world.settle();
    expect(await world.standing(id)).toBe('recollect closed 1');
    expect(await world.item(id)).toMatchObject({ surveys: [{ solved: null, comment: null }] });
  });

  it('and every second of it is on record', async () => {
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });
});
