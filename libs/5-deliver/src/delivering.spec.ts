import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryWorld } from './delivery-world.fixture.js';
import { loadAnswers } from './deliver.store.js';
import { Sources } from './sources.store.js';

const EVERY_WAY = { customer: { email: 'alice@example.com', phone: '13812341234' }, source: 'crm' };

describe('telling the customer', () => {
  let test: TestDatabase;
  let world: DeliveryWorld;

  beforeEach(async () => {
    test = await createTestDatabase();
    world = new DeliveryWorld(test.url);
    await new Sources(world.db, world.vault).upsert({ name: 'crm', callbackUrl: 'https://crm.example/in' });
  });
  afterEach(async () => {
    await world.close();
    await test.drop();
  });

  async function round(): Promise<void> {
    await world.lane.drain();
    await world.sender().drain();
    await world.lane.drain();
  }

  it('goes from channel to channel until one works', async () => {
    const [id = ''] = await world.arrive(1, EVERY_WAY);
    world.webhook.answer = () => ({ status: 'refused', reason: 'gone' });
    await round();
    expect(await world.standing(id)).toBe('deliver waiting channel');
    await round();
    expect(await world.told(id)).toEqual(['webhook failed 1', 'email sent 1']);
    expect(await world.standing(id)).toBe('recollect ready');
    expect(world.webhook.sent[0]?.callback).toMatchObject({
      source: 'crm',
      url: 'https://crm.example/in',
      externalId: `x-${id}`,
    });
  });

  it('is left to a person when every channel that leaves the house has failed; without a way to tell, the item closes with a written reason', async () => {
    const [id = ''] = await world.arrive(1, EVERY_WAY);
    for (const channel of [world.webhook, world.email]) channel.answer = () => ({ status: 'refused', reason: 'no' });
    for (let turn = 0; turn < 4; turn++) await round();
    expect(await world.told(id)).toEqual(['webhook failed 1', 'email failed 1']);
    expect(await world.standing(id)).toBe('deliver waiting team');
    await expect(world.deliveries.markUndeliverable(id, '  ', 'person:1')).rejects.toMatchObject({
      code: 'validation-failed',
    });
    await world.deliveries.markUndeliverable(id, '号码已销户', 'person:1');
    expect(await world.standing(id)).toBe('deliver closed 号码已销户');
    await expect(world.deliveries.markUndeliverable(id, 'again', 'person:1')).rejects.toMatchObject({
      code: 'not-waiting',
    });
  });

  it('is left to a person where the operator has mail and the customer has no address', async () => {
    const [id = ''] = await world.arrive(1);
    await round();
    expect([await world.told(id), await world.standing(id)]).toEqual([[], 'deliver waiting team']);
  });

  it('withdraws a try that is still to come when a person gives up, and never one that is being made', async () => {
    const [later = '', now = ''] = await world.arrive(2, EVERY_WAY);
    await world.lane.drain();
    await world.db.query(
      `update delivery set state = 'sending', lease_token = gen_random_uuid(), lease_until = loop_now() where feedback_id = $1`,
      [now],
    );
    await world.deliveries.markUndeliverable(later, '客户已离网', 'person:1');
    expect(await world.told(later)).toEqual(['webhook failed 0']);
    await expect(world.deliveries.markUndeliverable(now, '客户已离网', 'person:1')).rejects.toMatchObject({
      code: 'not-waiting',
    });
    expect(await world.standing(now)).toBe('deliver waiting channel');
  });

  it('is decided by a person where nobody knows whether it went out', async () => {
    const [again = '', arrived = ''] = await world.arrive(2, { customer: EVERY_WAY.customer });
    world.email.answer = () => ({ status: 'unsure', reason: 'line broke' });
    await round();
    expect(await world.told(again)).toEqual(['email unknown 1']);
    const ids = await Promise.all(
      [again, arrived].map(async (id) => (await world.deliveries.ofFeedback(id))[0]?.id ?? ''),
    );
    const [first = '', second = ''] = ids;
    await world.deliveries.decide(second, 'confirm-sent', 'person:7');
    await world.deliveries.decide(first, 'resend', 'person:7');
    await expect(world.deliveries.decide(first, 'resend', 'person:7')).rejects.toMatchObject({ code: 'not-waiting' });
    world.email.answer = () => ({ status: 'sent', proof: 'taken' });
    await round();
    expect([await world.standing(again), await world.standing(arrived)]).toEqual([
      'recollect ready',
      'recollect ready',
    ]);
    expect(world.email.sent.filter(({ id }) => id === first)).toHaveLength(2);
    expect(world.email.sent.filter(({ id }) => id === second)).toHaveLength(1);
    expect(await world.deliveries.ofFeedback(arrived)).toMatchObject([
      { state: 'sent', proof: 'Confirmed by person:7' },
    ]);
    await expect(world.deliveries.decide(again, 'resend', 'person:7')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not fall asleep over a message that is being written down at the same moment', async () => {
    const [id = ''] = await world.arrive(1, EVERY_WAY);
    await world.lane.drain();
    await world.db.query(`update feedback set state = 'ready', waiting_for = null, due_at = loop_now()`);
    let read: Promise<unknown> | undefined;
    await world.db.transaction(async (marking) => {
      await marking.query(`update delivery set state = 'sent', sent_at = loop_now()`);
      read = world.db.transaction((tx) => loadAnswers(tx, world.vault, [{ id, cycle: 1 }]));
      const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share of d%'`;
      while ((await world.db.query(waits)).length === 0);
      await world.conductor.wake(marking, 'deliver', [id]);
    });
    expect(await read).toEqual(new Map([[id, { reply: '已修复', states: ['sent'] }]]));
  });

  it('fails, and is parked in the end, where nobody has written a reply', async () => {
    await world.arrive(1, { reply: null });
    const [bad, good] = [await world.lane.drain(), await world.arrive(1, EVERY_WAY)];
    expect(bad).toMatchObject({ failed: 1, waiting: 0 });
    await round();
    expect(await world.standing(good[0] ?? '')).toBe('recollect ready');
  });

  describe('by survey', () => {
    async function asked(answer: typeof EVERY_WAY | object = EVERY_WAY): Promise<string> {
      const [id = ''] = await world.arrive(1, answer);
      await round();
      const message = { feedbackId: id, cycle: 1, purpose: 'survey', language: 'zh' } as const;
      await world.db.transaction((tx) => world.outbox.post(tx, [message]));
      return id;
    }
    const survey = async (id: string) =>
      (await world.deliveries.ofFeedback(id)).filter(({ purpose }) => purpose === 'survey');

    it('goes the way on which the answer arrived, and no token stays in what is stored', async () => {
      world.webhook.answer = () => ({ status: 'refused', reason: 'gone' });
      const [id = ''] = await world.arrive(1, EVERY_WAY);
      await round();
      await round();
      await world.db.transaction((tx) =>
        world.outbox.post(tx, [{ feedbackId: id, cycle: 1, purpose: 'survey', language: 'en' }]),
      );
      expect((await survey(id))[0]?.body).toContain('\n/s/********');
      await world.sender().drain();
      const link = [...world.links.minted.values()][0] ?? 'none';
      expect(world.email.sent.at(-1)).toMatchObject({ link, reply: null, body: expect.stringContaining(link) });
      expect(await survey(id)).toMatchObject([{ channel: 'email', state: 'sent' }]);
      const dump = await world.db.query<{ row: string }>('select to_jsonb(d)::text as row from delivery d');
      expect(dump.map(({ row }) => row).join()).not.toContain('secret-');
      expect((await survey(id))[0]?.body).toContain('https://fb.example/s/********');
    });

    it('keeps its link on the log channel, where the stored text is all there is', async () => {
      world.settings.mail = false;
      const id = await asked({});
      await world.sender().drain();
      const [row] = await survey(id);
      expect(row).toMatchObject({ channel: 'log', state: 'sent' });
      expect(row?.body).toContain([...world.links.minted.values()][0]);
    });

    it('gets a fresh link at every try, and goes to the next channel when one fails', async () => {
      const id = await asked();
      world.webhook.answer = () => ({ status: 'retry', reason: 'busy' });
      await world.sender().drain();
      world.clock.advance(60_000);
      world.webhook.answer = () => ({ status: 'refused', reason: 'gone' });
      await world.sender().drain();
      const links = world.webhook.sent.slice(1).map(({ link }) => link);
      expect(new Set(links).size).toBe(2);
      await world.sender().drain();
      expect(await survey(id)).toMatchObject([
        { channel: 'webhook', state: 'failed' },
        { channel: 'email', state: 'sent' },
      ]);
    });

    it('fails where no channel that leaves the house is left, and is not put on the log instead', async () => {
      const id = await asked({ customer: EVERY_WAY.customer });
      world.email.answer = () => ({ status: 'refused', reason: 'no' });
      await world.sender().drain();
      expect(await survey(id)).toMatchObject([{ channel: 'email', state: 'failed' }]);
    });

    it('is not sent when the question may no longer be answered', async () => {
      const id = await asked({ customer: EVERY_WAY.customer });
      world.links.closed.add(id);
      await world.sender().drain();
      expect(await survey(id)).toMatchObject([{ state: 'failed', error: expect.stringContaining('no longer') }]);
    });
  });
});
