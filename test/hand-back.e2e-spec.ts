import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visitsOf } from './support/journey.js';
import { LoopWorld } from './support/loop-world.js';

describe('handing an item back', () => {
  let world: LoopWorld;

  const handBack = (id: string, body: object) => world.post(`/api/v1/feedback/${id}/hand-back`, body);

  async function arrived(piece: object): Promise<string> {
    const id = await world.collect({ text: '宽带太慢', kind: 'complaint', customer: { region: '广东' }, ...piece });
    await world.settle();
    return id;
  }

  async function unitOf(id: string): Promise<string> {
    return (await world.item(id)).unit;
  }

  beforeAll(async () => {
    world = await LoopWorld.start();
    for (const [code, nameZh] of [
      ['gd', '广东'],
      ['net', '网络'],
      ['shop', '营业厅'],
    ])
      await world.post('/api/v1/units', { code, level: 'province', nameZh });
    const rules = [
      { name: '广东', region: '广东', unit: 'gd', limitMinutes: 600 },
      { name: '投诉', kinds: ['complaint'], unit: 'net', limitMinutes: 1_200 },
    ];
    expect(await world.call('PUT', '/api/v1/routing-rules', { body: { rules } })).toMatchObject({ status: 200 });
  });
  afterAll(() => world.stop());

  it('leads to the next rule that fits: who handed it back is not asked again', async () => {
    const id = await arrived({});
    expect(await unitOf(id)).toBe('gd');
    expect(await handBack(id, { reason: '不属于本省' })).toMatchObject({ status: 204 });
    expect(await world.standing(id)).toBe('route ready 1');
    await world.settle();
    expect(await unitOf(id)).toBe('net');
    expect(await world.standing(id)).toBe('resolve waiting 1');
    await handBack(id, { reason: '不是网络问题' });
    await world.settle();
    expect(await unitOf(id)).toBe('group');
  });

  it('leads to the unit that is named, whatever the rules say', async () => {
    const id = await arrived({});
    await handBack(id, { reason: '请营业厅答复', unit: 'shop' });
    await world.settle();
    expect(await unitOf(id)).toBe('shop');
    const visits = visitsOf(await world.journey(id));
    expect(visits.map(({ stage, unit, outcome }) => `${stage} ${unit} ${outcome}`).slice(3)).toEqual([
      'resolve gd handed-back',
      'route gd routed',
      'resolve shop null',
    ]);
    expect(visits[3]!.actor).toMatch(/^key:/);
  });

  it('may go on and on, and never leaves an item without a unit, not even when everybody has handed it back', async () => {
    const id = await arrived({ unit: 'shop' });
    const held: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      held.push(await unitOf(id));
      await handBack(id, { reason: '不是我们' });
      await world.settle();
    }
    expect(held).toEqual(['gd', 'net', 'group', 'group', 'group']);
    expect(await world.standing(id)).toBe('resolve waiting 1');
  });

  it('falls back on the unit that took it down where no rule fits, and on the root where there is none', async () => {
    const taken = await arrived({ kind: 'enquiry', customer: {}, unit: 'shop' });
    expect(await unitOf(taken)).toBe('shop');
    await handBack(taken, { reason: '不归我们' });
    await world.settle();
    expect(await unitOf(taken)).toBe('group');
    expect(await unitOf(await arrived({ kind: 'enquiry', customer: {} }))).toBe('group');
  });

  it('forgets who handed it back when the item comes round again', async () => {
    const id = await arrived({});
    await handBack(id, { reason: '不属于本省' });
    await world.settle();
    expect(await unitOf(id)).toBe('net');
    await world.resolve(id);
    await world.settle();
    await world.answer(await world.surveyToken(id), { solved: false });
    await world.settle();
    expect(await world.standing(id)).toBe('resolve waiting 2');
    expect(await unitOf(id)).toBe('gd');
  });

  it('needs a reason, a unit that exists, and an item that waits in resolve', async () => {
    const id = await arrived({});
    const refusals: [object, number, string, string][] = [
      [{}, 400, 'validation-failed', 'reason'],
      [{ reason: ' ' }, 400, 'validation-failed', 'reason'],
      [{ reason: 'x', unit: 'nowhere' }, 422, 'unknown-unit', 'unit'],
      [{ reason: 'x', unit: 7 }, 400, 'validation-failed', 'unit'],
    ];
    for (const [body, status, code, field] of refusals)
      expect(await handBack(id, body)).toMatchObject({ status, body: { code, errors: [{ field }] } });
    expect(await world.standing(id)).toBe('resolve waiting 1');
    await world.resolve(id);
    expect(await handBack(id, { reason: 'zu spät' })).toMatchObject({ status: 409, body: { code: 'not-waiting' } });
    expect(await world.standing(id)).toBe('deliver ready 1');
  });
});
