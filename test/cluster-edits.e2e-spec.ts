import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const SIGNAL = ['地铁里信号很弱', '地铁三号线没有信号', '坐地铁刷不开网页'];
const TUNNEL = ['隧道里打不通电话', '过江隧道信号中断'];
const MIXED = ['漫游资费太贵', '国际漫游一天一百元', '漫游套餐到期没有提醒', '漫游提醒短信收不到'];

describe('a product team puts clusters in order', () => {
  let world: LoopWorld;
  let signal: string;
  let tunnel: string;
  let mixed: string;
  const items = new Map<string, string>();

  /** A cluster as the machine would make it. */
  async function cluster(name: string, texts: readonly string[]): Promise<string> {
    const id = uuidv7();
    await world.db.query(
      `insert into cluster (id, name, category, language, size) values ($1, $2, 'network', 'zh', $3)`,
      [id, name, texts.length],
    );
    await world.db.query(
      `insert into cluster_member (feedback_id, cluster_id, score) select i, $2, 0.8 from unnest($1::uuid[]) as i
       on conflict (feedback_id) do update set cluster_id = excluded.cluster_id, pinned = false`,
      [texts.map((text) => items.get(text)), id],
    );
    return id;
  }

  const edit = (path: string, body?: object) => world.call('POST', `/api/v1/clusters/${path}`, body ? { body } : {});
  const undo = (editId: number) => edit(`edits/${editId}/undo`);
  const clusterOf = async (text: string) => (await world.item(items.get(text)!)).cluster;
  const ids = (texts: readonly string[]) => texts.map((text) => items.get(text)!);

  beforeAll(async () => {
    world = await LoopWorld.start();
    const texts = [...SIGNAL, ...TUNNEL, ...MIXED];
    const collected = await world.collectMany(texts.map((text) => ({ text, kind: 'complaint' })));
    texts.forEach((text, i) => items.set(text, collected[i]!));
    await world.settle();
    await world.db.query('delete from unclustered');
    signal = await cluster('地铁信号弱', SIGNAL);
    tunnel = await cluster('隧道信号', TUNNEL);
    mixed = await cluster('漫游', MIXED);
  });
  afterAll(() => world.stop());

  it('names one; the list and every item show it at once', async () => {
    const answer = await world.call('PATCH', `/api/v1/clusters/${signal}`, {
      body: { name: '轨道交通信号弱', status: 'planned' },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        edit: { kind: 'change', actor: expect.stringMatching(/^key:/), before: { name: '地铁信号弱', status: 'open' } },
        clusters: [
          { id: signal, name: '轨道交通信号弱', namedBy: 'person', status: 'planned', settled: true, size: 3 },
        ],
      },
    });
    for (const text of SIGNAL) expect(await clusterOf(text)).toEqual({ id: signal, name: '轨道交通信号弱' });
    const { body } = await world.get('/api/v1/clusters?q=轨道');
    expect(body.items).toMatchObject([{ id: signal, name: '轨道交通信号弱', status: 'planned' }]);
    const listed = await world.get(`/api/v1/feedback?cluster=${signal}`);
    expect(listed.body.items.map((item: Json) => item.cluster.name)).toEqual(SIGNAL.map(() => '轨道交通信号弱'));
  });

  it('merges what means the same; asking for the merged one says where it went, undoing brings it back', async () => {
    const { status, body } = await edit(`${tunnel}/merge`, { into: signal });
    expect({ status, ...body.edit }).toMatchObject({ status: 200, kind: 'merge', items: 2, other: { id: signal } });
    expect(await clusterOf(TUNNEL[0]!)).toEqual({ id: signal, name: '轨道交通信号弱' });
    expect((await world.get(`/api/v1/clusters/${signal}`)).body).toMatchObject({ size: 5 });
    const again = await edit(`${tunnel}/merge`, { into: mixed });
    expect(again).toMatchObject({ status: 409, body: { code: 'cluster-merged' } });
    expect(again.body.detail).toContain(signal);
    const undone = await undo(body.edit.id);
    expect(undone).toMatchObject({ status: 200, body: { edit: { undoneBy: expect.stringMatching(/^key:/) } } });
    expect(await clusterOf(TUNNEL[0]!)).toEqual({ id: tunnel, name: '隧道信号' });
    expect(await undo(body.edit.id)).toMatchObject({ status: 409, body: { code: 'edit-undone' } });
  });

  it('splits off what is something else, moves a stray, and is told what stands in the way of an undo', async () => {
    const reminders = MIXED.slice(2);
    const split = await edit(`${mixed}/split`, { feedbackIds: ids(reminders), name: '漫游提醒' });
    const made = split.body.clusters[1];
    expect(made).toMatchObject({ name: '漫游提醒', size: 2, namedBy: 'person' });
    for (const text of reminders) expect(await clusterOf(text)).toEqual({ id: made.id, name: '漫游提醒' });
    expect(await clusterOf(MIXED[0]!)).toMatchObject({ id: mixed });

    const move = await edit(`${made.id}/move`, { feedbackIds: ids([reminders[1]!]), to: tunnel });
    expect(move).toMatchObject({ status: 200, body: { edit: { kind: 'move', items: 1 } } });
    expect(await clusterOf(reminders[1]!)).toMatchObject({ id: tunnel });
    const refused = await undo(split.body.edit.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'edit-superseded' } });
    expect(refused.body.detail).toContain(`Undo edit ${move.body.edit.id} first`);
    expect((await undo(move.body.edit.id)).status).toBe(200);
    expect((await undo(split.body.edit.id)).status).toBe(200);
    for (const text of MIXED) expect(await clusterOf(text)).toMatchObject({ id: mixed, name: '漫游' });
  });

  it('looks through what the machine suggests, and has its way', async () => {
    await world.db.query(
      `insert into cluster_suggestion (kind, cluster_id, other_id, feedback_ids, score)
       values ('merge', $1, $2, null, 0.9), ('split', $3, null, $4, 0.7), ('merge', $1, $3, null, 0.5)`,
      [signal, tunnel, mixed, ids(MIXED.slice(2))],
    );
    const { status, body } = await world.get('/api/v1/clusters/suggestions');
    expect({ status, kinds: body.items.map((item: Json) => item.kind) }).toEqual({
      status: 200,
      kinds: ['merge', 'split', 'merge'],
    });
    const [alike, apart, wrong] = body.items;
    expect(alike).toMatchObject({ cluster: { id: signal, size: 3 }, other: { id: tunnel, size: 2 }, part: null });
    expect(SIGNAL).toContain(alike.cluster.quotes[0].text);
    expect(apart).toMatchObject({ cluster: { id: mixed }, other: null, part: { size: 2 } });

    expect(await edit(`suggestions/${wrong.id}/refuse`)).toMatchObject({
      status: 200,
      body: { id: wrong.id, settled: [signal, mixed] },
    });
    const accepted = await edit(`suggestions/${alike.id}/accept`);
    expect(accepted.body).toMatchObject({ edit: { kind: 'merge' }, clusters: [{ id: signal, size: 5 }, { size: 0 }] });
    expect(await clusterOf(TUNNEL[1]!)).toMatchObject({ id: signal });
    expect(await edit(`suggestions/${alike.id}/accept`)).toMatchObject({ body: { code: 'suggestion-decided' } });
    await edit(`${mixed}/move`, { feedbackIds: ids([MIXED[3]!]), to: signal });
    expect(await edit(`suggestions/${apart.id}/accept`)).toMatchObject({
      status: 409,
      body: { code: 'suggestion-stale', detail: expect.stringContaining('GET /api/v1/clusters/suggestions') },
    });
    expect((await world.get('/api/v1/clusters/suggestions?kind=split')).body.items).toEqual([]);
  });

  it('sees who did what, page by page', async () => {
    const { body } = await world.get('/api/v1/clusters/edits?limit=2');
    expect(body.items).toMatchObject([{ kind: 'move' }, { kind: 'merge' }]);
    const rest = (await world.get(`/api/v1/clusters/edits?limit=200&cursor=${body.nextCursor}`)).body;
    expect(rest.items.map(({ kind, undoneAt }: Json) => `${kind}${undoneAt ? ' undone' : ''}`)).toEqual([
      'move undone',
      'split undone',
      'merge undone',
      'change',
    ]);
    expect(rest.nextCursor).toBeNull();
    const changes = await world.get(
      `/api/v1/clusters/edits?kind=change&cluster=${signal}&actor=${rest.items[3].actor}`,
    );
    expect(changes.body.items).toHaveLength(1);
    expect((await world.get('/api/v1/clusters/edits?actor=system')).body.items).toEqual([]);
    expect(await world.get('/api/v1/clusters/edits?cursor=x')).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
  });

  it('is told by name what cannot be', async () => {
    const nobody = '01a00000-0000-7000-8000-000000000000';
    const cases: [string, object, number, string, string?][] = [
      [`${signal}/merge`, { into: signal }, 400, 'validation-failed', 'into'],
      [`${signal}/merge`, { into: 'x' }, 400, 'validation-failed', 'into'],
      [`${signal}/merge`, { into: nobody }, 404, 'not-found', 'into'],
      [`${nobody}/merge`, { into: signal }, 404, 'not-found'],
      ['x/merge', { into: signal }, 404, 'not-found'],
      [`${signal}/split`, { feedbackIds: [] }, 400, 'validation-failed', 'feedbackIds'],
      [`${signal}/split`, { feedbackIds: ['x'] }, 400, 'validation-failed', 'feedbackIds'],
      [`${signal}/split`, { feedbackIds: 'x' }, 400, 'validation-failed', 'feedbackIds'],
      [`${signal}/split`, { feedbackIds: [items.get(SIGNAL[0]!), nobody] }, 409, 'not-a-member', 'feedbackIds[1]'],
      [`${signal}/split`, { feedbackIds: [nobody], name: '' }, 400, 'validation-failed', 'name'],
      [`${signal}/move`, { feedbackIds: [nobody], to: signal }, 400, 'validation-failed', 'to'],
      [`${signal}/move`, { feedbackIds: ids(MIXED.slice(0, 1)), to: mixed }, 409, 'not-a-member', 'feedbackIds[0]'],
      [`${signal}/move`, { feedbackIds: [nobody], to: mixed, why: 'x' }, 400, 'validation-failed', 'why'],
      ['edits/999999/undo', {}, 404, 'not-found'],
      ['edits/x/undo', {}, 404, 'not-found'],
      ['suggestions/999999/accept', {}, 404, 'not-found'],
    ];
    for (const [path, body, status, code, field] of cases) {
      const answer = await edit(path, body);
      const got = { path, body, status: answer.status, code: answer.body.code, field: answer.body.errors?.[0]?.field };
      expect(got).toEqual({ path, body, status, code, field });
    }
    for (const body of [{}, { name: '' }, { name: null }, { status: 'gone' }, { locked: 'yes' }, { size: 3 }]) {
      const answer = await world.call('PATCH', `/api/v1/clusters/${signal}`, { body });
      expect({ body, status: answer.status, code: answer.body.code }).toEqual({
        body,
        status: 400,
        code: 'validation-failed',
      });
    }
  });

  it('must be allowed to', async () => {
    const reader = await world.keyWith('clusters:read');
    const writer = await world.keyWith('clusters:write');
    const refused = { status: 403, body: { code: 'missing-scope' } };
    for (const path of [`${signal}/merge`, `${signal}/split`, `${signal}/move`, 'edits/1/undo', 'suggestions/1/accept'])
      expect(await world.call('POST', `/api/v1/clusters/${path}`, { body: {}, key: reader })).toMatchObject(refused);
    expect(
      await world.call('PATCH', `/api/v1/clusters/${signal}`, { body: { locked: true }, key: reader }),
    ).toMatchObject(refused);
    for (const path of ['edits', 'suggestions']) {
      expect(await world.call('GET', `/api/v1/clusters/${path}`, { key: writer })).toMatchObject(refused);
      expect(await world.call('GET', `/api/v1/clusters/${path}`, { key: reader })).toMatchObject({ status: 200 });
    }
  });
});
