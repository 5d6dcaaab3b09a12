import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sql } from '@huiyin/database';
import { isVisit, type BurstPayload, type LoopEvent } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { filter, firstValueFrom, take, toArray } from 'rxjs';
import { BusWorld, ToldHandler } from './bus-world.fixture.js';
import { readEvents, tellOfClusters } from './feed.js';

const START = '0-0';

const BURST: BurstPayload = {
  burstId: 1,
  clusterId: '019aa000-0000-7000-8000-000000000001',
  category: null,
  region: '滨江',
  windowHours: 1,
  seen: 30,
  expected: 1,
  score: 12.5,
  startedAt: '2026-11-22T08:00:00.000001Z',
  endedAt: null,
};

/** The items that stage changes are about; other events have none. */
function idsOf(events: readonly LoopEvent[]): string[] {
  return events.filter(isVisit).map(({ feedbackId }) => feedbackId);
}

describe('what the feed tells of clusters', () => {
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

  async function move(count: number): Promise<string[]> {
    const ids = await world.arrive(count);
    await world.lane(new ToldHandler(), 1).drain();
    return ids;
  }

  /** Settles when so many stage changes can be seen. */
  async function next(count: number): Promise<void> {
    await firstValueFrom(world.feed.events(START, 10).pipe(filter(isVisit), take(count), toArray()));
  }

  it('stands in its place between the stage changes, page by page and to followers too', async () => {
    const tell = () => world.db.transaction((tx) => tellOfClusters(tx, [{ name: 'cluster.burst', burst: BURST }]));
    const before = await move(2);
    await tell();
    const after = await move(1);
    await tell();
    await move(1);
    await next(4);
    const read: LoopEvent[] = [];
    for (let cursor = START; ;) {
      const page = await world.feed.read(cursor, 2);
      read.push(...page);
      if (page.length === 0) break;
      cursor = page.at(-1)!.cursor;
    }
    const visit = 'feedback.analyzed';
    expect(read.map(({ name }) => name)).toEqual([visit, visit, 'cluster.burst', visit, 'cluster.burst', visit]);
    expect(idsOf(read).slice(0, 3)).toEqual([...before, ...after]);
    expect(read[2]).toEqual({
      cursor: expect.stringMatching(/^\d+-\d+$/),
      name: 'cluster.burst',
      clusterId: BURST.clusterId,
      toldAt: expect.stringMatching(/\.\d{6}Z$/),
      burst: BURST,
    });
    const followed: LoopEvent[] = [];
    while (followed.length < 6) await world.feed.follow('one', 2, async (events) => void followed.push(...events));
    expect(followed).toEqual(read);
  });

  it('is not told when the transaction was rolled back', async () => {
    const dropped = world.db.transaction(async (tx) => {
      await tellOfClusters(tx, [{ name: 'cluster.burst', burst: BURST }]);
      throw new Error('no');
    });
    await expect(dropped).rejects.toThrow('no');
    const ids = await move(1);
    await next(1);
    expect(idsOf(await world.feed.read(START, 10))).toEqual(ids);
    expect(await world.feed.read(START, 10)).toHaveLength(1);
  });

  it('costs no more than a page of either table, by its index', async () => {
    await move(3);
    await world.db.query('analyze stage_visit');
    const plan = await world.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const read: string[] = [];
      const spy: Sql = { query: async (text, values) => (read.push(text), tx.query(text, values)) };
      await readEvents(spy, START, 2);
      return tx.query<{ 'QUERY PLAN': string }>(`explain ${read[0]}`, ['0', '0', 2]);
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Scan using stage_visit_feed_idx/);
    expect(text).toMatch(/Index (Only )?Scan using cluster_event_feed_idx/);
    expect(text).not.toMatch(/Seq Scan on (stage_visit|cluster_event)/);
  });
});
