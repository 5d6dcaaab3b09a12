import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const BATCH = '/api/v1/feedback/batch';

describe('handing in many at once', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  const ndjson = (raw: string) => world.call('POST', BATCH, { raw, type: 'application/x-ndjson' });
  const statuses = (body: Json) => body.results.map(({ status }: Json) => status);

  it('takes the good rows and says of each bad one, in its place, what is wrong with which field', async () => {
    const items = [
      { text: '信号很好' },
      { text: '' },
      { text: 'slow', kind: 'rant' },
      { text: 'slow', colour: 'red' },
      { text: 'slow', customer: { phone: 7 } },
      { text: 'slow', unit: 'nowhere' },
      'just a text',
      null,
      [],
      { text: 'half \ud800 of a pair' },
      { text: 'nul', tags: ['\u0000'] },
      { text: 'x', attributes: JSON.parse('{"__proto__":{}}') },
      { text: '话费多扣了十元' },
    ];
    const { status, body } = await world.post(BATCH, { items });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, duplicates: 0, rejected: 11 });
    expect(body.results.map(({ index }: Json) => index)).toEqual(items.map((_, index) => index));
    expect(statuses(body)).toEqual(['accepted', ...Array(11).fill('rejected'), 'accepted']);
    const faults = body.results.slice(1, 6).map(({ error }: Json) => [error.code, error.errors[0].field]);
    expect(faults).toEqual([
      ['validation-failed', 'text'],
      ['validation-failed', 'kind'],
      ['validation-failed', 'colour'],
      ['validation-failed', 'customer.phone'],
      ['unknown-unit', 'unit'],
    ]);
    for (const { error } of body.results.slice(6, 12)) expect(error.code).toBe('validation-failed');
    expect(body.results.slice(9, 12).map(({ error }: Json) => error.errors[0].field)).toEqual([
      'text',
      'tags[0]',
      'attributes.__proto__',
    ]);
    expect(await world.rows('feedback', 'feedback_words')).toEqual([2, 2]);
    await world.settle();
    expect(await world.standing(body.results[12].id)).toBe('resolve waiting 1');
  });

  it('takes one JSON object a line, and answers for a line that is none in its place', async () => {
    const lines = [
      '{"text":"one"}',
      '{"text":',
      '',
      '{"text":"nul \\u0000"}',
      '{"text":"half \\ud800"}',
      '{"text":"x","__proto__":{"admin":true}}',
      '  ',
      '[1]',
      '{"text":"two"}\r',
    ];
    const { body } = await ndjson(`${lines.join('\n')}\n`);
    expect(statuses(body)).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'accepted',
    ]);
    expect(body.results[1].error).toMatchObject({ code: 'malformed-body', detail: expect.stringContaining('JSON') });
    expect(body.results[2].error).toMatchObject({ code: 'validation-failed', errors: [{ field: 'text' }] });
    expect(body.results[3].error).toMatchObject({ code: 'validation-failed', errors: [{ field: 'text' }] });
    expect(body.results[4].error).toMatchObject({ code: 'validation-failed', errors: [{ field: '__proto__' }] });
  });

  it('knows a row again that stands in the batch twice, and one that came before', async () => {
    const row = (externalId: string, text = 'again') => ({ text, source: 'crm', externalId });
    const items = [row('1'), row('2'), row('1'), row('1', 'with other words'), { text: 'again' }, { text: 'again' }];
    const { body } = await world.post(BATCH, { items });
    expect(body).toMatchObject({ accepted: 4, duplicates: 2, rejected: 0 });
    expect(statuses(body)).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate', 'accepted', 'accepted']);
    const ids = body.results.map(({ id }: Json) => id);
    expect([ids[2], ids[3]]).toEqual([ids[0], ids[0]]);
    expect(new Set(ids).size).toBe(4);
    const again = await world.post(BATCH, { items: [row('2'), row('3')] });
    expect(again.body).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(again.body.results[0]).toMatchObject({ status: 'duplicate', id: ids[1] });
    expect(again.body.results[0].reference).toBe(body.results[1].reference);
  });

  it('takes 5,000 rows, and refuses the 5,001st with all the others', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ text: `第 ${index} 条`, attributes: { row: index } }));
    const [before = 0] = await world.rows('feedback');
    expect((await world.post(BATCH, { items: rows })).body).toMatchObject({ accepted: 5_000, rejected: 0 });
    expect(await world.rows('feedback')).toEqual([before + 5_000]);
    expect(await world.post(BATCH, { items: [...rows, { text: 'one more' }] })).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ field: 'items' }] },
    });
    const lines = `{"text":"x"}\n`.repeat(5_001);
    expect(await ndjson(lines)).toMatchObject({ status: 400, body: { errors: [{ field: 'items' }] } });
    expect(await world.rows('feedback')).toEqual([before + 5_000]);
  });

  it('refuses what is no batch, by name, and writes nothing', async () => {
    const before = await world.rows('feedback');
    const refusals: [unknown, string][] = [
      [{}, 'items'],
      [{ items: [] }, 'items'],
      [{ items: {} }, 'items'],
      [[{ text: 'x' }], 'items'],
      [{ items: [{ text: 'x' }], more: 1 }, 'more'],
    ];
    for (const [body, field] of refusals)
      expect(await world.post(BATCH, body)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed', errors: [{ field }] },
      });
    expect(await ndjson('\n\n')).toMatchObject({ status: 400, body: { errors: [{ field: 'items' }] } });
    expect(await world.rows('feedback')).toEqual(before);
  });
});
