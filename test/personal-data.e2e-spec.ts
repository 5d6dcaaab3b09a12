import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpOf, found } from './support/dump.js';
import { LoopWorld } from './support/loop-world.js';

const PHONE = '13912348765';
const OTHER_PHONE = '13687654321';
const EMAIL = 'canary.bird@example.com';
const IDENTITY = '11010519491231002X';
const CARD = '4532015112830366';
const NAME = '欧阳金丝雀';
/** What nobody who has only the database may find in it. */
const CANARIES = [PHONE, OTHER_PHONE, EMAIL, IDENTITY, CARD, NAME];
const TEXT = `宽带断了，我是${NAME}，身份证${IDENTITY}，请回电139 1234 8765或${OTHER_PHONE}，卡号${CARD}`;
const PIECE = {
  text: TEXT,
  subject: `请联系${EMAIL}`,
  customer: { name: NAME, phone: '+86 139-1234-8765', email: EMAIL, region: '广东' },
  tags: ['宽带', `号码${PHONE}`],
  attributes: { contact: PHONE, deep: { list: [Number(OTHER_PHONE)] }, plan: '5G' },
  source: 'crm',
  externalId: 'canary-1',
};

let world: LoopWorld;
let id: string;

beforeAll(async () => {
  world = await LoopWorld.start();
  id = await world.collect(PIECE);
  await world.settle();
  const reply = `已致电${PHONE}，如需帮助请联系 ${EMAIL}。`;
  await world.resolve(id, { action: 'fixed', summary: `回访 ${OTHER_PHONE}`, reply });
  await world.settle();
  const token = await world.surveyToken(id);
  expect(await world.answer(token, { solved: false, score: 2, comment: `还是不行，打${PHONE}` })).toMatchObject({
    status: 200,
  });
  await world.settle();
});
afterAll(() => world.stop());

describe('personal data', () => {
  it('is nowhere in the database in the clear', async () => {
    const dump = await dumpOf(world.db);
    expect(dump).toContain('宽带断了');
    expect(found(dump, CANARIES)).toEqual([]);
  });

  it('is not in the database in parts either: not in the search, not in keywords', async () => {
    for (const q of [PHONE, EMAIL, IDENTITY, NAME]) {
      const { body } = await world.get(`/api/v1/feedback?q=${encodeURIComponent(q)}`);
      expect(body.items).toEqual([]);
    }
    const { body } = await world.get(`/api/v1/feedback?q=${encodeURIComponent('宽带')}`);
    expect(body.items).toHaveLength(1);
  });

  it('is masked in lists and on the item, for whoever looks', async () => {
    const item = await world.item(id);
    expect(item.customer).toMatchObject({
      name: '欧**',
      phone: '139****8765',
      email: 'c***@example.com',
      region: '广东',
    });
    expect(item.text).toBe('宽带断了，我是欧**，身份证****002X，请回电139****8765或136****4321，卡号****0366');
    expect(item.subject).toBe('请联系c***@example.com');
    expect(item.attributes).toEqual({ contact: '139****8765', deep: { list: ['136****4321'] }, plan: '5G' });
    expect(item.tags).toEqual(['宽带', '号码139****8765']);
    expect(item.surveys[0].comment).toBe('还是不行，打139****8765');
    const answers = await Promise.all([world.get('/api/v1/feedback'), world.get(`/api/v1/feedback/${id}/deliveries`)]);
    expect(found(JSON.stringify([item, ...answers]), CANARIES)).toEqual([]);
  });

  it('leaves the words as the customer reads them: the message that goes out holds what was written', async () => {
    const { body } = await world.post(`/api/v1/feedback/${id}/reveal`, { reason: 'spec' });
    const answer = body.deliveries.find(({ purpose }: { purpose: string }) => purpose === 'answer');
    expect(answer.body).toContain(`已致电${PHONE}，如需帮助请联系 ${EMAIL}。`);
  });

  it('is shown in full to whoever may see it and asks, and that is on the audit', async () => {
    const key = await world.keyWith('feedback:read', 'personal:read');
    const { status, body } = await world.call('POST', `/api/v1/feedback/${id}/reveal`, {
      key,
      body: { reason: '核实' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ text: TEXT, subject: PIECE.subject, attributes: PIECE.attributes, tags: PIECE.tags });
    expect(body.customer).toEqual(PIECE.customer);
    expect(body.surveys[0].comment).toBe(`还是不行，打${PHONE}`);
    const full = await world.call('GET', `/api/v1/feedback/${id}?reveal=true`, { key });
    expect(full.body).toMatchObject({ text: TEXT, customer: { name: NAME, email: EMAIL } });
    const { body: audit } = await world.get(`/api/v1/audit?action=personal.revealed&subject=feedback:${id}&limit=2`);
    const actor = `key:${key.split('_')[1]}`;
    expect(audit.items).toMatchObject([
      { actor, details: {} },
      { actor, details: { reason: '核实' } },
    ]);
    expect(found(JSON.stringify(audit), CANARIES)).toEqual([]);
  });

  it('is not shown to who may only read', async () => {
    const key = await world.keyWith('feedback:read');
    const before = await world.db.query(`select from audit_entry where action = 'personal.revealed'`);
    expect(await world.call('POST', `/api/v1/feedback/${id}/reveal`, { key, body: {} })).toMatchObject({ status: 403 });
    expect(await world.call('GET', `/api/v1/feedback/${id}?reveal=true`, { key })).toMatchObject({ status: 403 });
    expect(await world.db.query(`select from audit_entry where action = 'personal.revealed'`)).toHaveLength(
      before.length,
    );
  });

  it('does not stand in the events of the loop or in the metrics', async () => {
    const events = await world.events(6);
    const metrics = await world.get('/metrics');
    expect(found(JSON.stringify([events, metrics]), CANARIES)).toEqual([]);
  });

  it('is recognised all the same: the same piece is a duplicate, the same person the same customer', async () => {
    expect(await world.post('/api/v1/feedback', PIECE)).toMatchObject({ status: 200, body: { id, duplicate: true } });
    const again = await world.collect({ text: '又断了', customer: { phone: '0086139 1234 8765' } });
    const stranger = await world.collect({ text: '也断了', customer: { phone: '13912348766' } });
    await world.settle();
    const rows = await world.db.query<{ customer: string }>(
      'select customer_id as customer from feedback where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
      [[id, again, stranger]],
    );
    expect(rows[0]!.customer).toBe(rows[1]!.customer);
    expect(rows[2]!.customer).not.toBe(rows[0]!.customer);
  });
});

describe('a sealed value', () => {
  it('does not open in another row', async () => {
    const other = await world.collect({ text: `打${OTHER_PHONE}`, customer: { phone: '13500001111' } });
    await world.db.query(
      `update feedback_words w set sealed = o.sealed, key_id = o.key_id from feedback_words o
       where w.feedback_id = $1 and o.feedback_id = $2`,
      [other, id],
    );
    const { status, body } = await world.post(`/api/v1/feedback/${other}/reveal`, {});
    expect(status).toBe(500);
    expect(found(JSON.stringify(body), CANARIES)).toEqual([]);
  });
});
