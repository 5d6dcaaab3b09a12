import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';
import { ModelServer } from './support/model-server.js';
import { voices } from './support/voices.js';

describe('with an outside model set up', () => {
  // To this model, texts with 话费 or 推销 in them are one matter and all others another.
  const model = new ModelServer(
    (text) => (/话费|推销/.test(text) ? [1, 0.1] : [0.1, 1]),
    '{"name": "套餐资费太贵", "summary": "客户认为套餐价格偏高。"}',
  );
  let world: LoopWorld;
  let ids: string[];
  const said = voices().slice(0, 60);

  beforeAll(async () => {
    await model.start();
    world = await LoopWorld.start({
      config: {
        embeddingUrl: model.url,
        embeddingModel: 'meaning-1',
        chatUrl: model.url,
        chatModel: 'words-1',
      },
    });
    ids = await world.collectMany(said.map(({ text }) => ({ text: `${text}，我的电话是13812345678` })));
    await world.settle();
    await world.worker.outside.drain();
    await world.worker.clusters.drain();
    await world.worker.outside.drain();
  });
  afterAll(async () => {
    await world.stop();
    await model.stop();
  });

  it('its vectors decide who is near whom', async () => {
    const clusters = await Promise.all(ids.map(async (id) => (await world.item(id)).cluster.id as string));
    const bySide = (one: boolean): string[] => clusters.filter((_, i) => /话费|推销/.test(said[i]!.text) === one);
    expect(new Set(bySide(true)).size).toBe(1);
    expect(new Set(bySide(false)).size).toBe(1);
    expect(bySide(true)[0]).not.toBe(bySide(false)[0]);
  });

  it('it names clusters, and a person names them better', async () => {
    const { id } = (await world.item(ids[0]!)).cluster;
    const { body } = await world.get(`/api/v1/clusters/${id}`);
    expect(body).toMatchObject({ name: '套餐资费太贵', namedBy: 'model', summary: '客户认为套餐价格偏高。' });
    await world.call('PATCH', `/api/v1/clusters/${id}`, { body: { name: '宽带与信号' } });
    await world.collectMany(
      voices()
        .slice(60, 120)
        .map(({ text }) => ({ text })),
    );
    await world.settle();
    await world.worker.outside.drain();
    await world.worker.clusters.drain();
    await world.worker.outside.drain();
    expect((await world.get(`/api/v1/clusters/${id}`)).body).toMatchObject({ name: '宽带与信号', namedBy: 'person' });
  });

  it('no telephone number has left the house', () => {
    expect(model.received).toContain('话费');
    expect(model.received).not.toContain('13812345678');
  });
});
