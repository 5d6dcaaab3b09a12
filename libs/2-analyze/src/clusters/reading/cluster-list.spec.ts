import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { listClusters, type ClusterSort } from './cluster-list.store.js';
import { ClusterWorld, times, type Voice } from './cluster-world.fixture.js';

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
    return [small, large, old];
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
