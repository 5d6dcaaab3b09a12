import { setImmediate } from 'node:timers/promises';
import { withGateClosed } from '@huiyin/bus';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelResult } from './channel.js';
import { DeliveryWorld } from './delivery-world.fixture.js';
import { MAX_TRIES } from './retry.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

describe('the sender', () => {
  let test: TestDatabase;
  let world: DeliveryWorld;

  beforeEach(async () => {
    test = await createTestDatabase();
    world = new DeliveryWorld(test.url);
  });
  afterEach(async () => {
    await world.close();
    await test.drop();
  });

  async function mailed(): Promise<string> {
    const [id = ''] = await world.arrive(1, { customer: { email: 'alice@example.com' } });
    await world.lane.drain();
    return id;
  }

  /** A sender that takes messages up and is then not heard of until it is told how that ended. */
  async function frozen(channel = world.email, unsure: 'hold' | 'resend' = 'hold') {
    const before = channel.sent.length;
    let thaw: (result: ChannelResult) => void = () => undefined;
    const asleep = new Promise<ChannelResult>((resolve) => (thaw = resolve));
    channel.answer = () => asleep;
    const ended = world.sender(unsure).takeBatch();
    while (channel.sent.length === before) await setImmediate();
    channel.answer = () => ({ status: 'sent', proof: 'second' });
    return async (result: ChannelResult) => (thaw(result), ended);
  }

  it('tells the customer, and the item moves on with the proof on record', async () => {
    const id = await mailed();
    expect(await world.standing(id)).toBe('deliver waiting channel');
    await world.sender().drain();
    expect(await world.standing(id)).toBe('deliver ready');
    await world.lane.drain();
    expect(await world.standing(id)).toBe('recollect ready');
    expect(world.email.sent[0]).toMatchObject({ email: 'alice@example.com', reply: '已修复', purpose: 'answer' });
    const [delivery] = await world.deliveries.ofFeedback(id);
    expect(delivery).toMatchObject({ to: 'a***@example.com', state: 'sent', attempts: 1, proof: 'taken', error: null });
    expect(delivery?.sentAt).toMatch(/^\d{4}-.*\.\d{6}Z$/);
  });

  it('tries again later under the same id, for days, and then gives up', async () => {
    const id = await mailed();
    world.email.answer = () => ({ status: 'retry', reason: 'busy' });
    for (let day = 0; day < MAX_TRIES + 3; day++) {
      await world.sender().drain();
      expect(await world.sender().drain()).toBe(0);
      world.clock.advance(2 * DAY_MS);
    }
    expect(world.email.sent).toHaveLength(MAX_TRIES);
    expect(new Set(world.email.sent.map((message) => message.id)).size).toBe(1);
    expect(await world.told(id)).toEqual([`email failed ${MAX_TRIES}`]);
    expect(await world.standing(id)).toBe('deliver ready');
  });

  it('sends each message once when several send at the same time', async () => {
    world.settings.mail = false;
    await world.arrive(400, { customer: { phone: '13812341234' } });
    await world.lane.drain();
    world.log.answer = async () => (await setImmediate(), { status: 'sent', proof: 'taken' });
    const taken = await Promise.all([1, 2, 3].map(() => world.sender().drain()));
    expect(taken.reduce((sum, count) => sum + count)).toBe(400);
    expect(new Set(world.log.sent.map(({ id }) => id)).size).toBe(400);
    expect(world.log.sent).toHaveLength(400);
    expect((await world.lane.drain()).moved).toBe(400);
  });

  it('sends again, under the same id, what another took up and never wrote down, when a second copy can be told', async () => {
    world.settings.mail = false;
    await world.arrive();
    await world.lane.drain();
    const thaw = await frozen(world.log);
    expect(await world.sender().drain()).toBe(0);
    world.clock.advance(2 * MINUTE_MS);
    await world.sender().drain();
    world.clock.advance(MINUTE_MS);
    await world.sender().drain();
    expect(world.log.sent).toHaveLength(2);
    expect(world.log.sent[0]?.id).toBe(world.log.sent[1]?.id);
    await thaw({ status: 'sent', proof: 'first' });
  });

  it('leaves it to a person whether an e-mail that may have gone out is sent again', async () => {
    const id = await mailed();
    const thaw = await frozen();
    world.clock.advance(2 * MINUTE_MS);
    await world.sender('hold').drain();
    await world.lane.drain();
    expect(await world.told(id)).toEqual(['email unknown 1']);
    expect(await world.standing(id)).toBe('deliver waiting team');
    expect(world.email.sent).toHaveLength(1);
    await thaw({ status: 'retry', reason: 'cut off' });
    expect(await world.told(id)).toEqual(['email unknown 1']);
  });

  it('sends such an e-mail again when the operator would rather risk a second copy', async () => {
    const id = await mailed();
    const thaw = await frozen();
    world.clock.advance(2 * MINUTE_MS);
    await world.sender('resend').drain();
    world.clock.advance(MINUTE_MS);
    await world.sender('resend').drain();
    expect(world.email.sent.map((message) => message.id)).toHaveLength(2);
    expect(await world.told(id)).toEqual(['email sent 2']);
    await thaw({ status: 'retry', reason: 'cut off' });
  });

  it('cannot, when it wakes up late, overwrite what a newer one does and has done', async () => {
    const id = await mailed();
    const thawFirst = await frozen();
    world.clock.advance(2 * MINUTE_MS);
    await world.sender('resend').drain();
    world.clock.advance(MINUTE_MS);
    const thawSecond = await frozen(world.email, 'resend');
    await thawFirst({ status: 'refused', reason: 'from long ago' });
    expect(await world.told(id)).toEqual(['email sending 2']);
    await thawSecond({ status: 'sent', proof: 'second' });
    expect(await world.deliveries.ofFeedback(id)).toMatchObject([{ state: 'sent', proof: 'second', error: null }]);
  });

  it('still tells, when it wakes up late, that the e-mail of which nobody knew did go out', async () => {
    const id = await mailed();
    const thaw = await frozen();
    world.clock.advance(2 * MINUTE_MS);
    await world.sender().drain();
    await world.lane.drain();
    expect(await world.standing(id)).toBe('deliver waiting team');
    await thaw({ status: 'sent', proof: 'after all' });
    await world.lane.drain();
    expect(await world.standing(id)).toBe('recollect ready');
  });

  it('takes up nothing while the gate of the bus is closed, unless it belongs to who closed it', async () => {
    await mailed();
    await withGateClosed(world.db, async () => {
      expect(await world.sender().takeBatch()).toBe(0);
      expect(await world.sender().drain()).toBe(1);
    });
  });

  it('gives back what it has not begun when it is stopped, and waits for what it has', async () => {
    world.settings.mail = false;
    await world.arrive(50);
    await world.lane.drain();
    const release: (() => void)[] = [];
    world.log.answer = () => new Promise((resolve) => release.push(() => resolve({ status: 'sent', proof: 'taken' })));
    const sender = world.sender();
    sender.start();
    while (release.length < world.log.concurrency) await setImmediate();
    const stopped = sender.stop();
    for (const go of release) go();
    await stopped;
    const rows = await world.db.query(
      'select state, attempts, count(*)::int as n from delivery group by 1, 2 order by 1',
    );
    expect(rows).toEqual([
      { state: 'pending', attempts: 0, n: 46 },
      { state: 'sent', attempts: 1, n: 4 },
    ]);
  });

  it('goes on with the others when a channel breaks down on one message', async () => {
    world.settings.mail = false;
    await world.arrive(3);
    await world.lane.drain();
    let first = true;
    world.log.answer = () => {
      if (!first) return { status: 'sent', proof: 'taken' };
      first = false;
      throw new Error('holds 13812341234');
    };
    await world.sender().drain();
    const rows = await world.db.query<{ state: string; error: string | null }>(
      'select state, error from delivery order by state',
    );
    expect(rows.map(({ state }) => state)).toEqual(['pending', 'sent', 'sent']);
    expect(rows[0]?.error).toBe('The channel broke down (Error).');
  });
});
