import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpOf, found } from './support/dump.js';
import { DAY, LoopWorld } from './support/loop-world.js';

const PHONE = '13912348765';
let world: LoopWorld;
let closed: string;
let open: string;

beforeAll(async () => {
  world = await LoopWorld.start({ config: { keepPersonalDays: 30, keepDeliveryDays: 60, keepTextDays: 90 } });
  const piece = (text: string, phone: string) => ({ text, customer: { name: '金丝雀', phone, region: '广东' } });
  const asked = await world.ask(piece(`请回电${PHONE}`, PHONE));
  closed = asked.id;
  await world.answer(asked.token, { solved: true, score: 9, comment: '好了' });
  open = await world.collect(piece('还没办', '13800001111'));
  await world.settle();
});
afterAll(() => world.stop());

async function expireAll(): Promise<number> {
  let rows = 0;
  for (let gone = await world.worker.upkeep.expire(); gone > 0; gone = await world.worker.upkeep.expire()) rows += gone;
  return rows;
}

describe('what is kept for a time only', () => {
  it('stays until its time is up', async () => {
    world.clock.offsetMs = 29 * DAY;
    expect(await expireAll()).toBe(0);
    expect((await world.post(`/api/v1/feedback/${closed}/reveal`, {})).body.text).toBe(`请回电${PHONE}`);
  });

  it('goes class by class: first who it was', async () => {
    world.clock.offsetMs = 31 * DAY;
    expect(await expireAll()).toBe(2);
    const { body } = await world.post(`/api/v1/feedback/${closed}/reveal`, {});
    expect(body).toMatchObject({ text: '请回电139****8765', customer: { region: '广东' } });
    expect(body.deliveries[0].body).not.toBe('');
    expect((await world.post('/api/v1/customers/find', { phone: PHONE })).body.items).toEqual([]);
    expect((await world.post('/api/v1/customers/find', { phone: '13800001111' })).body.items).toHaveLength(1);
  });

  it('then the messages, then the words; times and figures stay', async () => {
    const journey = await world.journey(closed);
    world.clock.offsetMs = 61 * DAY;
    await expireAll();
    expect((await world.item(closed)).deliveries.map(({ body }: { body: string }) => body)).toEqual(['', '']);
    world.clock.offsetMs = 91 * DAY;
    await expireAll();
    const item = await world.item(closed);
    expect(item).toMatchObject({ text: '…', subject: null, tags: [], state: 'closed' });
    expect(item.surveys[0]).toMatchObject({ comment: null, score: 9 });
    expect(await world.journey(closed)).toEqual(journey);
    // A cluster keeps its name: what many say is nobody's.
    const left = found(await dumpOf(world.db), ['请回电']);
    expect(left.filter((line) => !line.startsWith('cluster '))).toEqual([]);
  });

  it('leaves what is not closed alone, and is on the audit', async () => {
    expect((await world.post(`/api/v1/feedback/${open}/reveal`, {})).body.customer.phone).toBe('13800001111');
    const { body } = await world.get('/api/v1/audit?action=personal.expired');
    expect(body.items.map(({ details }: { details: object }) => details)).toContainEqual({
      personal: 2,
      texts: 0,
      deliveries: 0,
    });
  });
});
