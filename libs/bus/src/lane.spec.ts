import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CodedError } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { BusWorld, ToldHandler, type Deed } from './bus-world.fixture.js';
import { withGateClosed } from './gate.js';
import { MAX_ATTEMPTS } from './staying.js';
import { fail, go, wait } from './stage-handler.js';

const SECOND = 1_000;

describe('a lane', () => {
  let made: TestDatabase;
  let world: BusWorld;

  beforeEach(async () => {
    made = await createTestDatabase();
    world = new BusWorld(made.url);
  });
  afterEach(async () => {
    await world.close();
    await made.drop();
  });

  /** Throws for one item as a handler with a slip would; everybody else moves on. */
  function failingFor(id: string, how: (deed: Parameters<Deed>) => unknown): ToldHandler {
    return new ToldHandler(async (item, tx) => {
      if (item.id === id) await how([item, tx]);
      return go('analyzed');
    });
  }

  it('takes the most urgent first, then those that have waited longest, no more than a batch at a time', async () => {
    const ordinary = await world.arrive(3);
    const urgent = await world.arrive(2, 1);
    const handler = new ToldHandler();
    await world.lane(handler, 3).takeBatch();
    expect(handler.ids).toEqual([...urgent, ordinary[0]]);
    expect(await world.lane(handler, 3).drain()).toMatchObject({ claimed: 2, moved: 2, next: new Set(['route']) });
    expect(await world.lane(handler).takeBatch()).toMatchObject({ claimed: 0 });
  });

  it.each<[string, (deed: Parameters<Deed>) => unknown]>([
    ['throws', () => Promise.reject(new TypeError('words is undefined'))],
    ['breaks the transaction', ([, tx]) => tx.query('select 1 / 0')],
  ])('finds the one of a hundred at which its handler %s, and its neighbours move on at once', async (_how, deed) => {
    const ids = await world.arrive(100);
    const handler = failingFor(ids[57]!, deed);
    expect(await world.lane(handler).takeBatch()).toMatchObject({ claimed: 100, moved: 99, failed: 1, parked: 0 });
    expect(await world.crowd()).toEqual({ 'analyze ready': 1, 'route ready': 99 });
    expect(await world.standing(ids[57]!)).toBe('analyze ready 1');
    // Seven halvings of a hundred: about two looks for each, and not one for every item.
    expect(handler.seen.length).toBeLessThanOrEqual(15);
    const left = await world.db.query('select 1 from stage_visit where feedback_id = $1', [ids[57]]);
    expect(left).toEqual([]);
  });

  it('tries a failed item again after 1, 2, 4 and 8 seconds, never earlier, and then parks it with its error', async () => {
    const [id = ''] = await world.arrive(1);
    const lane = world.lane(failingFor(id, () => Promise.reject(new CodedError('stage-failed', 'poison'))));
    expect(await lane.takeBatch()).toMatchObject({ failed: 1, parked: 0 });
    for (const [tries, seconds] of [1, 2, 4, 8].entries()) {
      world.clock.advance(seconds * SECOND - 400);
      expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
      world.clock.advance(500);
      expect(await lane.takeBatch()).toMatchObject({ failed: 1, parked: tries + 2 === MAX_ATTEMPTS ? 1 : 0 });
    }
    expect(await world.standing(id)).toBe(`analyze parked ${MAX_ATTEMPTS}`);
    world.clock.advance(3_600 * SECOND);
    expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
    const [row] = await world.db.query('select error, stage_since < loop_now() as here from feedback');
    expect(row).toMatchObject({ error: { code: 'stage-failed', detail: 'poison' }, here: true });
  });

  it('forgets what failed once the item has moved on', async () => {
    const [id = ''] = await world.arrive(1);
    const lane = world.lane(
      new ToldHandler(({ attempts }) => (attempts < 2 ? fail(new CodedError('stage-failed', 'no')) : go('analyzed'))),
    );
    for (let tries = 0; tries < 3; tries++) {
      await lane.takeBatch();
      world.clock.advance(10 * SECOND);
    }
    expect(await world.standing(id)).toBe('route ready 0');
    expect(await world.db.query('select error from feedback')).toEqual([{ error: null }]);
  });

  it('gives a parked item back with a clean slate when it is replayed, and it goes on', async () => {
    const [id = '', other = ''] = await world.arrive(2);
    let broken = true;
    const lane = world.lane(
      new ToldHandler(() => (broken ? fail(new CodedError('stage-failed', 'not today')) : go('analyzed'))),
    );
    for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
      await lane.takeBatch();
      world.clock.advance(60 * SECOND);
    }
    expect(await world.crowd()).toEqual({ 'analyze parked': 2 });
    broken = false;
    expect(await world.conductor.replay({ stage: 'route' })).toEqual([]);
    expect(await world.conductor.replay({ ids: [id] })).toEqual([id]);
    expect(await world.standing(id)).toBe('analyze ready 0');
    await lane.takeBatch();
    expect(await world.standing(id)).toBe('route ready 0');
    expect(await world.standing(other)).toBe(`analyze parked ${MAX_ATTEMPTS}`);
    expect(await world.conductor.replay({})).toEqual([other]);
  });

  it('takes an item of which its handler says nothing for failed, instead of losing it', async () => {
    const [id = '', other = ''] = await world.arrive(2);
    const handler = new ToldHandler();
    const forgetful = Object.assign(handler, {
      handle: () => Promise.resolve(new Map([[other, go<'analyze'>('analyzed')]])),
    });
    expect(await world.lane(forgetful).takeBatch()).toMatchObject({ moved: 1, failed: 1 });
    expect(await world.standing(id)).toBe('analyze ready 1');
  });

  it('holds nothing against an item when the database goes away in the middle', async () => {
    const ids = await world.arrive(3);
    const cut = world.lane(
      new ToldHandler(async (_item, tx) => {
        await tx.query('select pg_terminate_backend(pg_backend_pid())');
        return go('analyzed');
      }),
    );
    await expect(cut.takeBatch()).rejects.toThrow(/terminat/);
    for (const id of ids) expect(await world.standing(id)).toBe('analyze ready 0');
    expect(await world.lane(new ToldHandler()).takeBatch()).toMatchObject({ moved: 3 });
  });

  it('wakes an item when its timer runs out, not before, and tells the handler why', async () => {
    const [id = ''] = await world.arrive(1);
    const handler = new ToldHandler(({ wokenBy }) => (wokenBy === 'entry' ? wait('team', 60) : go('analyzed')));
    const lane = world.lane(handler);
    expect(await lane.takeBatch()).toMatchObject({ waiting: 1, moved: 0 });
    world.clock.advance(59 * SECOND);
    expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
    world.clock.advance(2 * SECOND);
    expect(await lane.takeBatch()).toMatchObject({ moved: 1 });
    expect(handler.seen.map(([item]) => item!.wokenBy)).toEqual(['entry', 'timer']);
    expect(await world.standing(id)).toBe('route ready 0');
  });

  it('wakes an item without a timer only when somebody signals', async () => {
    const [id = ''] = await world.arrive(1);
    const handler = new ToldHandler(({ wokenBy }) => (wokenBy === 'entry' ? wait('team', null) : go('analyzed')));
    const lane = world.lane(handler);
    await lane.takeBatch();
    world.clock.advance(1_000 * 86_400 * SECOND);
    expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
    expect(await world.conductor.wake(world.db, 'analyze', [id])).toBe(1);
    await lane.takeBatch();
    expect(handler.seen.at(-1)).toMatchObject([{ id, wokenBy: 'signal' }]);
  });

  it('takes nothing while the gate is closed, unless it drains for whoever closed it', async () => {
    await world.arrive(2);
    const lane = world.lane(new ToldHandler(), 1);
    await withGateClosed(world.db, async () => {
      expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
      expect(await lane.drain()).toMatchObject({ moved: 2 });
      await world.arrive(1);
    });
    expect(await lane.takeBatch()).toMatchObject({ moved: 1 });
  });
});
