import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { LoopWorld } from './support/loop-world.js';

/** Items that have been round to resolve, put into a cluster of their own as the machine would. */
async function clusterOf(
  world: LoopWorld,
  name: string,
  pieces: readonly Readonly<Record<string, unknown>>[],
): Promise<string> {
  const ids = await world.collectMany(pieces);
  await world.settle();
  const id = uuidv7();
  await world.db.transaction(async (tx) => {
    await tx.query(
      `insert into cluster (id, name, category, language, size, cohesion) values ($1, $2, 'network', 'zh', $3, 0.5)`,
      [id, name, ids.length],
    );
    await tx.query('delete from cluster_member where feedback_id = any($1::uuid[])', [ids]);
    await tx.query('delete from unclustered where feedback_id = any($1::uuid[])', [ids]);
    await tx.query('insert into cluster_member (feedback_id, cluster_id, score) select unnest($1::uuid[]), $2, 0.5', [
      ids,
      id,
    ]);
    await tx.query('update cluster c set size = (select count(*) from cluster_member m where m.cluster_id = c.id)');
  });
  return id;
}

const piece = (i: number) => ({
  text: `滨江江边小区${i}号楼里手机没有信号，打不出电话`,
  customer: { id: `c${i}`, region: '滨江' },
});

describe('reading clusters', () => {
  let world: LoopWorld;
  let hot: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    const weeks = Array.from({ length: 60 }, (_, i) => ({
      text: `营业厅第${i}个窗口排队太久`,
      occurredAt: new Date(Date.now() - (i + 2) * 12 * 3_600_000).toISOString(),
      customer: { id: `q${i}`, region: '西湖' },
    }));
    await clusterOf(world, '营业厅排队', weeks);
    hot = await clusterOf(
      world,
      '滨江没信号',
      Array.from({ length: 30 }, (_, i) => piece(i)),
    );
    await world.worker.figures.count();
  });
  afterAll(() => world.stop());

  it('puts first what matters most, and goes on page by page', async () => {
    const { status, body } = await world.get('/api/v1/clusters?limit=1');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ id: hot, name: '滨江没信号', size: 30, open: 30, customers: 30 }]);
    const next = await world.get(`/api/v1/clusters?limit=1&cursor=${body.nextCursor}`);
    expect(next.body).toMatchObject({ items: [{ name: '营业厅排队', size: 60 }], nextCursor: null });
    expect((await world.get('/api/v1/clusters?sort=size')).body.items[0].name).toBe('营业厅排队');
    expect((await world.get(`/api/v1/clusters?q=${encodeURIComponent('手机')}`)).body.items).toMatchObject([
      { id: hot },
    ]);
  });

  it('refuses a cursor of another list and an order that there is not', async () => {
    const { body } = await world.get('/api/v1/clusters?limit=1');
    expect(await world.get(`/api/v1/clusters?sort=newest&cursor=${body.nextCursor}`)).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
    expect(await world.get('/api/v1/clusters?sort=loudest')).toMatchObject({ body: { code: 'validation-failed' } });
  });

  it('tells of one what its items say', async () => {
    const { body } = await world.get(`/api/v1/clusters/${hot}`);
    expect(body).toMatchObject({
      ...{ id: hot, size: 30, knownCustomers: 30, unknownVoices: 0, repeats: 0, mergedInto: null },
      regions: [{ name: '滨江', items: 30 }],
      impactParts: { reach: expect.any(Number), agreement: expect.any(Number) },
    });
    expect(body.quotes.length).toBeGreaterThan(0);
    expect(body.keywords).toContain('信号');
    const parts = Object.values(body.impactParts as Record<string, number>);
    expect(parts.reduce((product, part) => product * part, 1)).toBeCloseTo(body.impact, 1);
  });

  it('tells how it went, day by day and week by week', async () => {
    const days = await world.get(`/api/v1/clusters/${hot}/trend`);
    expect(days.body).toHaveLength(90);
    expect(days.body.at(-1)).toMatchObject({ items: 30, customers: 30 });
    const weeks = await world.get(`/api/v1/clusters/${hot}/trend?by=week`);
    expect(weeks.body.at(-1)).toMatchObject({ items: 30 });
    expect(await world.get(`/api/v1/clusters/${uuidv7()}/trend`)).toMatchObject({ status: 404 });
    expect(await world.get(`/api/v1/clusters/${hot}/trend?by=hour`)).toMatchObject({ status: 400 });
  });

  it('raises what is hot as an event of the loop, once, and lists it', async () => {
    const connection = new AbortController();
    const answer = await fetch(world.address('/api/v1/loop/events'), {
      signal: connection.signal,
      headers: { authorization: `Bearer ${world.key}`, 'last-event-id': '0-0' },
    });
    expect(await world.worker.figures.check()).toBe(1);
    expect(await world.worker.figures.check()).toBe(0);
    let heard = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      heard += chunk;
      if (/event: cluster\.burst\n[^]*\n\n/.test(heard)) break;
    }
    connection.abort();
    const data = /event: cluster\.burst\n(?:id: .*\n)?data: (.*)\n/.exec(heard)?.[1] ?? '{}';
    expect(JSON.parse(data)).toMatchObject({
      name: 'cluster.burst',
      clusterId: hot,
      burst: { clusterId: hot, region: '滨江', seen: 30, windowHours: 1, endedAt: null },
    });
    const { body } = await world.get('/api/v1/bursts?active=true&region=%E6%BB%A8%E6%B1%9F');
    expect(body.items).toMatchObject([
      { active: true, cluster: { id: hot, name: '滨江没信号' }, seen: 30, endedAt: null },
    ]);
    expect((await world.get('/api/v1/bursts?active=false')).body.items).toEqual([]);
    expect((await world.get('/api/v1/bursts?category=network')).body.items).toHaveLength(1);
    expect(await world.get('/api/v1/bursts?active=perhaps')).toMatchObject({ status: 400 });
  });

  it('tells where the items of a merged cluster went, and shows it no more in lists', async () => {
    const other = await clusterOf(world, '要并走的', [{ text: '江边没信号' }]);
    await world.db.query('update cluster_member set cluster_id = $2 where cluster_id = $1', [other, hot]);
    await world.db.query('update cluster set merged_into = $2, size = 0 where id = $1', [other, hot]);
    expect(await world.get(`/api/v1/clusters/${other}`)).toMatchObject({
      status: 200,
      body: { mergedInto: hot, size: 0 },
    });
    const { body } = await world.get('/api/v1/clusters');
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(other);
  });

  it('is not for everybody', async () => {
    const key = await world.keyWith('feedback:write');
    for (const path of ['/api/v1/clusters', `/api/v1/clusters/${hot}`, '/api/v1/bursts'])
      expect(await world.call('GET', path, { key })).toMatchObject({ status: 403 });
  });
});
