import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './support/call.js';
import { upload } from './support/files.js';
import { LoopWorld } from './support/loop-world.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

let world: LoopWorld;
/** Somebody who may do everything, in one province. */
let governor: string;
/** A key that may do everything, for one source. */
let bound: string;

beforeAll(async () => {
  world = await LoopWorld.start();
  await makeProvinces(world);
  governor = (await person(world, 'governor', { roles: ['administrator'], units: ['gd'] })).cookie;
  bound = await keyOf(world, { source: 'crm' });
});
afterAll(() => world.stop());

const asGovernor = (method: string, path: string, body?: unknown) =>
  world.call(method, path, { key: '', cookie: governor, ...(body === undefined ? {} : { body }) });
const RULE = { name: 'all to me', unit: 'gd', limitMinutes: 60 };
const INBOUND = { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } } };

describe('an administrator of one province cannot reach the others', () => {
  it.each([
    ['routing everything to themselves', 'PUT', '/api/v1/routing-rules', { rules: [RULE] }],
    ['having answers sent to an address of theirs', 'PUT', '/api/v1/sources/crm', { callbackUrl: 'https://8.8.8.8/' }],
    ['opening a door for feedback of any unit', 'PUT', '/api/v1/inbound-sources/mine', INBOUND],
    ['changing the dictionary of everybody', 'POST', '/api/v1/dictionary', { words: [{ word: '宽带' }] }],
    ['taking a word from everybody', 'DELETE', '/api/v1/dictionary?word=x', undefined],
    ['training the model of everybody', 'POST', '/api/v1/models/train', { field: 'kind' }],
    ['choosing the model of everybody', 'POST', '/api/v1/models', { use: 'rules' }],
    ['looking for a customer', 'POST', '/api/v1/customers/find', { phone: '13800001111' }],
    ['making a key that sees everything', 'POST', '/api/v1/keys', { name: 'wide', scopes: ['admin'] }],
    ['making a person who sees everything', 'POST', '/api/v1/people', { username: 'wide', roles: ['administrator'] }],
    ['making a person elsewhere', 'POST', '/api/v1/people', { username: 'else', units: ['sd'] }],
    ['moving another province under their own', 'PATCH', '/api/v1/units/sd', { parent: 'gd' }],
    ['renaming another province', 'PATCH', '/api/v1/units/sd', { nameZh: '鲁' }],
  ])('by %s', async (_, method, path, body) => {
    const answer = await asGovernor(method, path, body);
    expect({ status: answer.status, code: answer.body.code }).toMatchObject({ status: 403 });
  });
});

describe('a key that is bound to a source', () => {
  it('does not have the answers of another source sent to itself, or sees where they go', async () => {
    const body = { callbackUrl: 'https://8.8.8.8/hook' };
    expect((await world.call('PUT', '/api/v1/sources/billing', { body })).status).toBe(200);
    const refused = await world.call('PUT', '/api/v1/sources/billing', { key: bound, body });
    expect(refused).toMatchObject({ status: 403, body: { code: 'outside-binding' } });
    expect((await world.call('DELETE', '/api/v1/sources/billing', { key: bound })).status).toBe(403);
    expect((await world.call('GET', '/api/v1/sources', { key: bound })).body).toEqual([]);
    expect((await world.call('PUT', '/api/v1/sources/crm', { key: bound, body })).status).toBe(200);
    expect((await world.call('GET', '/api/v1/sources', { key: bound })).body).toMatchObject([{ name: 'crm' }]);
  });
});

describe('what is sent to mislead', () => {
  it('a cursor that was made up is refused, and never a statement', async () => {
    const made = [
      'x',
      "' or 1=1 --",
      '["2026-01-01", "x"]',
      '{"__proto__":1}',
      '[1e400,"x"]',
      '["x\u0000",1]',
      '[]',
      'null',
    ];
    for (const path of [
      '/api/v1/feedback',
      '/api/v1/audit',
      '/api/v1/imports',
      '/api/v1/clusters',
      '/api/v1/clusters/edits',
    ])
      for (const text of [...made, ...made.map((one) => Buffer.from(one).toString('base64url'))]) {
        const { status, body } = await world.get(`${path}?cursor=${encodeURIComponent(text)}`);
        expect({ path, text, status, code: body.code }).toMatchObject({
          status: 400,
          code: expect.stringMatching(/^(bad-cursor|validation-failed)$/),
        });
      }
  });

  it('a file name changes no header and no list of an answer', async () => {
    const sent = await upload(
      world,
      'text\n宽带断网\n"broken',
      { source: 'names' },
      { name: 'a"\r\nX-Injected: 1\r\n.csv' },
    );
    expect(sent.status).toBe(202);
    await world.worker.imports.drain();
    const { headers } = await world.get(`/api/v1/imports/${sent.body.id}/rejects`);
    expect(headers).not.toHaveProperty('x-injected');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  it('a mapping with the names of prototypes maps nothing and spoils nothing', async () => {
    const raw =
      '{"mapping":{"text":"a","__proto__":"b","constructor":"c","attributes.__proto__":"d","customer":{"__proto__":"e"}}}';
    const type = 'application/json';
    const answer = await world.call('PUT', '/api/v1/imports/mappings/odd', { raw, type });
    expect(answer.status).toBe(400);
    const inbound =
      '{"check":{"type":"bearer"},"mapping":{"fields":{"text":"a.__proto__.b","attributes.__proto__":"x"}}}';
    expect((await world.call('PUT', '/api/v1/inbound-sources/odd', { raw: inbound, type })).status).toBe(400);
    expect(({} as Record<string, unknown>)['b']).toBeUndefined();
  });

  it.each([
    ['letters without an end', 'a'.repeat(10_000)],
    ['addresses that never come to an end', 'a@a.'.repeat(2_500)],
    ['dots', 'a.'.repeat(5_000)],
    ['digits', '1'.repeat(10_000)],
    ['digits apart', '1 '.repeat(5_000)],
    ['dashes between digits', '1-'.repeat(5_000)],
    ['full-width digits', '１３'.repeat(5_000)],
    ['white space', `a${' '.repeat(9_990)}b`],
  ])('%s are masked, stored and found again at once', async (_, text) => {
    const begin = performance.now();
    expect((await world.post('/api/v1/feedback', { text, customer: { name: 'aaaaaaaa' } })).status).toBe(202);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

describe('what is sent twice at the same moment', () => {
  const twice = (ask: () => Promise<Answer>) => Promise.all([ask(), ask(), ask()]);

  it('a key rotated: one of the new secrets is the current one, and never a third works', async () => {
    const key = await keyOf(world, { scopes: ['units:read'] });
    const answers = await twice(() => world.call('POST', `/api/v1/keys/${key.split('_')[1]}/rotate`, { body: {} }));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const made = answers.flatMap(({ body }) => (body.key ? [body.key as string] : []));
    const works = await Promise.all(
      [key, ...made].map(async (one) => (await world.call('GET', '/api/v1/me', { key: one })).status),
    );
    expect(works.filter((status) => status === 200).length).toBeLessThanOrEqual(2);
    expect(works.slice(1)).toContain(200);
  });

  it('a customer erased: erased once, and told so', async () => {
    await world.collect({ text: '请删除', customer: { phone: '13800009999' } });
    await world.settle();
    const found = await world.post('/api/v1/customers/find', { phone: '13800009999' });
    const answers = await twice(() => world.call('POST', `/api/v1/customers/${found.body.items[0].id}/erase`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + Number(body.keys), 0)).toBe(1);
  });

  it('an item resolved: by one of them', async () => {
    const id = await world.collect({ text: '宽带断网了' });
    await world.settle();
    const body = { action: 'fixed', summary: 'a', reply: 'b' };
    const answers = await twice(() => world.post(`/api/v1/feedback/${id}/resolution`, body));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  });

  it('an import cancelled while it runs: what came of it is told, and nothing goes on', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `第${index}条`).join('\n');
    const { body } = await upload(world, `text\n${rows}\n`, { source: 'race' });
    const [answers] = await Promise.all([
      twice(() => world.call('POST', `/api/v1/imports/${body.id}/cancel`)),
      world.worker.imports.drain(),
    ]);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const { body: end } = await world.get(`/api/v1/imports/${body.id}`);
    expect(['cancelled', 'done']).toContain(end.state);
    const [kept] = await world.db.query<{ count: number }>(
      `select count(*) as count from feedback_words where source = 'race'`,
    );
    expect(kept!.count).toBe(end.accepted);
  });
});
