import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { BusWorld, signal, ToldHandler } from './bus-world.fixture.js';
import { go } from './stage-handler.js';

describe('several workers on one lane', () => {
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

  it('never take the same item, and leave none', async () => {
    const ids = await world.arrive(400);
    const handlers = Array.from({ length: 4 }, () => new ToldHandler());
    await Promise.all(handlers.map((handler) => world.lane(handler, 7).drain()));
    const taken = handlers.flatMap((handler) => handler.ids);
    expect(taken.sort()).toEqual([...ids].sort());
    expect(handlers.filter(({ seen }) => seen.length > 0).length).toBeGreaterThan(1);
    expect(await world.crowd()).toEqual({ 'route ready': 400 });
  });

  it('do not wait for one that is slow: they pass by what it holds', async () => {
    const ids = await world.arrive(4);
    const [holds, mayGoOn] = [signal(), signal()];
    const slow = new ToldHandler(async () => {
      holds.give();
      await mayGoOn.given;
      return go('analyzed');
    });
    const slowBatch = world.lane(slow, 2).takeBatch();
    await holds.given;
    const quick = new ToldHandler();
    await world.lane(quick).drain();
    expect(quick.ids).toEqual(ids.slice(2));
    mayGoOn.give();
    expect(await slowBatch).toMatchObject({ moved: 2 });
    expect(slow.ids).toEqual(ids.slice(0, 2));
  });

  it('take over at once what one was holding whose connection is cut, with nothing written twice', async () => {
    const ids = await world.arrive(5);
    const [backend, cut] = [signal<number>(), signal()];
    const dying = new ToldHandler(async (_item, tx) => {
      await tx.query(
        `insert into feed_cursor (name, xid, event_id) values ('half done', '0', 0) on conflict do nothing`,
      );
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      backend.give(row!.pid);
      await cut.given;
      return go('analyzed');
    });
    const batch = world.lane(dying).takeBatch();
    const ending = expect(batch).rejects.toThrow(/terminat|not queryable/);
    await world.db.query('select pg_terminate_backend($1, 5000)', [await backend.given]);
    cut.give();
    await ending;
    const heir = new ToldHandler();
    await world.lane(heir).drain();
    expect(heir.ids).toEqual(ids);
    expect(heir.seen.flat().map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0]);
    expect(await world.db.query('select name from feed_cursor')).toEqual([]);
    const visits = await world.db.query<{ count: number }>('select count(*) as count from stage_visit');
    expect(visits).toEqual([{ count: 5 }]);
  });

  it('and a person who decides at the same moment: exactly one of them moves the item', async () => {
    const [id = ''] = await world.arrive(1);
    const [holds, mayGoOn] = [signal(), signal()];
    const lane = world.lane(
      new ToldHandler(async () => {
        holds.give();
        await mayGoOn.given;
        return go('analyzed');
      }),
    );
    const batch = lane.takeBatch();
    await holds.given;
    const finish = { stage: 'resolve', outcome: 'resolved', actor: 'person:1' } as const;
    const person = expect(world.conductor.finish(id, finish, () => Promise.resolve())).rejects.toMatchObject({
      code: 'not-waiting',
    });
    mayGoOn.give();
    await Promise.all([batch, person]);
    expect(await world.standing(id)).toBe('route ready 0');
  });
});
