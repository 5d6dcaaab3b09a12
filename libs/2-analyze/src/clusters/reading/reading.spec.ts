import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { listClusters, type ClusterSort } from './cluster-list.store.js';
import { ClusterWorld, times, type Voice } from './cluster-world.fixture.js';
import { readCluster } from './cluster.store.js';
import { countClusters, listStaleClusters, saveFigures } from './figures.store.js';
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

const names = async (query: Parameters<typeof listClusters>[1]) =>
  (await listClusters(world.db, query)).items.map(({ name }) => name);

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

describe('a list of clusters', () => {
  async function three(): Promise<string[]> {
    const [small, large, old] = [
      await world.cluster({ name: '小而新 100%', cohesion: 0.6 }),
      await world.cluster({ name: '大', cohesion: 0.1 }),
      await world.cluster({ name: '旧', cohesion: 0.5 }),
    ];
    await world.voices([
      ...times(10, (i): Voice => ({ clusterId: small, hoursAgo: 1 + i, keywords: ['信号'] })),
      ...times(40, (i): Voice => ({ clusterId: large, hoursAgo: 30 + i * 20 })),
      ...times(20, (): Voice => ({ clusterId: old, hoursAgo: 60 * DAY, category: 'fees.bill.wrong' })),
    ]);
    await world.runner().count();
    return [small!, large!, old!];
  }

  it('is ordered by impact, growth, size or last seen', async () => {
    await three();
    expect(await names({})).toEqual(['小而新 100%', '旧', '大']);
    expect(await names({ sort: 'growth' })).toEqual(['小而新 100%', '旧', '大']);
    expect(await names({ sort: 'size' })).toEqual(['大', '旧', '小而新 100%']);
    expect(await names({ sort: 'newest' })).toEqual(['小而新 100%', '大', '旧']);
  });

  it.each(['impact', 'growth', 'size', 'newest'] as const)(
    'comes page by page by %s, nothing twice',
    async (sort: ClusterSort) => {
      await three();
      await world.voices(
        await Promise.all(times(4, async () => ({ clusterId: await world.cluster({ name: '同样' }) }))),
      );
      const all = await listClusters(world.db, { sort });
      const ids: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listClusters(world.db, { sort, limit: 2, ...(cursor ? { cursor } : {}) });
        ids.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(ids).toEqual(all.items.map(({ id }) => id));
      expect(ids).toHaveLength(7);
    },
  );

  it('refuses a cursor of another order', async () => {
    await three();
    const { nextCursor } = await listClusters(world.db, { sort: 'size', limit: 1 });
    for (const cursor of [nextCursor!, 'x', Buffer.from('["impact","x","y"]').toString('base64url')])
      await expect(listClusters(world.db, { sort: 'impact', cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  it('finds by name, by words of items, by category and status', async () => {
    const [small, , old] = await three();
    expect(await names({ q: '小而' })).toEqual(['小而新 100%']);
    expect(await names({ q: '信号' })).toEqual(['小而新 100%']);
    expect(await names({ q: '%' })).toEqual(['小而新 100%']);
    expect(await names({ q: '没有这回事' })).toEqual([]);
    expect(await names({ category: 'fees' })).toEqual(['旧']);
    await world.db.query(`update cluster set status = 'planned' where id = $1`, [old]);
    expect(await names({ status: 'planned' })).toEqual(['旧']);
    await world.db.query(`update cluster set status = 'dismissed' where id = $1`, [small]);
    expect(await names({})).toEqual(['旧', '大']);
    expect(await names({ status: 'dismissed' })).toEqual(['小而新 100%']);
  });

  it('leaves out signposts and what has no members', async () => {
    const [small, large] = await three();
    await world.cluster({ name: '空' });
    await world.merge(small!, large!);
    expect(await names({})).toEqual(['旧', '大']);
  });

  it.each([
    ['impact', 'cluster_impact_idx'],
    ['growth', 'cluster_growth_idx'],
    ['size', 'cluster_size_idx'],
    ['newest', 'cluster_seen_idx'],
  ] as const)('by %s is read by its index', async (sort, index) => {
    const plan = await world.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_sort = off');
      let text = '';
      const explain = async (sql: string, values?: readonly unknown[]) => {
        const rows = await tx.query<Record<string, string>>(`explain ${sql}`, values);
        text = rows.map((row) => row['QUERY PLAN']).join('\n');
        return [] as never[];
      };
      await listClusters({ query: explain }, { sort });
      return text;
    });
    expect(plan).toContain(`Index Scan using ${index}`);
  });
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
