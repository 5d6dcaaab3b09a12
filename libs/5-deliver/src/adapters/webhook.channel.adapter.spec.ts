import { createServer, type IncomingHttpHeaders, type ServerResponse, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AddressCheck, OutgoingHttp, type Resolver } from '@huiyin/outgoing';
import { Webhook } from 'standardwebhooks';
import type { Message } from '../channel.js';
import { WebhookChannel } from './webhook.channel.adapter.js';

const SECRET = `whsec_${Buffer.from('a secret of 24 bytes here').toString('base64')}`;
const never = new AbortController().signal;

function message(url: string, changes: Partial<Message> = {}): Message {
  return {
    ...{ id: 'd-1', feedbackId: 'f-1', reference: 'HY-2026-000001', cycle: 1, purpose: 'answer', language: 'zh' },
    ...{
      subject: '答复',
      body: '正文',
      reply: '已修复',
      html: null,
      link: null,
      email: null,
      phone: null,
      barred: null,
    },
    callback: { source: 'crm', externalId: 'x-9', url, secret: SECRET },
    takenAt: '2026-11-22T12:00:00.123456Z',
    wallSeconds: (performance.timeOrigin + performance.now()) / 1000,
    ...changes,
  };
}

describe('the webhook', () => {
  const received: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
  let answer: (response: ServerResponse) => void;
  let server: Server;
  let base: string;
  const local = new AddressCheck(['127.0.0.0/8']);

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body, path: request.url ?? '' });
        answer(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    received.length = 0;
    answer = (response) => response.writeHead(204).end();
  });
  afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

  it('carries the answer, signed after Standard Webhooks, under the id of the delivery', async () => {
    expect(await new WebhookChannel(new OutgoingHttp(local)).send(message(`${base}/in?x=1`), never)).toEqual({
      status: 'sent',
      proof: 'HTTP 204',
    });
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = received;
    expect(path).toBe('/in?x=1');
    expect(headers).toMatchObject({ 'webhook-id': 'd-1', connection: 'close' });
    expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'feedback.answer',
      timestamp: '2026-11-22T12:00:00.123456Z',
      data: {
        deliveryId: 'd-1',
        reference: 'HY-2026-000001',
        externalId: 'x-9',
        reply: '已修复',
        body: '正文',
        link: null,
      },
    });
    expect(() =>
      new Webhook(SECRET).verify(body.replace('已修复', '未修复'), headers as Record<string, string>),
    ).toThrow();
  });

  it.each([
    [500, 'retry'],
    [503, 'retry'],
    [404, 'retry'],
    [429, 'retry'],
    [301, 'retry'],
    [410, 'refused'],
  ])('takes %i for %s', async (status, verdict) => {
    answer = (response) =>
      response.writeHead(status, { location: `${base}/elsewhere`, 'retry-after': '77' }).end('secret words');
    const result = await new WebhookChannel(new OutgoingHttp(local)).send(message(base), never);
    expect(result).toMatchObject({ status: verdict });
    expect(JSON.stringify(result)).not.toContain('secret words');
    if (status === 429) expect(result).toMatchObject({ afterSeconds: 77 });
    expect(received).toHaveLength(1);
  });

  it('is cut off when the receiver hangs, before or in the middle of its answer', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await new WebhookChannel(new OutgoingHttp(local)).send(message(base), stop.signal)).toMatchObject({
      status: 'retry',
    });
    const later = new AbortController();
    answer = (response) => {
      response.writeHead(200).write('a drop');
      later.abort();
    };
    expect((await new WebhookChannel(new OutgoingHttp(local)).send(message(base), later.signal)).status).toMatch(
      /retry|sent/,
    );
  });

  it('does not drink an endless answer', async () => {
    let stopped: () => void;
    const gone = new Promise<void>((resolve) => (stopped = resolve));
    answer = (response) => {
      const drip = setInterval(() => response.write('x'.repeat(16_384)), 1);
      response.on('close', () => (clearInterval(drip), stopped()));
    };
    expect(await new WebhookChannel(new OutgoingHttp(local)).send(message(base), never)).toMatchObject({
      status: 'sent',
    });
    await gone;
  });

  it('reaches no address that is not public, however it is written', async () => {
    const { port } = new URL(base);
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '127.1.', '[::ffff:127.0.0.1]', 'localhost'])
      expect(
        await new WebhookChannel(new OutgoingHttp(new AddressCheck())).send(message(`http://${host}:${port}/`), never),
      ).toEqual({
        status: 'refused',
        reason: expect.stringContaining('not public'),
      });
    expect(received).toHaveLength(0);
  });

  it('connects to the address that was checked: a name is resolved once, and must be public in all its addresses', async () => {
    const { port } = new URL(base);
    const names: string[] = [];
    const resolver =
      (...addresses: string[]): Resolver =>
      (name, done) => {
        names.push(name);
        done(null, addresses.map((address) => ({ address, family: 4 }))); // prettier-ignore
      };
    const url = `http://rebind.example:${port}/`;
    expect(
      await new WebhookChannel(new OutgoingHttp(local, resolver('127.0.0.1'))).send(message(url), never),
    ).toMatchObject({
      status: 'sent',
    });
    expect(received[0]?.headers.host).toBe(`rebind.example:${port}`);
    expect(names).toEqual(['rebind.example']);
    const strict = new WebhookChannel(new OutgoingHttp(new AddressCheck(), resolver('8.8.8.8', '127.0.0.1')));
    expect(await strict.send(message(url), never)).toMatchObject({ status: 'refused' });
    expect(received).toHaveLength(1);
  });

  it('speaks http and https only, and says so when the receiver is not there', async () => {
    const channel = new WebhookChannel(new OutgoingHttp(local));
    for (const url of ['ftp://127.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1:70/', 'not a url'])
      expect(await channel.send(message(url), never)).toMatchObject({ status: 'refused' });
    expect(await channel.send(message('http://127.0.0.1:2/'), never)).toEqual({
      status: 'retry',
      reason: 'The receiver was not reached (ECONNREFUSED).',
    });
    expect(await channel.send(message(base, { callback: null }), never)).toMatchObject({ status: 'refused' });
  });
});
