import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageStatement } from '@huiyin/journey';
import { sightOf, Units } from '@huiyin/org';
import { uuidv7 } from 'uuidv7';
import type { Json } from './support/call.js';
import { listen } from './support/listening.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

const NOWHERE = '01a00000-0000-7000-8000-000000000000';

describe('people see what lies in their units', () => {
  let world: LoopWorld;
  let gd: string;
  let sd: string;
  /** Items in Guangzhou and in Shandong. */
  let [south, east] = ['', ''];

  const as = (key: string, method: string, path: string, body?: unknown) => world.call(method, path, { key, body });
  const idsSeen = async (key: string, query = ''): Promise<string[]> =>
    (await as(key, 'GET', `/api/v1/feedback?limit=100${query}`)).body.items.map(({ id }: Json) => id);
  const standsAlike = async (method: string, path: (id: string) => string, body?: unknown) => {
    const hidden = await as(sd, method, path(south), body);
    const unknown = await as(sd, method, path(NOWHERE), body);
    expect({ path: path(':id'), status: hidden.status, code: hidden.body.code }).toEqual({
      path: path(':id'),
      status: 404,
      code: 'not-found',
    });
    expect(hidden.body.detail.replaceAll(south, NOWHERE)).toBe(unknown.body.detail);
  };

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    gd = await keyOf(world, { unit: 'gd' });
    sd = await keyOf(world, { unit: 'sd' });
    south = await world.collect({
      text: '天河区地铁里信号很弱，电话打不出去',
      unit: 'gd-gz',
      customer: { phone: '13800001234' },
    });
    east = await world.collect({ text: '济南地铁里信号很弱，电话打不出去', unit: 'sd' });
    await world.settle();
  });
  afterAll(() => world.stop());

  it('in lists, whatever the order and the filter, and the whole organisation without a unit', async () => {
    expect(await idsSeen(gd)).toEqual([south]);
    expect(await idsSeen(sd)).toEqual([east]);
    for (const query of [
      '&sort=oldest',
      '&sort=limit',
      '&stage=resolve',
      `&q=${encodeURIComponent('信号')}`,
      '&unit=group',
    ])
      expect({ query, ids: await idsSeen(sd, query) }).toEqual({ query, ids: [east] });
    expect(await idsSeen(sd, '&unit=gd')).toEqual([]);
    expect(await idsSeen(world.key, '&sort=oldest')).toEqual([south, east]);
    expect(await idsSeen(await keyOf(world, { unit: 'group' }), '&sort=oldest')).toEqual([south, east]);
  });

  it('and nothing of the others can be read: it is answered like what is not there', async () => {
    const reference = (await world.item(south)).reference;
    expect((await as(sd, 'GET', `/api/v1/feedback/${reference}`)).status).toBe(404);
    expect((await as(gd, 'GET', `/api/v1/feedback/${reference}`)).body.id).toBe(south);
    for (const part of ['', '/journey', '/deliveries']) {
      await standsAlike('GET', (id) => `/api/v1/feedback/${id}${part}`);
      expect((await as(gd, 'GET', `/api/v1/feedback/${south}${part}`)).status).toBe(200);
    }
  });

  it('and nothing of the others can be written', async () => {
    const before = await world.item(south);
    for (const [method, part, body] of [
      ['POST', '/take', undefined],
      ['POST', '/resolution', RESOLUTION],
      ['POST', '/hand-back', { reason: '给我', unit: 'sd' }],
      ['POST', '/hand-back', { reason: '给我', unit: 'nowhere' }],
      ['POST', '/dismissal', { reason: '垃圾' }],
      ['POST', '/undeliverable', { reason: '停机' }],
      ['PATCH', '', { kind: 'praise' }],
    ] as const)
      await standsAlike(method, (id) => `/api/v1/feedback/${id}${part}`, body);
    expect(await world.item(south)).toEqual(before);
  });

  it('nor is it found by what is like it', async () => {
    const text = encodeURIComponent('地铁里信号很弱，电话打不出去');
    const found = async (key: string) =>
      (await as(key, 'GET', `/api/v1/feedback/similar?text=${text}`)).body.items.map(({ id }: Json) => id);
    expect(await found(sd)).toEqual([east]);
    expect(await found(gd)).toEqual([south]);
    expect((await found(world.key)).sort()).toEqual([south, east].sort());
  });

  it('nor quoted, listed, split off, moved or resolved through a cluster', async () => {
    const [cluster, other] = [uuidv7(), uuidv7()];
    await world.db.query(
      `insert into cluster (id, name, category, language, size) select id, '地铁信号', 'network', 'zh', 1 from unnest($1::uuid[]) as id`,
      [[cluster, other]],
    );
    await world.db.query('delete from cluster_member where feedback_id = any($1)', [[south, east]]);
    await world.db.query(
      `insert into cluster_member (feedback_id, cluster_id, score) select i, $2, 0.8 from unnest($1::uuid[]) as i`,
      [[south, east], cluster],
    );
    const read = async (key: string) => (await as(key, 'GET', `/api/v1/clusters/${cluster}`)).body;
    expect((await read(sd)).quotes.map(({ feedbackId }: Json) => feedbackId)).toEqual([east]);
    expect((await read(sd)).size).toBe((await read(world.key)).size);
    const items = await as(sd, 'GET', `/api/v1/clusters/${cluster}/feedback`);
    expect(items.body.items.map(({ id }: Json) => id)).toEqual([east]);
    for (const feedbackIds of [[south], [east, south], [NOWHERE]]) {
      const move = await as(sd, 'POST', `/api/v1/clusters/${cluster}/move`, { feedbackIds, to: other });
      expect(move).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await as(sd, 'POST', `/api/v1/clusters/${cluster}/split`, { feedbackIds })).status).toBe(404);
    }
    const resolved = await as(sd, 'POST', `/api/v1/clusters/${cluster}/resolution`, RESOLUTION);
    expect(resolved).toMatchObject({ status: 202, body: { affected: 1 } });
    await world.settle();
    expect([(await world.item(south)).resolution, (await world.item(east)).resolution?.action]).toEqual([
      null,
      'fixed',
    ]);
  });

  it('nor named by a cluster in which one sees nothing', async () => {
    const cluster = uuidv7();
    await world.db.query(
      `insert into cluster (id, name, category, language, size) values ($1, '只有南边说过的话', 'network', 'zh', 1)`,
      [cluster],
    );
    await world.db.query('update cluster_member set cluster_id = $2 where feedback_id = $1', [south, cluster]);
    const named = async (key: string) =>
      (await as(key, 'GET', '/api/v1/clusters?q=只有南边')).body.items.map(({ id }: Json) => id);
    expect([await named(gd), await named(sd), await named(world.key)]).toEqual([[cluster], [], [cluster]]);
    for (const part of ['', '/trend', '/feedback', '/outcome']) {
      expect((await as(sd, 'GET', `/api/v1/clusters/${cluster}${part}`)).status).toBe(404);
      expect((await as(gd, 'GET', `/api/v1/clusters/${cluster}${part}`)).status).toBe(200);
    }
    expect((await as(sd, 'GET', `/api/v1/clusters/trends?ids=${cluster}`)).body).toEqual([]);
    expect((await as(gd, 'GET', `/api/v1/clusters/trends?ids=${cluster}`)).body).toHaveLength(1);
  });

  it('nor heard: the stream tells each listener the moves that they may see, and hot issues to readers of clusters', async () => {
    const watcher = await keyOf(world, { unit: 'sd', scopes: ['loop:read'] });
    const ear = await listen(world.address('/api/v1/loop/events'), {
      authorization: `Bearer ${watcher}`,
      'last-event-id': '0-0',
    });
    const mine = await world.collect({ text: '青岛宽带断网', unit: 'sd' });
    const heard: string[] = [];
    await world.settle();
    while (!heard.includes(mine)) heard.push(JSON.parse((await ear.next())!.data).feedbackId);
    expect(new Set(heard)).toEqual(new Set([east, mine]));
    ear.stop();
  });

  it('nor counted in the figures of the stages', async () => {
    const here = async (key: string, query = '') =>
      (await as(key, 'GET', `/api/v1/loop/stages${query}`)).body.reduce(
        (sum: number, one: Json) => sum + one.entered,
        0,
      );
    const [all, mine, theirs] = [await here(world.key), await here(sd), await here(gd)];
    expect(mine + theirs).toBe(all);
    expect([mine > 0, theirs > 0]).toEqual([true, true]);
    expect(await here(sd, '?unit=gd')).toBe(0);
  });

  it('and goes on seeing what it handed over, as the unit that got it does', async () => {
    const id = await world.collect({ text: '携号转网不给办', unit: 'gd-gz' });
    await world.settle();
    expect((await as(sd, 'GET', `/api/v1/feedback/${id}`)).status).toBe(404);
    expect((await as(gd, 'POST', `/api/v1/feedback/${id}/hand-back`, { reason: '属山东', unit: 'sd' })).status).toBe(
      204,
    );
    await world.settle();
    expect((await world.item(id)).unit).toBe('sd');
    for (const key of [gd, sd]) {
      expect((await as(key, 'GET', `/api/v1/feedback/${id}`)).status).toBe(200);
      expect(await idsSeen(key)).toContain(id);
    }
    expect((await as(sd, 'POST', `/api/v1/feedback/${id}/resolution`, RESOLUTION)).status).toBe(202);
  });

  it('and everybody sees what they handed in themselves, wherever it went, without what else the customer said', async () => {
    const { cookie } = await person(world, 'li.na', { roles: ['frontline'], units: ['sd'] });
    const body = { text: '天河区地铁里信号很弱，电话打不出去！', unit: 'gd-gz', customer: { phone: '13800001234' } };
    const { id } = (await world.call('POST', '/api/v1/feedback', { key: '', cookie, body })).body;
    await world.settle();
    const read = await world.call('GET', `/api/v1/feedback/${id}`, { key: '', cookie });
    expect(read).toMatchObject({ status: 200, body: { unit: 'gd-gz', repeatOf: null } });
    expect((await world.item(id)).repeatOf?.id).toBe(south);
    const list = await world.call('GET', '/api/v1/feedback?limit=100', { key: '', cookie });
    expect(list.body.items.map((one: Json) => one.id)).toContain(id);
    expect(list.body.items.map((one: Json) => one.id)).not.toContain(south);
  });

  it('page by page, with nothing twice and nothing left out', async () => {
    await world.collectMany(
      Array.from({ length: 25 }, (_, i) => ({ text: `宽带慢 ${i}`, unit: i % 2 ? 'sd' : 'gd-gz' })),
    );
    await world.settle();
    const whole = await idsSeen(sd);
    const pages: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await as(sd, 'GET', `/api/v1/feedback?limit=4${cursor}`);
      pages.push(...body.items.map(({ id }: Json) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(pages).toEqual(whole);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('from indexes: no list reads a whole table', async () => {
    const unit = await new Units(world.db).get('sd');
    const sight = sightOf({ units: [unit], actor: 'person:1' });
    for (const sort of ['newest', 'oldest', 'limit'] as const) {
      const { text, values } = await pageStatement(world.db, { sight }, { sort, limit: 50 });
      const plan = await world.db.transaction(async (tx) => {
        await tx.query('set local enable_seqscan = off');
        return tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      });
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).not.toMatch(/Seq Scan on (feedback|feedback_words|assignment|stage_visit)\b/);
    }
  });
});
