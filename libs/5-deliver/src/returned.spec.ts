import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@huiyin/testing';
import { DeliveryWorld } from './delivery-world.fixture.js';
import { Returned } from './returned.adapter.js';
import { Sources } from './sources.store.js';

describe('mail that a server had taken and that came back', () => {
  let world: DeliveryWorld;
  let drop: () => Promise<void>;
  let returned: Returned;

  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    world = new DeliveryWorld(database.url);
    world.settings.sms = true;
    returned = new Returned(world.outbox, world.conductor);
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  async function answeredByMail(customer: { email: string; phone?: string }, source?: string): Promise<string> {
    const [id = ''] = await world.arrive(1, { customer, ...(source === undefined ? {} : { source }) });
    for (let turn = 0; turn < 2; turn++) {
      await world.lane.drain();
      await world.sender().drain();
    }
    await world.lane.drain();
    expect(await world.told(id)).toEqual(['email sent 1']);
    expect(await world.standing(id)).toMatch(/^recollect/);
    return id;
  }
  async function comesBack(id: string, badAddress = true) {
    const [mail] = (await world.deliveries.ofFeedback(id)).filter(({ channel }) => channel === 'email');
    const note = { deliveryId: mail!.id, reason: 'The mail came back (5.1.1).', badAddress };
    return world.db.transaction((tx) => returned.note(tx, note));
  }

  it('has failed: the answer goes on, channel after channel, although its item has left the stage', async () => {
    const id = await answeredByMail({ email: 'one@example.com', phone: '13800001234' }, 'late');
    await new Sources(world.db, world.vault).upsert({ name: 'late', callbackUrl: 'https://crm.example/' });
    world.webhook.answer = () => ({ status: 'refused', reason: 'gone' });
    expect(await comesBack(id)).toMatchObject({ feedbackId: id, unreached: false });
    await world.sender().drain();
    expect(await world.told(id)).toEqual(['email failed 1', 'webhook failed 1', 'sms sent 1']);
    expect(world.sms.sent.at(-1)).toMatchObject({ phone: '13800001234', purpose: 'answer' });
  });

  it('is counted once, and said to be unreached where nothing else leads to the customer', async () => {
    const id = await answeredByMail({ email: 'two@example.com' });
    expect(await comesBack(id)).toMatchObject({ unreached: true, cycle: 1, stage: 'recollect' });
    expect(await comesBack(id)).toBeNull();
  });

  it('keeps its address from being written to, if there is nobody, and only then', async () => {
    await comesBack(await answeredByMail({ email: 'three@example.com' }), false);
    await comesBack(await answeredByMail({ email: 'Three@Example.com' }), true);
    const [id = ''] = await world.arrive(1, { customer: { email: 'three@example.com' } });
    await world.lane.drain();
    expect(await world.told(id)).toEqual([]);
    expect(await world.standing(id)).toBe('deliver waiting team');
  });
});
