import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { DAY, HOUR, type LoopWorld } from './support/loop-world.js';
import { Receiver } from './support/receiver.js';
import { WebhookWorld } from './support/webhook-world.js';

const MINUTE = 60_000;

describe('webhooks whose target is in trouble', () => {
  let hooks: WebhookWorld;
  let world: LoopWorld;
  let receiver: Receiver;

  beforeEach(async () => {
    hooks = await WebhookWorld.start();
    ({ world, receiver } = hooks);
  });
  afterEach(() => hooks.stop());

  it('outlast a receiver that answers 500 for three days, with the same id at every try', async () => {
    const { id } = await hooks.subscribe({ events: ['feedback.collected'] });
    let broken = true;
    receiver.answer = (response) => response.writeHead(broken ? 500 : 204).end('internal words');
    await world.collect('三天后见');
    await hooks.settle();
    await hooks.tellFor(3 * DAY, 30 * MINUTE);
    expect(await hooks.look(id)).toMatchObject({ active: true, waiting: 1, failingSince: expect.any(String) });
    broken = false;
    await hooks.tellFor(31 * HOUR, HOUR);
    expect(await hooks.look(id)).toMatchObject({ active: true, waiting: 0, failures: 0, failingSince: null });
    expect(receiver.received.length).toBeGreaterThanOrEqual(9);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
    expect(new Set(receiver.received.map((one) => one.body)).size).toBe(1);
    const log = await hooks.attempts(id);
    expect(log[0]).toMatchObject({ status: 204, error: null, event: 'feedback.collected' });
    expect(log[1]).toMatchObject({ status: 500, error: 'The receiver said HTTP 500.', durationMs: expect.any(Number) });
    expect(JSON.stringify(log)).not.toContain('internal words');
  });

  it('are switched off when their target fails for days, which is seen and on record, and go on when switched on', async () => {
    const { id } = await hooks.subscribe({ events: ['feedback.collected'] });
    receiver.answer = (response) => response.writeHead(503).end();
    await world.collect('一直失败');
    await hooks.settle();
    for (let day = 0; day < 6; day++) {
      await world.collect(`第 ${day} 天`);
      await hooks.settle();
      await hooks.tellFor(DAY, 4 * HOUR);
    }
    expect(await hooks.look(id)).toMatchObject({ active: false, offReason: 'failing', offAt: expect.any(String) });
    const audit = await world.db.query<{ details: Json }>(`select actor, details from audit_entry where subject = $1 order by id`, [`webhook:${id}`]); // prettier-ignore
    expect(audit.at(-1)).toMatchObject({ actor: 'system', details: { active: false, reason: 'failing' } });
    const tried = receiver.received.length;
    await hooks.tellFor(DAY, 12 * HOUR);
    expect(receiver.received).toHaveLength(tried);
    receiver.answer = (response) => response.writeHead(200).end();
    await world.call('PATCH', `/api/v1/webhooks/${id}`, { body: { active: true } });
    await hooks.tellFor(25 * HOUR, HOUR);
    expect(await hooks.look(id)).toMatchObject({ active: true, offReason: null, waiting: 0 });
  });

  it('are switched off by 410', async () => {
    const { id } = await hooks.subscribe();
    receiver.answer = (response) => response.writeHead(410).end();
    await world.collect('再见');
    await hooks.settle();
    expect(receiver.received).toHaveLength(1);
    expect(await hooks.look(id)).toMatchObject({ active: false, offReason: 'gone' });
  });

  it('do not follow a redirect, and wait for nobody: another target is told while this one hangs', async () => {
    const slow = await Receiver.start();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    slow.answer = (response) => void held.then(() => response.writeHead(302, { location: receiver.url }).end());
    const hanging = await hooks.subscribe({ url: slow.url, events: ['feedback.collected'] });
    await hooks.subscribe({ events: ['feedback.collected'] });
    await world.collectMany(Array.from({ length: 40 }, (_, index) => ({ text: `第 ${index} 件` })));
    await world.settle();
    const told = hooks.settle();
    await receiver.until(40);
    expect(slow.received.length).toBeLessThanOrEqual(10);
    await world.call('PATCH', `/api/v1/webhooks/${hanging.id}`, { body: { active: false } });
    release();
    await told;
    expect(receiver.received).toHaveLength(40);
    expect((await hooks.attempts(hanging.id))[0]).toMatchObject({
      status: 302,
      error: expect.stringContaining('not followed'),
    });
    await slow.stop();
  });

  it('tell an event of an item only after the one before it, until that one has failed three times', async () => {
    await hooks.subscribe();
    receiver.answer = (response, { event }) =>
      response.writeHead(event.type === 'feedback.collected' ? 500 : 204).end();
    await world.collect('顺序');
    await hooks.settle();
    expect(receiver.types).toEqual(['feedback.collected']);
    await hooks.tellFor(10 * MINUTE, MINUTE);
    expect(receiver.types).toEqual([
      ...['feedback.collected', 'feedback.collected', 'feedback.collected', 'feedback.analyzed', 'feedback.routed'],
    ]);
  });

  it('are taken over under the same id when the worker that sends dies', async () => {
    await hooks.subscribe({ events: ['feedback.collected'] });
    await world.collect('断电');
    await hooks.settle();
    // As a killed worker leaves it: taken up, never written down.
    await world.db.query(
      `update webhook_message set state = 'sending', lease_token = gen_random_uuid(), lease_until = loop_now() + interval '60 seconds'`,
    );
    await world.worker.webhooks.drain();
    expect(receiver.received).toHaveLength(1);
    world.clock.advance(61_000);
    await world.worker.webhooks.drain();
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
  });
});
