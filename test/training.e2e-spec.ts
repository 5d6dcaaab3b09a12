import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';

/** Words of a trade that no lexicon of ours knows, so that rules cannot tell them apart. */
const PARTS = ['早上', '昨天', '上周', '月初', '刚才', '前天', '中午', '晚上', '周末', '今天', '年底', '春节'];
const PLACES = ['东门', '西门', '南门', '北门', '江边', '山上', '河边', '湖边', '城里', '村里'];
const TOPICS = { 'shops.visit': '望舒牌甲型', 'handsets.device': '羲和牌乙型' } as const;

describe('training on what people corrected', () => {
  let world: LoopWorld;
  const train = (body: object) => world.post('/api/v1/models/train', body);
  const models = async () => (await world.get('/api/v1/models')).body;
  const category = async (text: string) => {
    const id = await world.collect(text);
    await world.settle();
    return world.item(id);
  };
  /** A worker asks again after some seconds; another one begins by asking. */
  const newWorker = async () => {
    const item = world.collect('羲和牌乙型在桥头');
    const end = await world.runAnotherWorker();
    await world.until('resolve', 'waiting', (await world.rows('feedback'))[0]!);
    await end();
    return world.item(await item);
  };

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('says clearly when there are too few examples, and changes nothing', async () => {
    const { status, body } = await train({});
    expect(status).toBe(200);
    expect(body.map(({ field, verdict }: { field: string; verdict: string }) => `${field} ${verdict}`)).toEqual([
      'kind too-few',
      'category too-few',
      'sentiment too-few',
    ]);
    expect(body[1].because).toMatch(/0 examples.*at least 100/);
    expect(await models()).toEqual([]);
  });

  it('puts a model to use that is better on what it has not seen, and new items are judged by it', async () => {
    const wanted = Object.entries(TOPICS).flatMap(([code, words]) =>
      PARTS.flatMap((part) => PLACES.map((place) => ({ code, text: `${part}${place}${words}的事` }))),
    );
    const ids = await world.collectMany(wanted.map(({ text }) => ({ text })));
    for (const [i, id] of ids.entries()) {
      const body = { category: wanted[i]!.code };
      expect(await world.call('PATCH', `/api/v1/feedback/${id}`, { body })).toMatchObject({ status: 200 });
    }
    const dry = await train({ field: 'category', dryRun: true });
    expect(dry.body).toMatchObject([{ verdict: 'better', figures: { examples: 240, labels: 2, inUse: 'rules' } }]);
    expect(await models()).toEqual([]);
    expect((await train({ field: 'category' })).body).toMatchObject([{ figures: { after: { macroF1: 1 } } }]);
    expect(await models()).toMatchObject([{ version: 'category-1', state: 'in-use', field: 'category' }]);
    expect(await newWorker()).toMatchObject({
      category: 'handsets.device',
      analysis: { model: expect.stringContaining('category-1') },
    });
  });

  it('keeps what is in use when the next one is no better, and goes back when told', async () => {
    expect((await train({ field: 'category' })).body).toMatchObject([
      { verdict: 'not-better', figures: { inUse: 'category-1' } },
    ]);
    expect((await models()).map(({ state }: { state: string }) => state)).toEqual(['rejected', 'in-use']);
    expect((await world.post('/api/v1/models', { use: 'category-9' })).body.detail).toMatch(
      /no model "category-9".*category-2, category-1 and rules/,
    );
    await world.post('/api/v1/models', { use: 'rules' });
    expect((await models()).map(({ state }: { state: string }) => state)).toEqual(['rejected', 'kept']);
    await world.post('/api/v1/models', { use: 'category-2' });
    expect((await models()).map(({ state }: { state: string }) => state)).toEqual(['in-use', 'kept']);
    await world.post('/api/v1/models', { use: 'rules', field: 'category' });
    expect((await category('羲和牌乙型')).analysis.model).not.toContain('category');
  });

  it('learns kinds also from senders who declared one, unless a person said otherwise', async () => {
    const pieces = PARTS.flatMap((part) =>
      PLACES.map((place, i) => ({ text: `${part}${place}玄圭牌丙型`, kind: i < 5 ? 'fault' : 'praise' })),
    );
    const [first] = await world.collectMany(pieces);
    await world.call('PATCH', `/api/v1/feedback/${first}`, { body: { kind: 'enquiry' } });
    const { body } = await train({ field: 'kind', dryRun: true });
    expect(body).toMatchObject([{ field: 'kind', figures: { examples: 120, labels: 2 } }]);
  });
});
