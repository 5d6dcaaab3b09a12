import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { dumpOf, found } from './support/dump.js';
import { LoopWorld } from './support/loop-world.js';

const PHONE = '13912348765';
const EMAIL = 'canary.bird@example.com';
const CUSTOMER = { name: '金丝雀', phone: '139 1234 8765', email: EMAIL, region: '广东' };
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let world: LoopWorld;
const [item, quiet, customer] = [uuidv7(), uuidv7(), uuidv7()];

/** What the version before had in the database: everything in the clear. */
async function asBefore(): Promise<void> {
  const { db } = world;
  await db.query(`insert into customer (id, name, phone, email, region) values ($1, $2, $3, $4, '广东')`, [
    customer,
    CUSTOMER.name,
    CUSTOMER.phone,
    EMAIL,
  ]);
  await db.query(`insert into customer_identity values ('phone', $1, $3), ('email', $2, $3)`, [PHONE, EMAIL, customer]);
  await db.query(
    `insert into feedback (id, customer_id, stage, state, closed_at, close_reason)
     values ($1, $3, 'recollect', 'closed', loop_now(), '客户 ' || $4 || ' 不再需要'), ($2, null, 'recollect', 'closed', loop_now(), 'x')`,
    [item, quiet, customer, PHONE],
  );
  await db.query(
    `insert into feedback_words (feedback_id, text, accepted_by, customer, tags, attributes)
     values ($1, '请回电' || $3, 'key:1', $4, '{}', json_build_object('contact', $3::text)), ($2, '没有号码', 'key:1', null, '{}', '{}')`,
    [item, quiet, PHONE, JSON.stringify(CUSTOMER)],
  );
  await db.query(
    `insert into analysis (feedback_id, cycle, analysable, language, kind, kind_source, category, category_score, sentiment,
       sentiment_score, urgency, keywords, because, search, model)
     values ($1, 1, true, 'zh', 'fault', 'rules', 'general.other', 0, 'neutral', 0, 0, array[$2, '回电'], json_build_object('kind', json_build_array($2::text)), to_tsvector('simple', '回电 ' || $2), 'm')`,
    [item, PHONE],
  );
  await db.query(
    `with c as (insert into cluster (id, name, category, language, size, summary) values (gen_random_uuid(), '回电 ' || $2, 'general', 'zh', 1, '请打' || $2) returning id)
     insert into cluster_member (feedback_id, cluster_id, score) select $1, id, 1 from c`,
    [item, PHONE],
  );
  await db.query(
    `insert into delivery (id, feedback_id, cycle, purpose, channel, subject, body, state, sent_at)
     values (gen_random_uuid(), $1, 1, 'answer', 'log', 's', '已致电' || $2, 'sent', loop_now())`,
    [item, PHONE],
  );
  await db.query(
    `insert into survey (id, feedback_id, cycle, language, expires_at, answered_at, solved, comment)
     values (gen_random_uuid(), $1, 1, 'zh', loop_now(), loop_now(), true, '打' || $2)`,
    [item, PHONE],
  );
}

beforeAll(async () => {
  world = await LoopWorld.start();
  await asBefore();
});
afterAll(() => world.stop());

describe('what an earlier version stored in the clear', () => {
  it('is masked for whoever reads it before it is sealed', async () => {
    expect((await world.item(item)).customer).toMatchObject({ name: '金**', phone: '139****8765' });
  });

  it('is sealed by the worker, batch by batch, until nothing is left of it', async () => {
    expect(found(await dumpOf(world.db), [PHONE, EMAIL, '金丝雀'])).not.toEqual([]);
    await world.worker.upkeep.prepare();
    expect(await world.worker.upkeep.sealOld()).toBe(2);
    expect(await world.worker.upkeep.sealOld()).toBe(0);
    expect(found(await dumpOf(world.db), [PHONE, '139 1234 8765', EMAIL, '金丝雀'])).toEqual([]);
  });

  it('can still be seen in full, found, and recognised', async () => {
    const { body } = await world.post(`/api/v1/feedback/${item}/reveal`, {});
    expect(body).toMatchObject({ text: `请回电${PHONE}`, customer: CUSTOMER, attributes: { contact: PHONE } });
    expect(body.deliveries).toMatchObject([{ body: `已致电${PHONE}` }]);
    expect(body.surveys).toMatchObject([{ comment: `打${PHONE}` }]);
    const { body: people } = await world.post('/api/v1/customers/find', { phone: PHONE });
    expect(people.items).toMatchObject([{ id: customer, items: 1 }]);
    const again = await world.collect({ text: '又来了', customer: { email: EMAIL } });
    await world.settle();
    const [row] = await world.db.query('select customer_id from feedback where id = $1', [again]);
    expect(row).toEqual({ customer_id: customer });
  });

  it('keeps the words of the search that tell nothing', async () => {
    const [row] = await world.db.query(`select search::text, keywords from analysis where feedback_id = $1`, [item]);
    expect(row).toEqual({ search: `'回电':1`, keywords: ['回电'] });
  });

  it('is erased with everything else', async () => {
    await world.post(`/api/v1/customers/${customer}/erase`, {});
    const { body } = await world.post(`/api/v1/feedback/${item}/reveal`, {});
    expect(body).toMatchObject({ text: '请回电139****8765', attributes: { contact: '139****8765' } });
  });
});

describe('a secret in the clear', () => {
  it('of a source still signs, and is sealed when it is next stored', async () => {
    await world.db.query(
      `insert into source (name, callback_url, secret) values ('old', 'https://crm.example/in', $1)`,
      [SECRET],
    );
    const { body } = await world.call('PUT', '/api/v1/sources/old', {
      body: { callbackUrl: 'https://crm.example/2', secret: SECRET },
    });
    expect(body.secret ?? SECRET).toBe(SECRET);
  });
});
