import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Huiyin, HuiyinError, type LoopEvent, type Pushed, verifyWebhook, WebhookError } from '@huiyin/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';

describe('the client', () => {
  let world: LoopWorld;
  let huiyin: Huiyin;

  beforeAll(async () => {
    world = await LoopWorld.start();
    huiyin = new Huiyin({ url: world.address(), key: world.key });
  });
  afterAll(() => world.stop());

  it('hands in a piece, reads the item, resolves it: each call as the document has it', async () => {
    const { id, duplicate } = await huiyin.submit({ text: '宽带断网', source: 'crm', externalId: 'C-1' });
    expect(duplicate).toBe(false);
    expect(await huiyin.submit({ text: '宽带断网', source: 'crm', externalId: 'C-1' })).toMatchObject({
      id,
      duplicate: true,
    });
    await world.settle();
    const path = { idOrReference: id };
    await huiyin.post('/api/v1/feedback/{idOrReference}/resolution', { path, body: RESOLUTION });
    const item = await huiyin.feedback(id);
    expect([item.externalId, item.resolution?.reply]).toEqual(['C-1', RESOLUTION.reply]);
    expect((await huiyin.get('/api/v1/feedback/{idOrReference}/journey', { path })).visits.length).toBeGreaterThan(3);
  });

  it('has types that refuse what the document does not have', () => {
    const wrong = [
      // @ts-expect-error there is no such path
      () => huiyin.get('/api/v1/nothing'),
      // @ts-expect-error the path has a parameter
      () => huiyin.get('/api/v1/feedback/{idOrReference}'),
      // @ts-expect-error the method is another
      () => huiyin.put('/api/v1/feedback', { body: { text: '' } }),
      // @ts-expect-error there is no such kind
      () => huiyin.submit({ text: 'x', kind: 'rant' }),
      // @ts-expect-error it has no pages
      () => huiyin.all('/api/v1/loop/stages'),
    ];
    expect(wrong).toHaveLength(5);
  });

  it('answers with undefined where there is nothing to say', async () => {
    const { id } = await huiyin.post('/api/v1/webhooks', { body: { url: 'https://crm.example.com', events: ['*'] } });
    const nothing: undefined = await huiyin.delete('/api/v1/webhooks/{id}', { path: { id } });
    expect(nothing).toBeUndefined();
  });

  it('throws what the API says, by its code', async () => {
    const refused = huiyin.submit({ text: '', unit: 'guangdong' });
    await expect(refused).rejects.toBeInstanceOf(HuiyinError);
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'validation-failed', problem: { errors: [{ field: 'text' }], requestId: expect.any(String) } }); // prettier-ignore
    await expect(new Huiyin({ url: world.address(), key: 'hy_x_y' }).feedback('HY-1')).rejects.toMatchObject({ status: 401 }); // prettier-ignore
  });

  it('pushes any number of rows and tells what became of each, in their order', async () => {
    function* rows() {
      for (let number = 0; number < 1_205; number++)
        yield { source: 'many', externalId: `M-${number}`, text: number === 1_100 ? '' : `第 ${number} 条` };
    }
    const told: Pushed[] = [];
    for await (const row of huiyin.push(rows())) told.push(row);
    expect(told.map(({ index }) => index)).toEqual([...Array(1_205).keys()]);
    expect(told.filter(({ status }) => status === 'rejected')).toMatchObject([{ index: 1_100, piece: { externalId: 'M-1100' }, error: { code: 'validation-failed' } }]); // prettier-ignore
    expect(told.filter(({ piece, index }) => piece.externalId !== `M-${index}`)).toEqual([]);
  });

  it('reads a list to its end, page after page', async () => {
    const ids = new Set<string>();
    for await (const { id } of huiyin.all('/api/v1/feedback', { query: { limit: 100 } })) ids.add(id);
    expect(ids.size).toBe(1 + 1_204);
  });

  it('hears what happens after a cursor, and stops when it is told to', async () => {
    const stop = new AbortController();
    const heard: LoopEvent[] = [];
    for await (const event of huiyin.events({ after: '0-0', signal: stop.signal })) {
      heard.push(event);
      if (heard.length === 3) stop.abort();
    }
    const later: LoopEvent[] = [];
    for await (const event of huiyin.events({ after: heard[1]!.cursor })) {
      later.push(event);
      break;
    }
    expect(later).toEqual([heard[2]]);
    await expect(huiyin.events({ after: 'never' }).next()).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

describe('a webhook, checked with the client', () => {
  const [secret, other] = [7, 8].map((byte) => `whsec_${Buffer.alloc(24, byte).toString('base64')}`) as [
    string,
    string,
  ];
  const body = '{"type":"feedback.resolved","timestamp":"t","data":{"reference":"HY-1"}}';
  const now = Math.floor((performance.timeOrigin + performance.now()) / 1_000);
  const signature = (by: string, seconds = now) => new Webhook(by).sign('m', new Date(seconds * 1_000), body);
  const headers = (signed: string, seconds = now) => ({ 'Webhook-Id': 'm', 'webhook-timestamp': String(seconds), 'webhook-signature': signed }); // prettier-ignore

  it('is its event when one of its signatures is right, in whatever shape the headers come', async () => {
    const right = headers(`${signature(other)} v2,abc ${signature(secret)}`);
    for (const given of [right, new Headers(right)])
      expect((await verifyWebhook(body, given, secret)).data).toEqual({ reference: 'HY-1' });
    expect((await verifyWebhook(Buffer.from(body), right, other)).type).toBe('feedback.resolved');
  });

  it('is refused with another signature, another body, another time, an old time, or without a header', async () => {
    const right = headers(signature(secret));
    for (const [given, text] of [
      [headers(signature(other)), body],
      [headers('v1,'), body],
      [headers('v1,%%%'), body],
      [right, `${body} `],
      [{ ...right, 'webhook-timestamp': String(now - 1) }, body],
      [headers(signature(secret, now - 301), now - 301), body],
      [{ ...right, 'webhook-timestamp': 'soon' }, body],
      [{ 'webhook-id': 'm' }, body],
    ] as const)
      await expect(verifyWebhook(text, given, secret)).rejects.toBeInstanceOf(WebhookError);
  });
});

describe('the client, when things go wrong on the way', () => {
  let server: Server;
  let huiyin: Huiyin;
  let asked: IncomingMessage[];
  let answers: ((response: ServerResponse, request: IncomingMessage) => void)[];

  const busy =
    (status: number, headers = {}) =>
    (response: ServerResponse) =>
      void response.writeHead(status, headers).end();
  const gone = (_: ServerResponse, request: IncomingMessage) => void request.socket.destroy();
  const fine = (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1","results":[]}');

  beforeEach(async () => {
    [asked, answers] = [[], []];
    server = createServer((request, response) => {
      request.resume().on('end', () => {
        asked.push(request);
        (answers.shift() ?? fine)(response, request);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    huiyin = new Huiyin({ url: `http://127.0.0.1:${port}`, key: 'hy_k_s', retries: 3 });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tries a piece again, under the one Idempotency-Key that it made', async () => {
    answers = [busy(503, { 'retry-after': '0' }), gone, busy(429, { 'retry-after': '0' })];
    await huiyin.submit({ text: '宽带断网' });
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    await huiyin.submit({ text: '宽带断网' });
    expect(asked.at(-1)?.headers['idempotency-key']).not.toBe(keys[0]);
  });

  it('waits as long as it was told to', async () => {
    answers = [busy(429, { 'retry-after': '1' })];
    const began = performance.now();
    await huiyin.feedback('HY-1');
    expect(performance.now() - began).toBeGreaterThan(990);
  });

  it('does not wait for an hour, does not try for ever, and does not try again what was refused', async () => {
    answers = [busy(429, { 'retry-after': '3600' })];
    await expect(huiyin.feedback('HY-1')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 3_600 });
    answers = [busy(503), busy(503), busy(503), busy(503)].map(() => busy(503, { 'retry-after': '0' }));
    await expect(huiyin.feedback('HY-1')).rejects.toMatchObject({ status: 503, code: '' });
    answers = [busy(400)];
    await expect(huiyin.feedback('HY-1')).rejects.toMatchObject({ status: 400 });
    expect(asked).toHaveLength(1 + 4 + 1);
  });

  it('never does twice what is not as good as once', async () => {
    const resolution = { path: { idOrReference: 'HY-1' }, body: { ...RESOLUTION } };
    answers = [busy(503), gone, busy(503)];
    await expect(huiyin.post('/api/v1/feedback/{idOrReference}/resolution', resolution)).rejects.toMatchObject({ status: 503 }); // prettier-ignore
    await expect(huiyin.batch([{ text: 'a', externalId: '1' }, { text: 'b' }])).rejects.toThrow();
    await expect(huiyin.push([{ text: 'b' }]).next()).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(3);
    answers = [gone];
    await huiyin.batch([{ text: 'a', source: 's', externalId: '1' }]);
    expect(asked).toHaveLength(5);
  });

  it('stops waiting when it is told to stop', async () => {
    const stop = new AbortController();
    answers = [busy(503, { 'retry-after': '50' })];
    const call = huiyin.get('/api/v1/me', { signal: stop.signal });
    server.once('request', () => setImmediate(() => stop.abort(new Error('enough'))));
    await expect(call).rejects.toThrow('enough');
  });
});
