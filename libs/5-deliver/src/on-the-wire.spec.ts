import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '@huiyin/config';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { deliverySender } from './deliver.module.js';
import { DeliveryWorld } from './delivery-world.fixture.js';
import type { DeliverySender } from './sender.adapter.js';
import { Sources } from './sources.store.js';

const BOTH_WAYS = { source: 'crm', customer: { email: 'alice@example.com' } };
const MINUTE_MS = 60_000;

/** With the channels as operators have them, a receiver that listens and a mail server that takes mail. */
describe('on the wire', () => {
  let test: TestDatabase;
  let world: DeliveryWorld;
  let receiver: Server;
  let mailServer: SMTPServer;
  let secret: string;
  let mails: string[];
  let requests: { id: string; body: string; headers: Record<string, string> }[];
  let answer: (response: ServerResponse, request: IncomingMessage) => void;
  let senders: DeliverySender[];

  beforeEach(async () => {
    [mails, requests, senders] = [[], [], []];
    answer = (response) => response.writeHead(204).end();
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        requests.push({ id: headers['webhook-id'] ?? '', body, headers });
        answer(response, request);
        receiver.emit('taken');
      });
    }).listen(0, '127.0.0.1');
    mailServer = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => (mails.push(text), done()));
      },
    });
    mailServer.listen(0, '127.0.0.1');
    await Promise.all([once(receiver, 'listening'), once(mailServer.server, 'listening')]);
    test = await createTestDatabase();
    world = new DeliveryWorld(test.url);
    const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
    ({ secret = '' } = await new Sources(world.db, world.vault).upsert({ name: 'crm', callbackUrl }));
  });
  afterEach(async () => {
    receiver.closeAllConnections();
    await Promise.all(senders.map((sender) => sender.stop()));
    await Promise.all([
      new Promise((done) => receiver.close(done)),
      new Promise<void>((done) => mailServer.close(done)),
    ]);
    await world.close();
    await test.drop();
  });

  function sender(settings: Record<string, string> = { HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8' }): DeliverySender {
    const { port } = mailServer.server.address() as AddressInfo;
    const config = loadConfig({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      HUIYIN_MAIL_FROM: 'noreply@op.example',
      ...settings,
    });
    const made = deliverySender(config, world);
    senders.push(made);
    return made;
  }

  it('a receiver that is down for a while gets the answer later, under the same id, with a signature of that moment', async () => {
    const [id = ''] = await world.arrive(1, BOTH_WAYS);
    await world.lane.drain();
    answer = (response) => response.writeHead(500).end();
    await sender().drain();
    expect(await world.told(id)).toEqual(['webhook pending 1']);
    world.clock.advance(30 * 24 * 60 * MINUTE_MS);
    answer = (response) => response.writeHead(200).end('{}');
    await sender().drain();
    await world.lane.drain();
    expect(await world.told(id)).toEqual(['webhook sent 2']);
    expect(await world.standing(id)).toBe('recollect ready');
    expect(new Set(requests.map((request) => request.id)).size).toBe(1);
    for (const { body, headers } of requests) expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
  });

  it('a receiver that is gone for good is not asked again; the customer gets an e-mail', async () => {
    const [id = ''] = await world.arrive(1, BOTH_WAYS);
    await world.lane.drain();
    answer = (response) => response.writeHead(410).end();
    await sender().drain();
    await world.lane.drain();
    await sender().drain();
    expect(await world.told(id)).toEqual(['webhook failed 1', 'email sent 1']);
    const [, mail] = await world.deliveries.ofFeedback(id);
    expect(mail?.proof).toContain(`<${mail?.id}@op.example>`);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`Message-ID: <${mail?.id}@op.example>`);
    expect(requests).toHaveLength(1);
  });

  it('a receiver in the network behind us is not reached unless the operator allows it', async () => {
    const [id = ''] = await world.arrive(1, BOTH_WAYS);
    await world.lane.drain();
    await sender({}).drain();
    expect(requests).toHaveLength(0);
    expect(await world.deliveries.ofFeedback(id)).toMatchObject([
      { state: 'failed', error: expect.stringContaining('not public') },
    ]);
  });

  it('a receiver that hangs is left, and does not hold up the mail', async () => {
    const [hanging = ''] = await world.arrive(1, BOTH_WAYS);
    const [mailed = ''] = await world.arrive(1, { customer: BOTH_WAYS.customer });
    await world.lane.drain();
    answer = () => undefined;
    const brief = sender({ HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8', HUIYIN_DELIVERY_LEASE_SECONDS: '5' });
    brief.start();
    await once(receiver, 'taken');
    while ((await world.told(mailed))[0] !== 'email sent 1');
    while ((await world.told(hanging))[0] !== 'webhook pending 1');
    const [delivery] = await world.deliveries.ofFeedback(hanging);
    expect(delivery?.error).toBe('The receiver did not answer in time.');
  });

  it('a sender that dies before it wrote down what it sent is followed by one that sends the same id: the receiver counts it once', async () => {
    const [id = ''] = await world.arrive(1, BOTH_WAYS);
    await world.lane.drain();
    let late: ServerResponse | undefined;
    answer = (response) => (late = response);
    const dead = sender().drain();
    await once(receiver, 'taken');
    answer = (response) => response.writeHead(204).end();
    world.clock.advance(2 * MINUTE_MS);
    await sender().drain();
    world.clock.advance(MINUTE_MS);
    await sender().drain();
    expect(requests).toHaveLength(2);
    expect(new Set(requests.map((request) => request.id)).size).toBe(1);
    expect(await world.told(id)).toEqual(['webhook sent 2']);
    late?.writeHead(500).end();
    await dead;
    expect(await world.told(id)).toEqual(['webhook sent 2']);
  });
});
