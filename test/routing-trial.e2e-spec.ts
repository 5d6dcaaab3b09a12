import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person } from './support/provinces.js';
import { LoopWorld } from './support/loop-world.js';

const TRY = '/api/v1/routing-rules/try';

describe('rules that are tried', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    for (const code of ['gd', 'sd']) await world.post('/api/v1/units', { code, level: 'province', nameZh: code });
    await world.collectMany([
      { text: '地铁里没有信号', kind: 'complaint', unit: 'gd' },
      { text: '家里没有信号', kind: 'complaint', unit: 'gd' },
      { text: '宽带太慢了', kind: 'complaint', unit: 'sd' },
    ]);
    await world.settle();
  });
  afterAll(() => world.stop());

  const rules = [{ name: '信号', keyword: '信号', unit: 'sd', limitMinutes: 600 }];

  it('tell what they would have done, and change nothing', async () => {
    const { status, body } = await world.post(TRY, { rules });
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: 3, moved: 2, hits: [2], examples: [{ from: 'gd', to: 'sd', rule: 0 }, {}] });
    expect(body.units).toEqual(
      expect.arrayContaining([
        { unit: 'gd', before: 2, after: 0 },
        { unit: 'sd', before: 1, after: 3 },
      ]),
    );
    expect((await world.get('/api/v1/routing-rules')).body).toEqual([]);
    expect((await world.post(TRY, { rules, last: 1 })).body).toMatchObject({ items: 1, moved: 0 });
  });

  it('are tried only on items that one may see', async () => {
    const { cookie } = await person(world, 'sd.quality', { roles: ['quality'], units: ['sd'] });
    const { body } = await world.call('POST', TRY, { key: '', cookie, body: { rules } });
    expect(body).toMatchObject({ items: 1, moved: 0 });
  });

  it('are refused when a unit is not there', async () => {
    const unknown = await world.post(TRY, { rules: [{ ...rules[0], unit: 'nowhere' }] });
    expect(unknown).toMatchObject({
      status: 422,
      body: { code: 'unknown-unit', errors: [{ field: 'rules[0].unit' }] },
    });
  });
});
