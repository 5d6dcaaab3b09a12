import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Answer, Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const MAPPING = {
  items: 'data.cases',
  when: { path: 'deleted', in: [false] },
  fields: {
    externalId: 'caseNo',
    text: { path: ['title', 'content'], join: '\n' },
    kind: { path: 'type', map: { 投诉: 'complaint', 咨询: 'enquiry' } },
    channel: { const: 'crm' },
    occurredAt: { path: 'createTime', time: '+08:00' },
    'customer.phone': '/contact/mobile',
    'attributes.batch': '$.batchNo',
  },
  resolve: {
    when: { path: 'status', in: ['已办结'] },
    summary: { path: 'result', default: 'CRM 办结' },
    reply: 'replyText',
  },
};
const CASE = { deleted: false, caseNo: 1001, title: '5G 信号差', content: '地铁里断网', type: '投诉', createTime: '2026-11-20 08:30:00', contact: { mobile: '13800001234' } }; // prettier-ignore

/** Seconds by the clock on the wall, which the API's signatures go by. */
const wall = () => Math.floor((performance.timeOrigin + performance.now()) / 1_000);

describe('a system that pushes in its own words', () => {
  let world: LoopWorld;
  let secrets: Readonly<Record<string, string>>;

  const define = async (name: string, source: object): Promise<Json> => {
    const { status, body } = await world.call('PUT', `/api/v1/inbound-sources/${name}`, { body: source });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const push = (name: string, raw: string, headers: Record<string, string>): Promise<Answer> =>
    world.call('POST', `/api/v1/inbound/${name}`, { key: '', raw, type: 'application/json', headers });
  const standard = (id: string, raw: string, seconds = wall(), secret = secrets['std']!) => ({
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(secret).sign(id, new Date(seconds * 1_000), raw),
  });
  const mac = (raw: string, secret = secrets['mac']!) => ({ 'x-signature': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}` }); // prettier-ignore
  const message = (...cases: object[]) => JSON.stringify({ batchNo: 'B-7', data: { cases } });

  beforeAll(async () => {
    world = await LoopWorld.start();
    const stored = await Promise.all([
      define('std', { check: { type: 'standard' }, mapping: MAPPING }),
      define('mac', { check: { type: 'hmac', header: 'X-Signature', prefix: 'sha256=' }, mapping: MAPPING }),
      define('timed', { check: { type: 'hmac', header: 'X-Sign', encoding: 'base64', timestampHeader: 'X-Time' }, mapping: MAPPING }), // prettier-ignore
      define('token', { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } } }),
      define('apikey', { check: { type: 'bearer', header: 'X-Api-Key' }, mapping: { fields: { text: 'text' } } }),
      define('basic', { check: { type: 'basic', username: 'bss' }, mapping: { fields: { text: 'text' } } }),
    ]);
    secrets = Object.fromEntries(stored.map(({ name, secret }) => [name, secret]));
  });
  afterAll(() => world.stop());

  it('is taken in as the mapping says, and only once', async () => {
    const raw = message(CASE);
    const first = await push('std', raw, standard('m-1', raw));
    expect(first).toMatchObject({ status: 200, body: { results: [{ index: 0, status: 'accepted', reference: expect.any(String) }] } }); // prettier-ignore
    const [{ id }] = first.body.results;
    expect(await world.item(id)).toMatchObject({ text: '5G 信号差\n地铁里断网', kind: 'complaint', channel: 'crm', source: 'std', externalId: '1001', occurredAt: '2026-11-20T00:30:00.000000Z' }); // prettier-ignore
    const replayed = await push('std', raw, standard('m-1', raw));
    const changed = await push('std', raw, standard('m-2', raw));
    for (const { body } of [replayed, changed]) expect(body.results).toEqual([{ ...first.body.results[0], status: 'duplicate' }]); // prettier-ignore
  });

  it('is refused with a signature from last year, of another body, of another secret or with none', async () => {
    const raw = message({ ...CASE, caseNo: 'old' });
    const year = 365 * 86_400;
    const old = await push('std', raw, standard('m-old', raw, wall() - year));
    expect(old).toMatchObject({ status: 401, body: { code: 'unauthenticated', detail: expect.stringContaining('its time') } }); // prettier-ignore
    expect((await push('std', raw, standard('m-old', raw, wall() + 3_600))).status).toBe(401);
    const fresh = standard('m-x', raw);
    const forged = [
      {},
      { ...fresh, 'webhook-timestamp': String(wall() - 1) },
      { ...fresh, 'webhook-id': 'm-y' },
      standard('m-x', raw, wall(), `whsec_${Buffer.alloc(32, 1).toString('base64')}`),
      { authorization: `Bearer ${world.key}` },
    ];
    const unknown = await push('nobody', raw, fresh);
    for (const headers of forged) {
      const { status, body } = await push('std', raw, headers);
      expect({ status, detail: body.detail }).toEqual({ status: 401, detail: unknown.body.detail });
    }
    expect((await push('std', raw.replace('B-7', 'B-8'), fresh)).status).toBe(401);
    expect(await world.db.query(`select from feedback_words where external_id = 'old'`)).toEqual([]);
  });

  it('may sign its body with HMAC in a header of its own', async () => {
    const raw = message({ ...CASE, caseNo: 'M-1' });
    expect((await push('mac', raw, mac(raw))).body.results).toMatchObject([{ status: 'accepted' }]);
    for (const headers of [
      { 'x-signature': mac(raw)['x-signature'].slice(7) },
      mac(`${raw} `),
      mac(raw, 'another secret entirely'),
    ])
      // prettier-ignore
      expect((await push('mac', raw, headers)).status).toBe(401);
    const sign = (time: number) => ({ 'x-time': String(time), 'x-sign': createHmac('sha256', secrets['timed']!).update(`${time}.${raw}`).digest('base64') }); // prettier-ignore
    expect((await push('timed', raw, sign(wall() * 1_000))).status).toBe(200);
    expect((await push('timed', raw, sign(wall() - 600))).status).toBe(401);
    expect((await push('timed', raw, { ...sign(wall() - 600), 'x-time': String(wall()) })).status).toBe(401);
  });

  it('may show a token or a password where it can do nothing else; the same body is the same message', async () => {
    const raw = '{"text":"只会带令牌"}';
    const ways: [string, Record<string, string>][] = [
      ['token', { authorization: `Bearer ${secrets['token']}` }],
      ['apikey', { 'x-api-key': secrets['apikey']! }],
      ['basic', { authorization: `Basic ${Buffer.from(`bss:${secrets['basic']}`).toString('base64')}` }],
    ];
    for (const [name, headers] of ways) {
      expect((await push(name, raw, headers)).body.results).toMatchObject([{ status: 'accepted' }]);
      expect((await push(name, raw, headers)).body.results).toMatchObject([{ status: 'duplicate' }]);
      expect((await push(name, raw, Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, `${v}x`])))).status).toBe(401); // prettier-ignore
    }
  });

  it('is told which of its items will not do and why; the others are kept, and sending all again is safe', async () => {
    const good = { ...CASE, caseNo: 'G-1' };
    const raw = message(good, { ...CASE, caseNo: 'B-1', type: '表扬信' }, { ...CASE, caseNo: 'B-2', title: '', content: null }, { ...CASE, caseNo: 'D-1', deleted: true }); // prettier-ignore
    const { status, body } = await push('mac', raw, mac(raw));
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation-failed' });
    expect(body.errors).toEqual([
      { field: 'items[1].kind', message: 'is not one of the values that the mapping knows (from type)' },
      { field: 'items[2].text', message: expect.stringContaining('must be 1 to 10,000 characters') },
    ]);
    expect(JSON.stringify(body)).not.toContain('表扬信');
    const { refusal } = (await world.get('/api/v1/inbound-sources/mac')).body;
    expect(refusal).toMatchObject({ detail: expect.stringContaining('items[1].kind') });
    expect(JSON.stringify(refusal)).not.toContain('13800001234');
    const mended = message(good, { ...CASE, caseNo: 'B-1' }, { ...CASE, caseNo: 'D-1', deleted: true });
    expect((await push('mac', mended, mac(mended))).body.results.map((one: Json) => one.status)).toEqual([
      ...['duplicate', 'accepted', 'skipped'],
    ]);
  });

  it('is answered clearly when it sends nonsense', async () => {
    for (const [raw, code] of [
      ['{"data":', 'malformed-body'],
      ['{}', 'validation-failed'],
      ['[]', 'validation-failed'],
      ['{"data":{"cases":{}}}', 'validation-failed'],
      ['', 'malformed-body'],
      [`{"a":"\\u0000"}`, 'validation-failed'],
      ['{"__proto__":{"x":1}}', 'validation-failed'],
    ] as const)
      // prettier-ignore
      expect({ raw, ...(await push('mac', raw, mac(raw))).body }).toMatchObject({ raw, code });
    const huge = message({ ...CASE, content: 'x'.repeat(300_000) });
    expect((await push('mac', huge, mac(huge))).status).toBe(413);
    const form = await world.call('POST', '/api/v1/inbound/mac', { key: '', raw: 'a=1', type: 'application/x-www-form-urlencoded' }); // prettier-ignore
    expect(form.status).toBe(415);
  });

  it('says that a case is solved, and the item is resolved, once', async () => {
    const raw = message({ ...CASE, caseNo: 'S-1' });
    const [{ id }] = (await push('mac', raw, mac(raw))).body.results;
    const solved = message({ ...CASE, caseNo: 'S-1', status: '已办结', result: '已扩容', replyText: '您好，已为该站扩容。' }); // prettier-ignore
    expect((await push('mac', solved, mac(solved))).status).toBe(409);
    await world.settle();
    expect((await push('mac', solved, mac(solved))).body.results).toMatchObject([{ id, status: 'resolved' }]);
    expect((await push('mac', solved, mac(solved))).body.results).toMatchObject([{ id, status: 'duplicate' }]);
    await world.settle();
    const { journey, ...item } = { ...(await world.item(id)), journey: await world.journey(id) };
    expect(item).toMatchObject({
      stage: 'recollect',
      resolution: { action: 'answered', reply: '您好，已为该站扩容。' },
    });
    expect(journey.visits.find(({ stage }: Json) => stage === 'resolve')).toMatchObject({ actor: 'inbound:mac' });
    const stranger = message({ ...CASE, caseNo: 'never seen', status: '已办结', replyText: '好' });
    expect((await push('mac', stranger, mac(stranger))).body.results).toMatchObject([{ status: 'skipped' }]);
  });

  it('can be tried with a sample before it is let in', async () => {
    const { body } = await world.post('/api/v1/inbound-sources/mac/try', { sample: JSON.parse(message(CASE, { ...CASE, type: '?' })) }); // prettier-ignore
    expect(body.items).toMatchObject([
      { type: 'piece', piece: { externalId: '1001', kind: 'complaint', customer: { phone: '13800001234' }, attributes: { batch: 'B-7' } } }, // prettier-ignore
      { type: 'bad', errors: [{ field: 'kind' }] },
    ]);
    const other = { sample: { t: '你好' }, mapping: { fields: { text: '/t', tags: { const: ['a', 'b'] } } } };
    expect((await world.post('/api/v1/inbound-sources/any/try', other)).body.items).toEqual([
      { type: 'piece', piece: { externalId: 'sample', source: 'any', text: '你好', tags: ['a', 'b'] } },
    ]);
  });

  it('has its secret shown once, stored sealed, and an old one taken for some hours', async () => {
    const first = await define('rot', { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } } });
    expect(first.secret).toMatch(/^[\w-]{43}$/);
    expect((await world.get('/api/v1/inbound-sources/rot')).body).not.toHaveProperty('secret');
    const fresh = 'a-new-token-of-my-own';
    await define('rot', { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } }, secret: fresh });
    const statuses = async () => Promise.all([first.secret, fresh].map(async (token, index) => (await push('rot', `{"text":"第 ${index} 句"}`, { authorization: `Bearer ${token}` })).status)); // prettier-ignore
    expect(await statuses()).toEqual([200, 200]);
    world.clock.advance(25 * 3_600_000);
    expect(await statuses()).toEqual([401, 200]);
    world.clock.offsetMs = 0;
    const stored = JSON.stringify(await world.db.query('select * from inbound_source'));
    for (const secret of [fresh, first.secret, ...Object.values(secrets)]) expect(stored).not.toContain(secret);
    await define('rot', { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } }, active: false });
    expect((await statuses())[1]).toBe(401);
    expect((await world.call('DELETE', '/api/v1/inbound-sources/rot')).status).toBe(204);
    expect((await world.get('/api/v1/inbound-sources/rot')).status).toBe(404);
  });

  it.each([
    [{ check: { type: 'magic' } }, 'check.type'],
    [{ check: { type: 'hmac' } }, 'check.header'],
    [{ check: { type: 'bearer', header: 'no spaces' } }, 'check.header'],
    [{ check: { type: 'standard', nonsense: 1 } }, 'check.nonsense'],
    [{ mapping: { fields: {} } }, 'mapping.fields'],
    [{ mapping: { fields: { text: 'a..b' } } }, 'mapping.fields.text'],
    [{ mapping: { fields: { text: 't', source: 's' } } }, 'mapping.fields.source'],
    [{ mapping: { fields: { text: 't', 'attributes.__proto__': 's' } } }, 'mapping.fields.attributes.__proto__'],
    [{ mapping: { fields: { text: { path: 't', const: 'x' } } } }, 'mapping.fields.text.path'],
    [
      { mapping: { fields: { text: 't', occurredAt: { path: 'x', time: 'Beijing' } } } },
      'mapping.fields.occurredAt.time',
    ],
    [{ mapping: { fields: { text: 't' }, resolve: { when: { path: 's', in: ['x'] }, summary: 's', reply: 'r' } } }, 'mapping.fields.externalId'], // prettier-ignore
    [{ secret: 'short' }, 'secret'],
  ])('is not defined as %j', async (wrong, field) => {
    const body = { check: { type: 'bearer' }, mapping: { fields: { text: 'text' } }, ...wrong };
    const answer = await world.call('PUT', '/api/v1/inbound-sources/wrong', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(answer.body.errors.map((error: Json) => error.field)).toContain(field);
  });
});
