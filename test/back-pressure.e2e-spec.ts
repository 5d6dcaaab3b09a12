import { withGateClosed } from '@huiyin/bus';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

describe('when the stages stand still', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await world.runAnotherWorker();
  });
  afterAll(() => world.stop());

  const stages = async () => (await world.get('/api/v1/loop/stages')).body;
  const levels = async () => (await world.get('/metrics')).text;

  it('accepting goes on, the full lane can be seen, and everything flows when they go on', async () => {
    await withGateClosed(world.db, async () => {
      const singles = await Promise.all(Array.from({ length: 50 }, (_, index) => world.collect(`信号弱 ${index}`)));
      await world.collectMany(Array.from({ length: 950 }, (_, index) => ({ text: `网速慢 ${index}` })));
      expect(new Set(singles).size).toBe(50);
      expect(await stages()).toMatchObject([
        { stage: 'collect', here: 1_000, ready: 1_000, entered: 1_000, left: 0, oldestSeconds: expect.any(Number) },
        { stage: 'analyze', here: 0 },
        { stage: 'route', here: 0 },
        { stage: 'resolve', here: 0 },
        { stage: 'deliver', here: 0 },
        { stage: 'recollect', here: 0 },
      ]);
      const seen = await levels();
      expect(seen).toContain('huiyin_items{stage="collect"} 1000');
      expect(seen).toContain('huiyin_items_accepted_total{result="accepted"} 1000');
      expect(seen).toMatch(/huiyin_oldest_item_seconds\{stage="collect"\} (0\.0*[1-9]|[1-9])/);
      expect(await world.get('/readyz')).toMatchObject({ status: 200 });
      expect(await world.item(singles[0]!)).toMatchObject({ stage: 'collect', state: 'ready' });
    });
    await world.until('resolve', 'waiting', 1_000);
    expect((await stages()).map(({ here }: Json) => here)).toEqual([0, 0, 0, 1_000, 0, 0]);
    expect(await levels()).toContain('huiyin_items{stage="collect"} 0');
  });

  it('a person may go on deciding, and the customer is asked once the lanes run again', async () => {
    const { body } = await world.get('/api/v1/feedback?stage=resolve&limit=1');
    const { id } = body.items[0];
    await withGateClosed(world.db, async () => {
      await world.resolve(id);
      expect(await world.standing(id)).toBe('deliver ready 1');
    });
    await world.until('recollect', 'waiting', 1);
    expect(await world.standing(id)).toBe('recollect waiting 1');
  });
});
