import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { linkRepeats, type FreshItem } from './repeats.store.js';
import { priorityOfRepeat } from './repeats.js';
import { findSimilar } from './similar.store.js';

const DOWN = '家里宽带断网三天了，一直没人来修';
const BILL = '上个月话费账单多扣了二十元增值业务费';

describe('a customer who asks again', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    const limits = { statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000, applicationName: 'spec' };
    db = new Database({ url: database.url, poolSize: 8, ...limits }, new SystemClock());
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  /** An item that was received `daysAgo`. */
  async function item(customerId: string | null, text: string, daysAgo = 0): Promise<FreshItem> {
    const feedbackId = uuidv7();
    await db.query('insert into feedback (id, customer_id) values ($1, $2)', [feedbackId, customerId]);
    await db.query(
      `insert into feedback_words (feedback_id, text, received_at, accepted_by) values ($1, $2, loop_now() - make_interval(days => $3), 'spec')`,
      [feedbackId, text, daysAgo],
    );
    return { feedbackId, customerId, text };
  }

  const link = (...items: FreshItem[]) => db.transaction((tx) => linkRepeats(tx, items, 90));
  const stored = (...items: FreshItem[]) =>
    db.query<{ id: string; first: string; exact: boolean }>(
      'select feedback_id as id, first_id as first, exact from repeat where feedback_id = any($1::uuid[]) order by feedback_id',
      [items.map(({ feedbackId }) => feedbackId)],
    );

  it('is linked to what was said first, word for word or nearly, and so is the third time', async () => {
    const customer = randomUUID();
    const first = await item(customer, DOWN, 5);
    expect(await link(first)).toEqual(new Map());
    const second = await item(customer, `您好，${DOWN}！谢谢`, 3);
    expect(await link(second)).toEqual(
      new Map([[second.feedbackId, { firstId: first.feedbackId, similarity: 1, exact: true }]]),
    );
    const third = await item(customer, '宽带断网好几天了，家里一直没人来修');
    expect((await link(third)).get(third.feedbackId)).toMatchObject({ firstId: first.feedbackId, exact: false });
    expect(await stored(first, second, third)).toEqual([
      { id: second.feedbackId, first: first.feedbackId, exact: true },
      { id: third.feedbackId, first: first.feedbackId, exact: false },
    ]);
  });

  it('is linked within a batch, to the one received first, in whatever order they come', async () => {
    const customer = randomUUID();
    const [late, early, middle] = [
      await item(customer, DOWN),
      await item(customer, DOWN, 2),
      await item(customer, DOWN, 1),
    ];
    const found = await link(late, early, middle);
    expect([...found.keys()].sort()).toEqual([late.feedbackId, middle.feedbackId].sort());
    expect(new Set([...found.values()].map(({ firstId }) => firstId))).toEqual(new Set([early.feedbackId]));
  });

  it('has the earlier one made the first when that one is understood later', async () => {
    const customer = randomUUID();
    const [early, middle, late] = [
      await item(customer, BILL, 9),
      await item(customer, BILL, 6),
      await item(customer, BILL),
    ];
    await link(middle);
    await link(late);
    expect(await link(early)).toEqual(new Map());
    expect((await stored(early, middle, late)).map(({ id, first }) => [id, first])).toEqual([
      [middle.feedbackId, early.feedbackId],
      [late.feedbackId, early.feedbackId],
    ]);
  });

  it('is linked by two batches that are under way at the same time', async () => {
    const customers = Array.from({ length: 10 }, () => randomUUID());
    const items = await Promise.all(
      customers.flatMap((customer) => [0, 1, 2, 3].map((days) => item(customer, DOWN, days))),
    );
    const batches = [0, 1, 2, 3].map((turn) => items.filter((_, index) => index % 4 === turn));
    await Promise.all(batches.map((batch, turn) => link(...(turn % 2 === 0 ? batch : batch.toReversed()))));
    const rows = await stored(...items);
    expect(rows).toHaveLength(30);
    const firsts = items.filter((_, index) => index % 4 === 3).map(({ feedbackId }) => feedbackId);
    expect(new Set(rows.map(({ first }) => first))).toEqual(new Set(firsts));
  });

  it('is not linked with another matter, another customer, somebody unknown, or after the period', async () => {
    const [customer, other] = [randomUUID(), randomUUID()];
    const items = [
      await item(customer, DOWN),
      await item(customer, BILL),
      await item(other, DOWN),
      await item(null, DOWN),
      await item(null, DOWN),
      await item(customer, DOWN, 100),
      await item(customer, '😀'),
      await item(customer, '😀'),
    ];
    expect(await link(...items)).toEqual(new Map());
    expect(await stored(...items)).toEqual([]);
  });

  it('is linked once, however often a batch is repeated', async () => {
    const customer = randomUUID();
    const [first, second] = [await item(customer, BILL, 1), await item(customer, BILL)];
    expect((await link(first, second)).size).toBe(1);
    expect((await link(first, second)).size).toBe(0);
    expect(await stored(first, second)).toHaveLength(1);
  });

  it('is served one step sooner, and never sooner than now', () => {
    expect([5, 2, 1].map(priorityOfRepeat)).toEqual([4, 1, 1]);
  });

  it('finds the same matter of a named customer first, and half-written words too', async () => {
    const customer = randomUUID();
    const own = await item(customer, '小区电梯里手机没信号，电话打不出去', 1);
    const others = [
      await item(null, '小区电梯里手机没信号，电话打不出去了'),
      await item(null, 'The broadband router keeps rebooting'),
    ];
    await link(own, ...others);
    const { items } = await findSimilar(db, {
      text: '小区电梯里手机没信号，电话打不出去',
      limit: 2,
      customerId: customer,
    });
    expect(items.map(({ id, near, sameCustomer }) => [id, near, sameCustomer])).toEqual([
      [own.feedbackId, true, true],
      [others[0]!.feedbackId, true, false],
    ]);
    const ids = async (text: string) => (await findSimilar(db, { text, limit: 20 })).items.map(({ id }) => id);
    expect(await ids('电梯里手机没信')).toContain(own.feedbackId);
    expect(await ids('reboot')).toContain(others[1]!.feedbackId);
    expect(await ids('broadb')).toContain(others[1]!.feedbackId);
    expect(await ids('😀')).toEqual([]);
  });
});
