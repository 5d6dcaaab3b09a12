import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR, LoopWorld } from './support/loop-world.js';
import { verified, type Receiver } from './support/receiver.js';
import { WebhookWorld } from './support/webhook-world.js';

describe('webhooks', () => {
  let hooks: WebhookWorld;
  let world: LoopWorld;
  let receiver: Receiver;

  beforeEach(async () => {
    hooks = await WebhookWorld.start();
    ({ world, receiver } = hooks);
  });
  afterEach(() => hooks.stop());

  it('tell of every stage change, signed, in the order of the item, without anything personal', async () => {
    const { secret } = await hooks.subscribe();
    const piece = { text: '我叫王小明，手机13800001234', source: 'crm', externalId: 'C-1', kind: 'complaint', customer: { name: '王小明', phone: '13800001234', email: 'wang@example.com' } }; // prettier-ignore
    const id = await world.collect(piece);
    await hooks.settle();
    await world.resolve(id);
    await hooks.settle();
    expect(receiver.types).toEqual([
      ...['feedback.collected', 'feedback.analyzed', 'feedback.routed', 'feedback.resolved', 'feedback.delivered'],
    ]);
    const [first] = receiver.received;
    expect(verified(secret, first!)).toMatchObject({
      type: 'feedback.collected',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: {
        feedbackId: id,
        source: 'crm',
        externalId: 'C-1',
        stage: 'collect',
        next: 'analyze',
        seq: 1,
        actor: 'system',
      },
    });
    for (const { body, headers } of receiver.received) {
      expect(body + JSON.stringify(headers)).not.toMatch(/王小明|13800001234|wang@example/);
      expect(headers['content-type']).toContain('application/json');
    }
  });

  it('tell each what it asked for, and write nothing for the others', async () => {
    await hooks.subscribe({ events: ['feedback.resolved'], kinds: ['complaint'] });
    await hooks.subscribe({ events: ['cluster.*'] });
    const complaint = await world.collect({ text: '宽带总是断网', kind: 'complaint' });
    const enquiry = await world.collect({ text: '怎么查套餐余量', kind: 'enquiry' });
    await hooks.settle();
    for (const id of [complaint, enquiry]) await world.resolve(id);
    await hooks.settle();
    expect(receiver.received.map(({ event }) => [event.type, event.data.feedbackId])).toEqual([
      ['feedback.resolved', complaint],
    ]);
    expect(await world.db.query('select event from webhook_message')).toEqual([{ event: 'feedback.resolved' }]);
  });

  it('write nothing at all while nobody listens, and do not tell a newcomer of the past', async () => {
    await world.collect('第一条');
    await hooks.settle();
    expect(await world.db.query('select from webhook_message')).toEqual([]);
    const [cursor] = await world.db.query<{ moved: boolean }>(
      `select event_id > 0 as moved from feed_cursor where name = 'webhooks'`,
    );
    expect(cursor).toEqual({ moved: true });
    await hooks.subscribe();
    await hooks.settle();
    expect(receiver.received).toEqual([]);
  });

  it('sign with both secrets while one is being changed, show a secret once and store none in the open', async () => {
    const { id, secret } = await hooks.subscribe();
    expect(await hooks.look(id)).not.toHaveProperty('secret');
    const { body } = await world.post(`/api/v1/webhooks/${id}/rotate-secret`, { keepOldHours: 2 });
    await world.collect('换密钥');
    await hooks.settle();
    for (const one of [secret, body.secret]) verified(one, receiver.received[0]!);
    world.clock.advance(3 * HOUR);
    await world.collect('换好了');
    await hooks.settle();
    verified(body.secret, receiver.received.at(-1)!);
    expect(() => verified(secret, receiver.received.at(-1)!)).toThrow();
    const stored = JSON.stringify(await world.db.query('select * from webhook'));
    expect(stored).not.toMatch(/whsec_/);
    expect(stored).not.toContain(secret.slice(6, 30));
  });

  it('tell again from a moment or a cursor, under the same ids', async () => {
    const { id } = await hooks.subscribe();
    await world.collect('重放');
    await hooks.settle();
    const before = receiver.received.map((one) => one.id);
    const { cursor } = receiver.received[0]!.event.data;
    expect((await world.post(`/api/v1/webhooks/${id}/replay`, { cursor })).status).toBe(202);
    await hooks.settle();
    expect(receiver.received.slice(3).map((one) => one.id)).toEqual(before.slice(1));
    const from = receiver.received[0]!.event.timestamp;
    expect((await world.post(`/api/v1/webhooks/${id}/replay`, { from })).status).toBe(202);
    await hooks.settle();
    expect(receiver.received.slice(5).map((one) => one.id)).toEqual(before);
    for (const body of [{}, { from, cursor }, { cursor: 'x' }, { from: 'yesterday' }])
      expect((await world.post(`/api/v1/webhooks/${id}/replay`, body)).status).toBe(400);
  });

  it('made by a key of one unit are told of what that unit sees, and are not there for another unit', async () => {
    const { body: root } = await world.get('/api/v1/units');
    expect(JSON.stringify(root)).toContain('"code"');
    for (const code of ['north', 'south'])
      expect((await world.post('/api/v1/units', { code, nameZh: code, level: 'province' })).status).toBe(201);
    const keyOf = async (unit: string) =>
      (await world.post('/api/v1/keys', { name: unit, scopes: ['webhooks:write', 'feedback:write'], unit })).body
        .key as string;
    const [north, south] = [await keyOf('north'), await keyOf('south')];
    const body = { url: receiver.url, events: ['*'] };
    const made = await world.call('POST', '/api/v1/webhooks', { key: north, body });
    expect(made.status).toBe(201);
    const id = await world.collect({ text: '北方的事', unit: 'north' });
    await world.collect({ text: '南方的事', unit: 'south' });
    await hooks.settle();
    expect(new Set(receiver.received.map(({ event }) => event.data.feedbackId))).toEqual(new Set([id]));
    const path = `/api/v1/webhooks/${made.body.id}`;
    for (const [method, at] of [
      ['GET', path],
      ['PATCH', path],
      ['DELETE', path],
      ['GET', `${path}/attempts`],
      ['POST', `${path}/test`],
      ['POST', `${path}/rotate-secret`],
    ] as const)
      // prettier-ignore
      expect((await world.call(method, at, { key: south, ...(method === 'GET' ? {} : { body: {} }) })).status).toBe(404);
    expect((await world.call('GET', '/api/v1/webhooks', { key: south })).body).toEqual([]);
    expect((await world.call('GET', '/api/v1/webhooks', { key: north })).body).toHaveLength(1);
    const foreign = await world.call('POST', '/api/v1/webhooks', { key: south, body: { ...body, units: ['north'] } });
    expect(foreign).toMatchObject({ status: 422, body: { code: 'unknown-unit' } });
  });

  it('can be tried, and say how it went', async () => {
    const { id, secret } = await hooks.subscribe();
    expect((await world.post(`/api/v1/webhooks/${id}/test`, {})).body).toMatchObject({ status: 204, error: null });
    expect(verified(secret, receiver.received[0]!)).toMatchObject({ type: 'webhook.test', data: { webhookId: id } });
    receiver.answer = (response) => response.writeHead(500).end();
    expect((await world.post(`/api/v1/webhooks/${id}/test`, {})).body).toMatchObject({ status: 500, error: 'The receiver said HTTP 500.' }); // prettier-ignore
    expect(await hooks.attempts(id)).toHaveLength(2);
  });

  it('are refused with a reason where it can be known that they will not do', async () => {
    const strict = await LoopWorld.start();
    for (const url of [
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://[::ffff:10.0.0.1]/',
      'http://localhost/',
      'http://169.254.169.254/latest',
      'ftp://example.com/',
      'http://a:b@example.com/',
      'http://example.com:25/',
      'nonsense',
    ]) {
      const { status, body } = await strict.post('/api/v1/webhooks', { url, events: ['*'] });
      expect({ url, status, field: body.errors?.[0]?.field }).toEqual({ url, status: 400, field: 'url' });
    }
    await strict.stop();
    for (const wrong of [{ events: [] }, { events: ['feedback.nonsense'] }, { secret: 'short' }, { kinds: ['x'] }, { units: ['nowhere'] }, { more: 1 }]) // prettier-ignore
      expect([400, 422]).toContain((await world.post('/api/v1/webhooks', { url: receiver.url, events: ['*'], ...wrong })).status); // prettier-ignore
    expect(await world.db.query('select from webhook')).toEqual([]);
  });
});
