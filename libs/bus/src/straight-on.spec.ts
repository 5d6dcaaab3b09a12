import type { Sql } from '@huiyin/database';
import { CodedError, type OutcomeOf, type Stage } from '@huiyin/loop';
import { createTestDatabase } from '@huiyin/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusWorld } from './bus-world.fixture.js';
import { Lane } from './lane.js';
import { fail, go, StageHandler, wait, type ItemAtStage, type Outcome } from './stage-handler.js';

/** Does the same with every item of a stage, and remembers what it was given. */
class Doing<S extends Stage> extends StageHandler<S> {
  readonly seen: ItemAtStage[] = [];

  constructor(
    readonly stage: S,
    private readonly deed: (item: ItemAtStage, tx: Sql) => Outcome<S> | Promise<Outcome<S>>,
    override readonly takesUpStraight = true,
  ) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<S>>> {
    this.seen.push(...items);
    const outcomes = new Map<string, Outcome<S>>();
    for (const item of items) outcomes.set(item.id, await this.deed(item, tx));
    return outcomes;
  }
}

const passing = <S extends Stage>(stage: S, outcome: OutcomeOf<S>) => new Doing(stage, () => go<S>(outcome));

let world: BusWorld;
let drop: () => Promise<void>;

beforeEach(async () => {
  const made = await createTestDatabase();
  ({ drop } = made);
  world = new BusWorld(made.url);
});
afterEach(async () => {
  await world.close();
  await drop();
});

const lane = (...handlers: readonly StageHandler[]): Lane => new Lane(world.db, handlers[0]!, 500, handlers);

const visits = (id: string) =>
  world.db.query<Record<string, unknown>>(
    `select seq, cycle, stage, outcome, entered_at as "enteredAt", started_at as "startedAt", left_at as "leftAt", event_id as event
     from stage_visit where feedback_id = $1 order by seq`,
    [id],
  );

describe('an item whose next stages take it up straight', () => {
  it('goes through all of them in one batch, with a visit in each and no time between', async () => {
    const [{ unit }] = (await world.db.query<{ unit: number }>('select id as unit from unit')) as [{ unit: number }];
    const analyze = new Doing('analyze', () => go('analyzed', { kind: 'fault', priority: 2 }));
    const route = new Doing('route', () => go('routed', { unitId: unit, limitSeconds: 3_600 }));
    const [id = ''] = await world.arrive(1);
    const result = await lane(analyze, route).takeBatch();
    expect(result).toMatchObject({ claimed: 1, moved: 1, waiting: 0, failed: 0, next: new Set(['resolve']) });
    expect(route.seen).toMatchObject([{ id, stage: 'route', seq: 2, cycle: 1, kind: 'fault', priority: 2 }]);
    const [first, second] = await visits(id);
    expect([first, second]).toMatchObject([
      { seq: 1, stage: 'analyze', outcome: 'analyzed' },
      { seq: 2, stage: 'route', outcome: 'routed', enteredAt: first!.leftAt, startedAt: first!.leftAt },
    ]);
    expect(Number(second!.event)).toBeGreaterThan(Number(first!.event));
    const [row] = await world.db.query(
      `select stage, state, seq, kind, unit_id as unit, stage_since as since, limit_at - stage_since = interval '1 hour' as limited from feedback`,
    );
    expect(row).toEqual({ stage: 'resolve', state: 'ready', seq: 3, kind: 'fault', unit, since: second!.leftAt, limited: true }); // prettier-ignore
  });

  it('rests where the next stage looks at the item row itself', async () => {
    const resolve = new Doing('resolve', () => wait('team', null), false);
    const [id = ''] = await world.arrive(1);
    await lane(passing('analyze', 'analyzed'), passing('route', 'routed'), resolve).takeBatch();
    expect(await world.standing(id)).toBe('resolve ready 0');
    expect(resolve.seen).toEqual([]);
  });

  it('waits, or is tried again, in the stage that says so, and has left those before', async () => {
    const [waiting = '', failing = ''] = await world.arrive(2);
    const route = new Doing('route', ({ id }) =>
      id === waiting ? wait('team', 60) : fail(new CodedError('stage-failed', 'no unit')),
    );
    const result = await lane(passing('analyze', 'analyzed'), route).takeBatch();
    expect(result).toMatchObject({ claimed: 2, moved: 2, waiting: 1, failed: 1 });
    expect(await world.standing(waiting)).toBe('route waiting 0');
    expect(await world.standing(failing)).toBe('route ready 1');
    expect(await visits(failing)).toHaveLength(1);
  });

  it('is alone at fault when a further stage throws on it, and its own stage is not blamed', async () => {
    const ids = await world.arrive(5);
    const route = new Doing('route', ({ id }) => {
      if (id === ids[2]) throw new Error('poison');
      return go('routed');
    });
    const analyze = passing('analyze', 'analyzed');
    await lane(analyze, route).takeBatch();
    expect(await world.crowd()).toEqual({ 'route ready': 5 });
    await lane(route).takeBatch();
    expect(await world.crowd()).toEqual({ 'resolve ready': 4, 'route ready': 1 });
    expect(await world.standing(ids[2]!)).toBe('route ready 1');
  });

  it('is alone at fault also when it is the only one of its batch', async () => {
    const [id = ''] = await world.arrive(1);
    const route = new Doing('route', () => {
      throw new Error('poison');
    });
    await lane(passing('analyze', 'analyzed'), route).takeBatch();
    expect(await world.standing(id)).toBe('route ready 0');
  });

  it('stops at its own stage when a lane is drained by hand', async () => {
    await world.arrive(3);
    await lane(passing('analyze', 'analyzed'), passing('route', 'routed')).drain();
    expect(await world.crowd()).toEqual({ 'route ready': 3 });
  });

  it('never has a visit that ends before it began, also when the clock was set back meanwhile', async () => {
    const [id = ''] = await world.arrive(1);
    const back = new Doing('analyze', async (_, tx) => {
      await tx.query(`select set_config('huiyin.clock_offset', '-1 hour', true)`);
      return go('analyzed');
    });
    await lane(back, passing('route', 'routed')).takeBatch();
    const [first, second] = await visits(id);
    expect(first!.leftAt).toBe(first!.startedAt);
    expect(second).toMatchObject({ enteredAt: first!.leftAt, startedAt: first!.leftAt, leftAt: first!.leftAt });
  });
});
