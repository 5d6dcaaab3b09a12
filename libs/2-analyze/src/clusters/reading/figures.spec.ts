import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { ClusterWorld, times, type Voice } from './cluster-world.fixture.js';
import { countClusters, listStaleClusters, saveFigures } from './figures.store.js';

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

describe('the figures of clusters', () => {
  it('are counted when members come, move and go, and not again until they do', async () => {
    const runner = world.runner();
    const [one, other] = [await world.cluster(), await world.cluster()];
    expect(await runner.count()).toBe(2);
    expect(await runner.count()).toBe(0);
    const [first] = await world.voices(times(3, () => ({ clusterId: one })));
    expect(await runner.count()).toBe(1);
    await world.db.query('update cluster_member set cluster_id = $2 where feedback_id = $1', [first, other]);
    expect(await runner.count()).toBe(2);
    await world.db.query('update cluster_member set score = 1');
    expect(await runner.count()).toBe(0);
    await world.db.query('delete from cluster_member where feedback_id = $1', [first]);
    expect(await runner.count()).toBe(1);
    world.clock.advance(25 * 3_600_000);
    expect(await runner.count()).toBe(2);
  });

  it('stay marked when members come while they are counted', async () => {
    const id = await world.cluster();
    await world.voices([{ clusterId: id }]);
    const stale = await listStaleClusters(world.db, 10);
    const counted = await countClusters(world.db, [id]);
    await world.voices([{ clusterId: id }]);
    await world.db.transaction((tx) => saveFigures(tx, stale, counted));
    const size = async () =>
      (await world.db.query<{ size: number }>(`select (figures->>'size')::int as size from cluster`))[0]!.size;
    expect(await size()).toBe(1);
    expect(await world.runner().count()).toBe(1);
    expect(await size()).toBe(2);
  });

  it('are counted once where two workers count', async () => {
    const id = await world.cluster();
    await world.voices(times(50, () => ({ clusterId: id })));
    const counted = await Promise.all([world.runner().count(), world.runner().count(), world.runner().count()]);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('say impact with its parts, growth, and what most members are', async () => {
    const id = await world.cluster();
    await world.voices([
      ...times(8, (i): Voice => ({
        clusterId: id,
        sentiment: 'negative',
        urgency: 3,
        customerId: CUSTOMER(i + 1),
        category: 'fees.bill.wrong',
      })),
      ...times(4, (): Voice => ({ clusterId: id, state: 'closed', hoursAgo: 20 * DAY })),
    ]);
    await world.runner().count();
    const [row] = await world.db.query('select impact, growth, figures, category, language from cluster');
    expect(row).toMatchObject({
      growth: 2.167,
      category: 'fees',
      language: 'zh',
      figures: {
        size: 12,
        open: 8,
        customers: 12,
        knownCustomers: 8,
        unknownVoices: 4,
        week: 8,
        weeksBefore: 4,
        urgency: 2,
      },
    });
    const { impact, figures } = row as { impact: number; figures: { impact: Record<string, number> } };
    const product = Object.values(figures.impact).reduce((all, part) => all * part, 1);
    expect(impact).toBeCloseTo(product, 1);
    expect(impact).toBeGreaterThan(1);
  });

  it('take a file of old items for history, not for growth', async () => {
    const id = await world.cluster();
    await world.voices(times(40, (i): Voice => ({ clusterId: id, occurredHoursAgo: (i + 2) * DAY })));
    await world.runner().count();
    const [row] = await world.db.query<{ growth: number }>('select growth from cluster');
    expect(row!.growth).toBeLessThan(1.1);
  });
});
