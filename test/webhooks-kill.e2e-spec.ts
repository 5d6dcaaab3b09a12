import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House, expectCleanStop, until } from './house.js';
import type { Json } from './support/call.js';
import { Receiver, verified } from './support/receiver.js';

describe('a worker that is killed while a webhook is being told', () => {
  let house: House;
  let receiver: Receiver;

  beforeAll(async () => {
    house = await House.make();
    receiver = await Receiver.start();
  }, 180_000);
  afterAll(async () => {
    await receiver.stop();
    await house.folder.remove();
  });

  it('is followed by one that tells it again, under the same id and with the same words', async () => {
    const env = { HUIYIN_WEBHOOK_ALLOW: '127.0.0.0/8', HUIYIN_DELIVERY_LEASE_SECONDS: '5' };
    const instance = await house.start({ env }).ready();
    const call = async (method: string, path: string, body?: object): Promise<Json> => {
      const authorization = `Bearer ${house.credentials().apiKey}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${instance.url}${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      return answer.json();
    };
    // Of the first request nobody knows how it ends: the receiver has it and says nothing.
    receiver.answer = (response) => void (receiver.received.length > 1 && response.writeHead(204).end());
    const { id, secret } = await call('POST', '/api/v1/webhooks', {
      url: receiver.url,
      events: ['feedback.collected'],
    });
    await house.accept('断电的时候正在通知');
    await receiver.until(1);
    process.kill(instance.childPids['The worker'] ?? 0, 'SIGKILL');
    await receiver.until(2);
    const [first, second] = receiver.received;
    expect(second).toMatchObject({ id: first!.id, body: first!.body });
    verified(secret, second!);
    const items = async (): Promise<Json> => (await call('GET', `/api/v1/webhooks/${id}/attempts`)).items;
    await until(async () => (await items()).length === 2);
    expect(await items()).toMatchObject([
      { messageId: first!.id, status: 204, error: null },
      { messageId: first!.id, status: null, error: 'The sender stopped before it wrote down how this try ended.' },
    ]);
    await expectCleanStop(instance);
  }, 90_000);
});
