import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Call, Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const KB = 1_024;
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** What is refused, and with which status, code and field. */
type Refusal = [what: string, how: Call, status: number, code: string, field?: string];

const json = (raw: string): Call => ({ raw, type: 'application/json' });
const body = (piece: unknown): Call => ({ body: piece });
const invalid = (what: string, how: Call, field: string): Refusal => [what, how, 400, 'validation-failed', field];
const malformed = (what: string, how: Call): Refusal => [what, how, 400, 'malformed-body'];

const WRONG_FIELDS: Refusal[] = [
  invalid('no text', body({}), 'text'),
  invalid('an empty text', body({ text: '' }), 'text'),
  invalid('a blank text', body({ text: ' \n\u3000' }), 'text'),
  invalid('10,001 characters', body({ text: '字'.repeat(10_001) }), 'text'),
  invalid('10,001 emoji', body({ text: '😀'.repeat(10_001) }), 'text'),
  invalid('a number for a text', body({ text: 7 }), 'text'),
  invalid('a list for a text', body({ text: ['x'] }), 'text'),
  invalid('null for a text', body({ text: null }), 'text'),
  invalid('an unknown kind', body({ text: 'x', kind: 'rant' }), 'kind'),
  invalid('a kind that objects have', body({ text: 'x', kind: 'toString' }), 'kind'),
  invalid('an unknown channel', body({ text: 'x', channel: 'pigeon' }), 'channel'),
  invalid('an unknown phase', body({ text: 'x', phase: 'now' }), 'phase'),
  invalid('an unknown field', body({ text: 'x', colour: 'red' }), 'colour'),
  invalid('a field that we give ourselves', body({ text: 'x', id: '1' }), 'id'),
  invalid('an unknown field inside', body({ text: 'x', customer: { shoe: 43 } }), 'customer.shoe'),
  invalid('a customer that is a list', body({ text: 'x', customer: [] }), 'customer'),
  invalid('a customer that is a text', body({ text: 'x', customer: 'me' }), 'customer'),
  invalid('a phone as a number', body({ text: 'x', customer: { phone: 13_800_000_000 } }), 'customer.phone'),
  invalid('an empty source', body({ text: 'x', source: '' }), 'source'),
  invalid('tags that are no list', body({ text: 'x', tags: 'a' }), 'tags'),
  invalid('too many tags', body({ text: 'x', tags: Array(51).fill('a') }), 'tags'),
  invalid('a tag that is no text', body({ text: 'x', tags: [null] }), 'tags'),
  invalid('attributes that are a list', body({ text: 'x', attributes: [1] }), 'attributes'),
  invalid('30 February', body({ text: 'x', occurredAt: '2026-02-30T00:00:00Z' }), 'occurredAt'),
  invalid('a time without a zone', body({ text: 'x', occurredAt: '2026-02-20T00:00:00' }), 'occurredAt'),
  invalid('25 o’clock', body({ text: 'x', occurredAt: '2026-02-20T25:00:00Z' }), 'occurredAt'),
  invalid('a zone beyond all zones', body({ text: 'x', occurredAt: '2026-02-20T00:00:00+20:00' }), 'occurredAt'),
  invalid('a time as a number', body({ text: 'x', occurredAt: 1_790_000_000 }), 'occurredAt'),
  ['an unknown unit', body({ text: 'x', unit: 'nowhere' }), 422, 'unknown-unit', 'unit'],
];

const WRONG_CHARACTERS: Refusal[] = [
  invalid('NUL in the text', body({ text: 'a\u0000b' }), 'text'),
  invalid('NUL deep inside', body({ text: 'x', attributes: { a: [{ b: '\u0000' }] } }), 'attributes.a[0].b'),
  invalid('NUL in a name', body({ text: 'x', attributes: { 'a\u0000': 1 } }), 'attributes'),
  invalid('half of a pair', json('{"text":"\\ud800"}'), 'text'),
  invalid('the other half', json('{"text":"x","tags":["\\udc00"]}'), 'tags[0]'),
  invalid('__proto__', json('{"text":"x","__proto__":{"admin":true}}'), '__proto__'),
  invalid('__proto__ inside', json('{"text":"x","attributes":{"__proto__":1}}'), 'attributes.__proto__'),
  invalid('__proto__ in disguise', json('{"text":"x","\\u005f_proto__":1}'), '__proto__'),
  invalid('constructor', json('{"text":"x","customer":{"constructor":{"prototype":1}}}'), 'customer.constructor'),
  invalid('a number beyond all bounds', json('{"text":"x","attributes":{"n":1e999}}'), 'attributes.n'),
  invalid('40 levels', json(`{"text":"x","attributes":{"a":${deep(40)}}}`), `attributes.a${'[0]'.repeat(31)}`),
  malformed('bytes that are no UTF-8', {
    raw: Uint8Array.from([...Buffer.from('{"text":"'), 0xb9, 0xfa, 0x22, 0x7d]),
    type: 'application/json',
  }),
  malformed('a surrogate in UTF-8', {
    raw: Uint8Array.from([...Buffer.from('{"text":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
    type: 'application/json',
  }),
  malformed('UTF-16', { raw: Uint8Array.from(Buffer.from('\ufeff{"text":"x"}', 'utf16le')), type: 'application/json' }),
];

const WRONG_BODIES: Refusal[] = [
  invalid('no body', {}, 'text'),
  invalid('an empty body', json(''), 'text'),
  invalid('a list', json('[{"text":"x"}]'), ''),
  invalid('a text', json('"x"'), ''),
  invalid('a number', json('7'), ''),
  malformed('half of a body', json('{"text":"x"')),
  malformed('two bodies', json('{"text":"x"}{"text":"y"}')),
  malformed('single quotes', json("{'text':'x'}")),
  malformed('100,000 levels cut off', json('['.repeat(100_000))),
  invalid('100,000 levels', json(deep(100_000)), '[0]'.repeat(33)),
  ['300 KB', body({ text: 'x', attributes: { a: 'a'.repeat(300 * KB) } }), 413, 'body-too-large'],
  ['plain text', { raw: '{"text":"x"}', type: 'text/plain' }, 415, 'unsupported-media-type'],
  ['a form', { raw: 'text=x', type: 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
  ['one line of NDJSON', { raw: '{"text":"x"}', type: 'application/x-ndjson' }, 415, 'unsupported-media-type'],
  [
    'XML',
    { raw: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', type: 'application/xml' },
    415,
    'unsupported-media-type',
  ],
  ['a content type that is none', { raw: '{"text":"x"}', type: 'json' }, 415, 'unsupported-media-type'],
];

describe('a piece of feedback that cannot be taken', () => {
  let world: LoopWorld;
  let before: number[];

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  beforeEach(async () => {
    before = await world.rows('feedback', 'feedback_words', 'idempotency_key');
  });
  afterAll(() => world.stop());

  const untouched = async () =>
    expect(await world.rows('feedback', 'feedback_words', 'idempotency_key')).toEqual(before);

  function expectProblem({ status, headers, body: told, text }: Answer, [, , wanted, code, field]: Refusal): void {
    expect({ status, code: told.code, field: told.errors?.[0]?.field }).toEqual({ status: wanted, code, field });
    expect(headers['content-type']).toContain('application/problem+json');
    expect(told).toMatchObject({ type: `urn:huiyin:problem:${code}`, title: expect.any(String), status: wanted });
    expect(told).toMatchObject({ detail: expect.stringMatching(/\w/), requestId: headers['x-request-id'] });
    expect(text).not.toMatch(/node_modules|\.[jt]s:\d|postgres|select |insert /i);
  }

  it.each([...WRONG_FIELDS, ...WRONG_CHARACTERS, ...WRONG_BODIES])(
    '%s: a problem with a code, nothing written',
    async (...refusal) => {
      const how = refusal[1];
      expectProblem(
        await world.call('POST', '/api/v1/feedback', { ...how, headers: { 'idempotency-key': 'k' } }),
        refusal,
      );
      await untouched();
    },
  );

  it.each<Refusal>([
    [
      'a batch of more than 8 MB',
      body({ items: [{ text: 'x', attributes: { a: 'a'.repeat(8 * KB * KB) } }] }),
      413,
      'body-too-large',
    ],
    malformed('a batch that is no JSON', json('{"items":[{"text":"x"},]}')),
    malformed('a batch that is no UTF-8', { raw: Uint8Array.from([0x7b, 0xff]), type: 'application/x-ndjson' }),
    ['a batch as a form', { raw: 'items=x', type: 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
  ])('%s: a problem with a code, nothing written', async (...refusal) => {
    expectProblem(await world.call('POST', '/api/v1/feedback/batch', refusal[1]), refusal);
    await untouched();
  });

  it('names every field that is wrong, not only the first', async () => {
    const { body: told } = await world.post('/api/v1/feedback', { text: '', kind: 'x', customer: { a: 1 }, more: 1 });
    expect(told.errors.map(({ field }: Json) => field).sort()).toEqual(['customer.a', 'kind', 'more', 'text']);
  });

  it('is not one that is only unusual', async () => {
    const fine = [
      { text: '字'.repeat(10_000) },
      { text: '😀'.repeat(10_000) },
      { text: '\u0001\u202e\ufffe\u200b x' },
      { text: "'; drop table feedback; -- {{7*7}} %s %n" },
      { text: 'x', kind: null, channel: null, customer: null, tags: null, attributes: null, occurredAt: null },
      { text: 'x', attributes: { a: 'a'.repeat(200 * KB) } },
      { text: 'x', occurredAt: '2026-02-28T23:59:59.123456+14:00' },
      { text: 'says "__proto__": and "constructor": in words' },
    ];
    for (const piece of fine) {
      const { status, body: receipt } = await world.post('/api/v1/feedback', piece);
      expect(status).toBe(202);
      expect((await world.item(receipt.id)).text).toBe(piece.text);
    }
  });
});
