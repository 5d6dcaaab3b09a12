import { beyondHead } from '@huiyin/bus';
import { Vault } from '@huiyin/privacy';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Upkeep } from '../apps/worker/src/upkeep.js';
import { LoopWorld } from './support/loop-world.js';

/** Further than any cluster of these tests will ever come. */
const BEYOND = '9000000000000000';

describe('a database that was restored into another cluster, whose transaction numbers are smaller', () => {
  let world: LoopWorld;
  const troubles: unknown[] = [];
  let upkeep: Upkeep;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await world.collect('信号弱');
    await world.settle();
    const config = { keepPersonalDays: 0, keepTextDays: 0, keepDeliveryDays: 0 };
    upkeep = new Upkeep({
      db: world.db,
      vault: world.worker.app.get(Vault),
      config,
      trouble: (error) => troubles.push(error),
    });
    await world.db.query(`insert into feed_cursor (name, xid, event_id) values ('a follower', '1', 0)`);
  });
  afterAll(() => world.stop());

  it('is none while cursors and ledger lie behind the head, also of a transaction under way', async () => {
    expect(await beyondHead(world.db)).toEqual([]);
    await world.db.transaction(async (tx) => {
      await tx.query(`update feed_cursor set xid = pg_current_xact_id() where name = 'a follower'`);
      expect(await beyondHead(tx)).toEqual([]);
    });
    expect((await world.get('/readyz')).body).toEqual({ status: 'ok', database: true, migrations: true, feed: true });
  });

  it('is told of by /readyz, which stays ready, and in the log with what to do', async () => {
    await world.db.query(`update feed_cursor set xid = '${BEYOND}' where name = 'a follower'`);
    expect(await world.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ok', feed: false } });
    await upkeep.watchFeed();
    expect(troubles.map(String)).toEqual([expect.stringMatching(/stands still for a follower: .*pg_resetwal/)]);
    await upkeep.watchFeed();
    expect(troubles).toHaveLength(1);
  });

  it('is also seen when it is the ledger that is beyond', async () => {
    await world.db.query(`delete from feed_cursor where name = 'a follower'`);
    expect(await beyondHead(world.db)).toEqual([]);
    await world.db.query('alter table stage_visit disable trigger user');
    await world.db.query(`update stage_visit set xid = '${BEYOND}'`);
    expect(await beyondHead(world.db)).toEqual(['ledger']);
  });
});
