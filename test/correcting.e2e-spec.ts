import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';

describe('what a person corrected', () => {
  let world: LoopWorld;
  const correct = (id: string, body: object) => world.call('PATCH', `/api/v1/feedback/${id}`, { body });

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('shows at once, with who said so and what stood there before, and leaves stage and times alone', async () => {
    const id = await world.collect({ text: '家里的宽带又断网了,修了三次', kind: 'complaint' });
    await world.settle();
    const before = await world.item(id);
    const answer = await correct(id, { kind: 'fault', category: 'shops.visit', sentiment: 'positive' });
    expect(answer).toMatchObject({ status: 200, body: { id, corrections: { length: 3 } } });
    const after = await world.item(id);
    expect(after).toMatchObject({
      kind: 'fault',
      category: 'shops.visit',
      sentiment: 'positive',
      analysis: { kind: 'fault', category: 'shops.visit', sentiment: { label: 'positive', score: 1 } },
    });
    const kind = after.corrections.find(({ field }: { field: string }) => field === 'kind');
    expect(kind).toMatchObject({ value: 'fault', previous: 'complaint', actor: expect.stringMatching(/^key:/) });
    for (const field of ['stage', 'state', 'cycle', 'stageSince', 'limitAt']) expect(after[field]).toBe(before[field]);
    expect((await world.get(`/api/v1/feedback?category=shops.visit`)).body.items).toHaveLength(1);
  });

  it('outlives every later analysis, also where it was said before the first', async () => {
    const early = await world.collect('宽带断网,请尽快修复');
    await correct(early, { category: 'fees.bill' });
    const { id, token } = await world.ask('宽带断网,请尽快修复,谢谢');
    await correct(id, { kind: 'enquiry', category: 'fees' });
    await world.answer(token, { solved: false, score: 1, comment: '还是断网' });
    await world.settle();
    expect(await world.item(early)).toMatchObject({ category: 'fees.bill', analysis: { category: 'fees.bill' } });
    expect(await world.item(id)).toMatchObject({ cycle: 2, kind: 'enquiry', category: 'fees' });
  });

  it('is kept as history, and saying the same again adds nothing', async () => {
    const id = await world.collect('宽带太慢');
    await world.settle();
    for (const kind of ['complaint', 'fault', 'fault']) await correct(id, { kind });
    const { kind, corrections } = await world.item(id);
    expect(kind).toBe('fault');
    expect(corrections.map(({ value }: { value: string }) => value)).toEqual(['fault', 'complaint']);
  });

  it('must be a kind, a category and a feeling that there are, and somebody who may say so', async () => {
    const id = await world.collect('宽带太慢');
    const refused = async (body: object, field: string) =>
      expect(await correct(id, body)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed', errors: [{ field }] },
      });
    await refused({}, 'kind');
    await refused({ kind: 'rant' }, 'kind');
    await refused({ sentiment: 'meh' }, 'sentiment');
    await refused({ category: 'network.covrage.indoor' }, 'category');
    await refused({ stage: 'deliver' }, 'stage');
    const { body } = await correct(id, { category: 'network.covrage.indoor' });
    expect(body.detail).toMatch(/no category "network.covrage.indoor".*network\.coverage\.indoor/);
    expect(await correct('HY-2026-999999', { kind: 'fault' })).toMatchObject({ status: 404 });
    const key = await world.keyWith('feedback:read');
    const denied = await world.call('PATCH', `/api/v1/feedback/${id}`, { body: { kind: 'fault' }, key });
    expect(denied).toMatchObject({ status: 403 });
    expect((await world.item(id)).corrections).toEqual([]);
  });
});
