import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { ClusterWorld, times, type Voice } from './cluster-world.fixture.js';
import { readCluster } from './cluster.store.js';
import { readTrend } from './trend.store.js';

const CUSTOMER = (n: number) => `019aa000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const DAY = 24;

let database: TestDatabase;
let world: ClusterWorld;

beforeEach(async () => {
  database = await createTestDatabase();
  world = new ClusterWorld(database.url);
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
  await database.drop();
});

describe('one cluster', () => {
  it('tells what its members say, of whom and where', async () => {
    const id = await world.cluster();
    await world.db
      .query(`insert into unit (code, name, kind, path) values ('hz', '杭州', 'city', '/hz/')`)
      .catch(() => []);
    const [first, second] = await world.voices([
      {
        clusterId: id,
        customerId: CUSTOMER(1),
        region: '滨江',
        text: '小区里一点信号都没有，打不通电话。',
        score: 0.9,
        keywords: ['信号', '小区'],
      },
      {
        clusterId: id,
        customerId: CUSTOMER(1),
        region: '滨江',
        text: '还是没有信号',
        sentiment: 'negative',
        score: 0.3,
        keywords: ['信号'],
      },
      {
        clusterId: id,
        region: '西湖',
        text: '地下车库收不到短信，请装个基站。',
        kind: 'suggestion',
        score: 0.7,
        keywords: ['基站', '信号'],
      },
      { clusterId: id, text: '小区里一点信号都没有，打不通电话！', state: 'closed', score: 0.8 },
    ]);
    await world.db.query('insert into repeat (feedback_id, first_id, similarity, exact) values ($1, $2, 1, false)', [
      second,
      first,
    ]);
    expect(await readCluster(world.db, id)).toMatchObject({
      ...{ id, size: 4, open: 3, customers: 3, knownCustomers: 1, unknownVoices: 2, repeats: 1, mergedInto: null },
      sentiment: { positive: 0, neutral: 3, negative: 1 },
      kinds: [
        { name: 'fault', items: 3 },
        { name: 'suggestion', items: 1 },
      ],
      regions: [
        { name: '滨江', items: 2 },
        { name: '西湖', items: 1 },
      ],
      quotes: [
        { feedbackId: first, text: '小区里一点信号都没有，打不通电话。' },
        { text: '地下车库收不到短信，请装个基站。' },
      ],
      keywords: ['信号', '基站', '小区'],
    });
  });

  it('that was merged says where its items went', async () => {
    const [one, other] = [await world.cluster(), await world.cluster()];
    await world.voices([{ clusterId: one }]);
    await world.merge(one, other);
    expect(await readCluster(world.db, one)).toMatchObject({ size: 0, mergedInto: other, quotes: [] });
  });

  it('that there is not is not found', async () => {
    await expect(readCluster(world.db, CUSTOMER(9))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a trend', () => {
  it('has every day and week, with customers counted once', async () => {
    const id = await world.cluster();
    await world.voices([
      { clusterId: id, hoursAgo: 3 * DAY, customerId: CUSTOMER(1) },
      { clusterId: id, hoursAgo: 3 * DAY, customerId: CUSTOMER(1) },
      { clusterId: id, hoursAgo: 3 * DAY },
      { clusterId: id, hoursAgo: 0 },
    ]);
    const days = await readTrend(world.db, id);
    expect(days).toHaveLength(90);
    expect(days.at(-4)).toMatchObject({ items: 3, customers: 2 });
    expect(days.at(-1)).toMatchObject({ items: 1, customers: 1 });
    expect(days.at(-2)).toMatchObject({ items: 0, customers: 0 });
    const weeks = await readTrend(world.db, id, { by: 'week' });
    expect(weeks).toHaveLength(26);
    expect(weeks.reduce((sum, { items }) => sum + items, 0)).toBe(4);
  });

  it('of a large cluster is added up from the days that were counted last', async () => {
    const id = await world.cluster();
    const voices = times(2_100, (i): Voice => ({
      clusterId: id,
      hoursAgo: (i % 20) * DAY,
      customerId: CUSTOMER(i % 7),
    }));
    await world.voices(voices);
    const counted = await readTrend(world.db, id);
    await world.runner().count();
    expect(await readTrend(world.db, id)).toEqual(counted);
    expect(counted.at(-3)).toMatchObject({ items: 105, customers: 7 });
    await world.voices([{ clusterId: id }]);
    expect(await readTrend(world.db, id)).toEqual(counted);
    const weeks = await readTrend(world.db, id, { by: 'week' });
    expect(weeks.reduce((sum, { items }) => sum + items, 0)).toBe(2_100);
    expect(await readCluster(world.db, id)).toMatchObject({ size: 2_101, open: 2_100, customers: 7 });
  });

  it('keeps to the period that was asked for, and refuses one that is empty or endless', async () => {
    const id = await world.cluster();
    const days = await readTrend(world.db, id, { from: '2026-01-30T10:00:00Z', to: '2026-02-02T00:00:00Z' });
    expect(days.map(({ day }) => day)).toEqual(['2026-01-30', '2026-01-31', '2026-02-01']);
    const weeks = await readTrend(world.db, id, {
      by: 'week',
      from: '2026-01-30T10:00:00Z',
      to: '2026-02-03T00:00:00Z',
    });
    expect(weeks.map(({ day }) => day)).toEqual(['2026-01-26', '2026-02-02']);
    for (const period of [
      { from: '2026-02-02T00:00:00Z', to: '2026-02-02T00:00:00Z' },
      { from: '2020-01-01T00:00:00Z', to: '2026-02-02T00:00:00Z' },
    ])
      await expect(readTrend(world.db, id, period)).rejects.toMatchObject({ code: 'validation-failed' });
  });
});
