import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpOf } from './support/dump.js';
import { LoopWorld } from './support/loop-world.js';

const PHONE = '13912348765';
const EMAIL = 'canary.bird@example.com';
const CUSTOMER = { id: 'C-77', name: '金丝雀', phone: PHONE, email: EMAIL, region: '广东' };

let world: LoopWorld;
let ids: string[];
let customerId: string;

async function find(by: object) {
  return (await world.post('/api/v1/customers/find', by)).body.items;
}

beforeAll(async () => {
  world = await LoopWorld.start();
  ids = await world.collectMany([
    { text: `=HYPERLINK("x") 请回电${PHONE}`, source: 'crm', customer: CUSTOMER },
    { text: '账单多扣了钱', customer: { email: EMAIL } },
    { text: '别人的话', customer: { phone: '13711112222' } },
  ]);
  await world.settle();
  for (const id of ids) await world.resolve(id);
  await world.settle();
});
afterAll(() => world.stop());

describe('the rights of a person', () => {
  it('begin with being found: by phone in any spelling, by address, by the id of a system', async () => {
    const byPhone = await find({ phone: '+86 139 1234 8765' });
    expect(byPhone).toMatchObject([{ name: '金**', phone: '139****8765', email: 'c***@example.com', items: 2 }]);
    customerId = byPhone[0].id;
    expect((await find({ email: 'Canary.Bird@example.com' }))[0].id).toBe(customerId);
    expect((await find({ id: 'C-77', source: 'crm' }))[0].id).toBe(customerId);
    expect(await find({ id: 'C-77', source: 'other' })).toEqual([]);
    expect(await world.post('/api/v1/customers/find', {})).toMatchObject({ status: 400 });
  });

  it('are a copy of everything, as JSON and as CSV that no spreadsheet runs', async () => {
    const { body } = await world.post(`/api/v1/customers/${customerId}/export`, {});
    expect(body.customer).toMatchObject({ id: customerId, name: '金丝雀', phone: PHONE, email: EMAIL });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    expect(body.items[0]).toMatchObject({ text: `=HYPERLINK("x") 请回电${PHONE}`, customer: CUSTOMER });
    const csv = await fetch(world.address(`/api/v1/customers/${customerId}/export`), {
      method: 'POST',
      headers: { authorization: `Bearer ${world.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv' }),
    });
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    const text = await csv.text();
    expect(text).toContain(PHONE);
    expect(text).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  it('are an end: the key is gone, the words masked, nothing of the person left, and no figure moves', async () => {
    await world.db.query(`insert into delivery (id, feedback_id, cycle, purpose, channel, subject, body)
      values (gen_random_uuid(), $1, 1, 'answer', 'email', 's', 'b')`, [ids[0]]); // prettier-ignore
    const figures = () => Promise.all([world.get('/api/v1/loop/stages'), world.journey(ids[0]!)]);
    const [stages, journey] = await figures();
    const rows = await world.rows('feedback', 'feedback_words', 'stage_visit', 'resolution');
    const { status, body } = await world.post(`/api/v1/customers/${customerId}/erase`, {});
    expect({ status, body }).toMatchObject({ status: 200, body: { items: 2, deliveriesWithdrawn: 1 } });
    expect(body.keys).toBeGreaterThan(0);
    const dump = await dumpOf(world.db);
    for (const canary of [PHONE, EMAIL, '金丝雀', 'C-77', '金**']) {
      const lines = dump.split('\n').filter((line) => line.includes(canary));
      expect(lines).toEqual([]);
    }
    // Only in the words is it left masked, and in what a cluster is named after.
    expect(
      dump.split('\n').filter((line) => line.includes('139****8765') && !/^(feedback_words|cluster) /.test(line)),
    ).toEqual([]);
    expect(await world.db.query('select from customer_key where customer_id = $1', [customerId])).toEqual([]);
    const item = await world.item(ids[0]!);
    expect(item).toMatchObject({
      text: '=HYPERLINK("x") 请回电139****8765',
      customer: { name: null, phone: null, region: '广东' },
    });
    expect(await world.rows('feedback', 'feedback_words', 'stage_visit', 'resolution')).toEqual(rows);
    const after = await figures();
    expect(after[1].visits.slice(0, -1)).toEqual(journey.visits.slice(0, -1));
    expect(after[0].body.map(({ here, entered }: Record<string, unknown>) => ({ here, entered }))).toEqual(
      stages.body.map(({ here, entered }: Record<string, unknown>) => ({ here, entered })),
    );
    const [withdrawn] = await world.db.query(`select state from delivery where channel = 'email'`);
    expect(withdrawn).toEqual({ state: 'failed' });
  });

  it('cannot be opened again, with all the keys of the operator', async () => {
    const { body } = await world.post(`/api/v1/feedback/${ids[0]}/reveal`, {});
    expect(body.text).toBe('=HYPERLINK("x") 请回电139****8765');
    expect((await world.post(`/api/v1/customers/${customerId}/export`, {})).body.customer).toMatchObject({
      name: null,
      phone: null,
    });
  });

  it('change nothing when they are used twice', async () => {
    const before = await dumpOf(world.db);
    const { body } = await world.post(`/api/v1/customers/${customerId}/erase`, {});
    expect(body).toEqual({ items: 0, keys: 0, deliveriesWithdrawn: 0 });
    const lines = (dump: string) => dump.split('\n').filter((line) => !line.startsWith('audit_entry') && !line.startsWith('api_key')); // prettier-ignore
    expect(lines(await dumpOf(world.db))).toEqual(lines(before));
  });

  it('let a person come back as somebody new', async () => {
    expect(await find({ phone: PHONE })).toEqual([]);
    const back = await world.collect({ text: '我又来了', customer: { phone: PHONE } });
    await world.settle();
    const [found] = await find({ phone: PHONE });
    expect(found).toMatchObject({ items: 1 });
    expect(found.id).not.toBe(customerId);
    const [row] = await world.db.query('select customer_id from feedback where id = $1', [back]);
    expect(row).toEqual({ customer_id: found.id });
  });

  it('are on the audit, without anything personal', async () => {
    const { body } = await world.get('/api/v1/audit?limit=200');
    const actions = body.items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['customer.found', 'customer.exported', 'customer.erased', 'personal.revealed'])); // prettier-ignore
    expect(JSON.stringify(body)).not.toMatch(/1391234|canary|金/);
  });

  it('are carried out by those who may only', async () => {
    const key = await world.keyWith('feedback:read', 'personal:read');
    for (const path of ['find', `${customerId}/export`, `${customerId}/erase`])
      expect(await world.call('POST', `/api/v1/customers/${path}`, { key, body: {} })).toMatchObject({ status: 403 });
  });
});
