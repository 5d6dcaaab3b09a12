import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { ClusterWorld, times, type Voice } from '../reading/cluster-world.fixture.js';

const [DAY, WEEK] = [24, 168];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let database: TestDatabase;
let world: ClusterWorld;

async function begin(): Promise<void> {
  database = await createTestDatabase();
  world = new ClusterWorld(database.url);
}
async function end(): Promise<void> {
  await world.close();
  await database.drop();
}
beforeEach(begin);
afterEach(end);

/** Weeks in which other things were said, `perDay` of them a day, each in one of ten clusters. */
async function quietWeeks(perDay = 10, weeks = 5): Promise<void> {
  const clusters: string[] = [];
  for (let i = 0; i < 10; i++) clusters.push(await world.cluster({ name: `别的事 ${i}` }));
  const voice = (i: number): Voice => ({
    clusterId: clusters[i % 10]!,
    region: ['西湖', '滨江', '余杭'][i % 3]!,
    category: ['fees.bill.wrong', 'service.attitude.rude', 'network.quality.slow'][i % 3]!,
    hoursAgo: ((i + 0.5) / perDay) * DAY,
  });
  await world.voices(times(perDay * 7 * weeks, voice));
}

/** Thirty voices of the last half hour. */
const thirty = (voice: Voice): Voice[] => times(30, (i) => ({ hoursAgo: 0.5 - i / 100, ...voice }));

describe('a burst', () => {
  it('is found in the first check after thirty voices of one region in an hour, in weeks that were quiet, and told once', async () => {
    await quietWeeks();
    const runner = world.runner();
    expect(await runner.check()).toBe(0);
    const clusterId = await world.cluster({ name: '滨江没信号' });
    await world.voices(thirty({ clusterId, region: '滨江' }));
    expect(await runner.check()).toBe(1);
    expect(await world.open()).toEqual(['cluster 滨江 1h 30']);
    expect(await runner.check()).toBe(0);
    const [event] = await world.db.query('select name, cluster_id, payload from cluster_event');
    expect(event).toMatchObject({
      name: 'cluster.burst',
      cluster_id: clusterId,
      payload: { clusterId, category: null, region: '滨江', windowHours: 1, seen: 30, expected: 0, endedAt: null },
    });
    expect(await world.events()).toEqual(['cluster.burst']);
  });

  it('is told once also when two workers look at the same time', async () => {
    await quietWeeks();
    const clusterId = await world.cluster();
    await world.voices(thirty({ clusterId, region: '滨江' }));
    const [one, other] = [world.runner(), world.runner()];
    await Promise.all([one.check(), other.check(), one.check(), other.check()]);
    await other.check();
    expect(await world.events()).toEqual(['cluster.burst']);
  });

  it('is of the cluster as a whole where the voices come from everywhere', async () => {
    await quietWeeks();
    const clusterId = await world.cluster();
    const regions = ['西湖', '滨江', '余杭', '萧山', null];
    await world.voices(thirty({ clusterId }).map((voice, i) => ({ ...voice, region: regions[i % 5]! })));
    await world.runner().check();
    expect(await world.open()).toEqual(['cluster everywhere 1h 30']);
  });

  it('is found by category and region where the voices have no cluster in common yet', async () => {
    await quietWeeks();
    const clusters: string[] = [];
    for (let i = 0; i < 15; i++) clusters.push(await world.cluster());
    const voices = thirty({ region: '滨江' }).map((voice, i) => ({ ...voice, clusterId: clusters[i % 15]! }));
    await world.voices(voices);
    await world.runner().check();
    expect(await world.open()).toEqual(['network.coverage 滨江 1h 30']);
  });

  it('waits a moment for items to be put into clusters before it is one of their category', async () => {
    await quietWeeks();
    await world.voices(times(30, (i) => ({ region: '滨江', hoursAgo: i / 36_000 })));
    await world.runner().check();
    expect(await world.open()).toEqual([]);
    world.clock.advance(MINUTE_MS / 2);
    await world.runner().check();
    expect(await world.open()).toEqual(['network.coverage 滨江 1h 30']);
  });

  it('lasts while the voices go on, is over when they cease, and does not begin again by itself', async () => {
    await quietWeeks();
    const runner = world.runner();
    const clusterId = await world.cluster();
    await world.voices(thirty({ clusterId, region: '滨江' }));
    await runner.check();
    world.clock.advance(3 * HOUR_MS);
    await world.voices(times(9, (i) => ({ clusterId, region: '滨江', hoursAgo: i / 10 })));
    expect(await runner.check()).toBe(0);
    world.clock.advance(5 * HOUR_MS);
    expect(await runner.check()).toBe(0);
    expect(await world.open()).toEqual(['cluster 滨江 1h 30']);
    world.clock.advance(2 * HOUR_MS);
    expect(await runner.check()).toBe(1);
    for (let i = 0; i < 20; i++) {
      world.clock.advance(HOUR_MS);
      expect(await runner.check()).toBe(0);
    }
    expect(await world.events()).toEqual(['cluster.burst', 'cluster.burst-ended']);
  });

  it('goes with its cluster when that is merged into another', async () => {
    await quietWeeks();
    const runner = world.runner();
    const [one, other] = [await world.cluster(), await world.cluster()];
    await world.voices(thirty({ clusterId: one, region: '滨江' }));
    await runner.check();
    await world.merge(one, other);
    expect(await runner.check()).toBe(0);
    expect(await world.db.query('select cluster_id from burst where ended_at is null')).toEqual([
      { cluster_id: other },
    ]);
  });
});

describe('no burst', () => {
  it('is steady growth', async () => {
    await quietWeeks();
    const clusterId = await world.cluster();
    // 20 a day five weeks ago, a tenth more every week.
    const voices = times(35, (day) => 20 * 1.1 ** ((35 - day) / 7)).flatMap((perDay, day) =>
      times(Math.round(perDay), (i): Voice => ({
        clusterId,
        region: '滨江',
        hoursAgo: (day + (i + 0.5) / perDay) * DAY,
      })),
    );
    await world.voices(voices);
    await world.runner().check();
    expect(await world.open()).toEqual([]);
  });

  it('is what comes in the same hours of every week, or of every day', async () => {
    await quietWeeks();
    const [weekly, daily] = [await world.cluster(), await world.cluster()];
    await world.voices([
      ...times(6 * 40, (i): Voice => ({
        clusterId: weekly,
        region: '滨江',
        hoursAgo: Math.floor(i / 40) * WEEK + (i % 40) / 45,
      })),
      ...times(35 * 15, (i): Voice => ({
        clusterId: daily,
        region: '西湖',
        hoursAgo: Math.floor(i / 15) * DAY + (i % 15) / 20,
      })),
    ]);
    await world.runner().check();
    expect(await world.open()).toEqual([]);
  });

  it('is a file of four thousand old items that comes in at once', async () => {
    await quietWeeks();
    const clusterId = await world.cluster();
    const voices = times(4_000, (i): Voice => {
      return { clusterId, region: '滨江', hoursAgo: i / 20_000, occurredHoursAgo: DAY + (i % 400) * DAY };
    });
    await world.voices(voices);
    await world.runner().check();
    expect(await world.open()).toEqual([]);
  });

  it('is a file of items without their dates, neither at a quiet operator nor on the first day', async () => {
    for (const weeks of [5, 0]) {
      await end();
      await begin();
      await quietWeeks(10, weeks);
      const clusters: string[] = [];
      for (let i = 0; i < 40; i++) clusters.push(await world.cluster());
      const voices = times(4_000, (i): Voice => {
        const category = [
          'network.coverage.indoor',
          'fees.bill.wrong',
          'packages.change.cancel',
          'service.attitude.rude',
        ][i % 4]!;
        return {
          clusterId: clusters[(i * i) % 40]!,
          category,
          region: ['滨江', '西湖'][(i >> 3) % 2]!,
          hoursAgo: i / 10_000,
        };
      });
      await world.voices(voices);
      await world.runner().check();
      expect(await world.open()).toEqual([]);
    }
  });

  it('is one customer who asks again and again', async () => {
    await quietWeeks();
    const clusterId = await world.cluster();
    const customerId = '019aa000-0000-7000-8000-000000000001';
    const [first, ...rest] = await world.voices(thirty({ clusterId, region: '滨江', customerId }));
    await world.db.query('insert into repeat (feedback_id, first_id, similarity, exact) select unnest($1::uuid[]), $2, 1, true', [rest, first]); // prettier-ignore
    await world.runner().check();
    expect(await world.open()).toEqual([]);
  });

  it('is what people have dismissed', async () => {
    await quietWeeks();
    const clusterId = await world.cluster({ status: 'dismissed' });
    await world.voices(thirty({ clusterId, region: '滨江' }));
    await world.runner().check();
    expect(await world.open()).toEqual([]);
  });

  it('is made by old items that are moved into a cluster', async () => {
    await quietWeeks();
    const runner = world.runner();
    const [one, other] = [await world.cluster(), await world.cluster()];
    const voices = (clusterId: string, perDay: number) =>
      times(35 * perDay, (i): Voice => ({ clusterId, region: '滨江', hoursAgo: ((i + 0.5) / perDay) * DAY }));
    await world.voices([...voices(one, 30), ...voices(other, 9)]);
    expect(await runner.check()).toBe(0);
    await world.merge(one, other);
    expect(await runner.check()).toBe(0);
  });
});
