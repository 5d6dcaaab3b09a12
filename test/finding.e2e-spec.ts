import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const PIECES = [
  { text: '家里宽带晚上经常断网，重启光猫也没用', kind: 'fault', product: '宽带', unit: 'gd-gz' },
  { text: '地铁里手机信号很弱，刷不开网页', kind: 'complaint', product: '5G', unit: 'gd' },
  { text: '上个月话费多扣了二十元，请退费', kind: 'complaint', product: '5G', unit: 'bj' },
  { text: 'Roaming charges on my bill are much too high', kind: 'complaint', unit: 'bj' },
  { text: 'How can I switch my plans online?', kind: 'enquiry' },
  { text: '营业厅的小李服务态度非常好，表扬', kind: 'praise', unit: 'gd-gz' },
  { text: '信号塔旁边的光缆断了', kind: 'fault', unit: 'gd-gz' },
] as const;

describe('finding items', () => {
  let world: LoopWorld;
  let ids: string[];

  beforeAll(async () => {
    world = await LoopWorld.start();
    for (const [code, parent, level] of [
      ['gd', 'group', 'province'],
      ['gd-gz', 'gd', 'city'],
      ['bj', 'group', 'province'],
    ])
      await world.post('/api/v1/units', { code, parent, level, nameZh: code });
    ids = await world.collectMany(PIECES);
    await world.settle();
  });
  afterAll(() => world.stop());

  /** Which of the pieces a query finds, by their place above. */
  async function found(query: Record<string, string>): Promise<number[]> {
    const { status, body } = await world.get(`/api/v1/feedback?${new URLSearchParams(query).toString()}`);
    expect(status).toBe(200);
    return body.items.map(({ id }: Json) => ids.indexOf(id)).sort();
  }

  it.each([
    ['信号', [1, 6]],
    ['话费', [2]],
    ['断网', [0]],
    ['光猫', [0]],
    ['表扬', [5]],
    ['roaming', [3]],
    ['ROAMING charge', [3]],
    ['plan', [4]],
    ['手机 信号', [1]],
    ['信号 话费', []],
    ['没有这样的词汇', []],
    ["'", null],
    ['\\', null],
    [':* & | ! <->', null],
    ['😀', []],
  ])('by the words %j', async (q, expected) => {
    const places = await found({ q });
    if (expected) expect(places).toEqual(expected);
  });

  it('by what the loop knows of them', async () => {
    expect(await found({ kind: 'complaint' })).toEqual([1, 2, 3]);
    expect(await found({ product: '5G' })).toEqual([1, 2]);
    expect(await found({ kind: 'complaint', product: '5G', q: '信号' })).toEqual([1]);
    expect(await found({ stage: 'resolve', state: 'waiting' })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await found({ stage: 'deliver' })).toEqual([]);
  });

  it('by a unit with everything under it', async () => {
    expect(await found({ unit: 'gd-gz' })).toEqual([0, 5, 6]);
    expect(await found({ unit: 'gd' })).toEqual([0, 1, 5, 6]);
    expect(await found({ unit: 'bj' })).toEqual([2, 3]);
    expect(await found({ unit: 'group' })).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('by a category with everything under it, and not by the beginning of its name', async () => {
    const { category } = await world.item(ids[0]!);
    const top = category.split('.')[0];
    expect(category).toContain('.');
    expect(await found({ category })).toContain(0);
    expect(await found({ category: top })).toEqual(expect.arrayContaining(await found({ category })));
    expect(await found({ category: top.slice(0, -1) })).toEqual([]);
    expect(await found({ category: `${top}%` })).toEqual([]);
  });

  it('by the cluster that they are in', async () => {
    const { cluster } = await world.item(ids[0]!);
    expect(await found({ cluster: cluster.id })).toContain(0);
    expect(await found({ cluster: '01a00000-0000-7000-8000-000000000000' })).toEqual([]);
  });

  it('by when they were received, the end of the period left out', async () => {
    const [first, second] = await Promise.all([
      world.item(ids[0]!),
      world.collect('later').then((id) => world.item(id)),
    ]);
    const { body } = await world.get(`/api/v1/feedback?from=${first.receivedAt}&to=${second.receivedAt}`);
    expect(body.items).toHaveLength(PIECES.length);
    expect(await found({ to: first.receivedAt })).toEqual([]);
  });

  it.each(['newest', 'oldest', 'limit'])(
    'page by page in the order %j, each once, while new ones come in',
    async (sort) => {
      const before = await allIn(sort);
      expect(new Set(before).size).toBe(before.length);
      const late: string[] = [];
      const paged = await allIn(sort, async () => void late.push(await world.collect('in between')));
      expect(new Set(paged).size).toBe(paged.length);
      expect(paged.filter((id) => !late.includes(id))).toEqual(before);
      const { body } = await world.get(`/api/v1/feedback?sort=${sort}&limit=200`);
      expect(body.nextCursor).toBeNull();
      expect(body.items.map(({ id }: Json) => id).filter((id: string) => !late.includes(id))).toEqual(before);
    },
  );

  it('in the order that was asked for', async () => {
    const received = async (sort: string) =>
      (await world.get(`/api/v1/feedback?sort=${sort}&limit=200`)).body.items.map(({ id }: Json) => id);
    expect(await received('newest')).toEqual((await received('oldest')).reverse());
    const { body } = await world.get('/api/v1/feedback?sort=limit&limit=200');
    const limits = body.items.map(({ limitAt }: Json) => limitAt);
    expect(limits).toEqual([...limits].sort());
    expect(limits.length).toBeGreaterThan(0);
    expect(limits).not.toContain(null);
  });

  /** All ids, two a page; `between` is done between the pages. */
  async function allIn(sort: string, between = () => Promise.resolve()): Promise<string[]> {
    const all: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await world.get(`/api/v1/feedback?sort=${sort}&limit=2${cursor}`);
      all.push(...body.items.map(({ id }: Json) => id));
      if (body.nextCursor === null || all.length > 100) return all;
      cursor = `&cursor=${body.nextCursor}`;
      if (all.length < 5) await between();
    }
  }
});
