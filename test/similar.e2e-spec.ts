import { linkRepeats, type FreshItem } from '@huiyin/analyze';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const SAID = '家里宽带断网两天了，光猫一直闪红灯';
const CALLER = { name: '王小明', phone: '138 0013 8000' };

describe('a clerk who writes down what a customer says', () => {
  let world: LoopWorld;
  let others: string[];
  let first: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    others = await world.collectMany([
      { text: '您好，家里宽带断网两天了，光猫闪红灯，谢谢', customer: { phone: '13900000001' } },
      { text: '家裡寬頻斷網兩天了，光貓一直閃紅燈！！', customer: { phone: '13900000002' } },
      { text: '宽带断网了，光猫一直亮红灯' },
      { text: '营业厅的停车位太少', customer: { phone: '13900000003' } },
    ]);
    await understood(others);
  });
  afterAll(() => world.stop());

  /** Lets the loop work; what it has linked by then, it is not linked again. */
  async function understood(ids: readonly string[]): Promise<void> {
    await world.settle();
    const items = await world.db.query<FreshItem>(
      `select f.id as "feedbackId", f.customer_id as "customerId", w.subject, w.text
       from feedback f join feedback_words w on w.feedback_id = f.id where f.id = any($1::uuid[])`,
      [ids],
    );
    await world.db.transaction((tx) => linkRepeats(tx, items, 90));
  }

  async function similar(query: Record<string, string>): Promise<Json> {
    const { status, body } = await world.get(`/api/v1/feedback/similar?${new URLSearchParams(query).toString()}`);
    expect(status).toBe(200);
    return body;
  }

  it.each(['宽带断', '家里宽带断网两', SAID])(
    'sees at %j that three others have said so, with their cluster',
    async (text) => {
      const { items, clusters } = await similar({ text });
      expect(items.map(({ id }: Json) => id).sort()).toEqual(others.slice(0, 3).sort());
      expect(items[0]).toMatchObject({
        reference: expect.stringMatching(/^HY-\d{4}-\d{6}$/),
        stage: 'resolve',
        state: 'waiting',
        receivedAt: expect.any(String),
        sameCustomer: false,
      });
      const inCluster = items.filter(({ cluster }: Json) => cluster !== null).map(({ cluster }: Json) => cluster.id);
      expect(clusters.map(({ id }: Json) => id).sort()).toEqual([...new Set(inCluster)].sort());
      expect(items.map(({ similarity }: Json) => similarity)).toEqual(
        items.map(({ similarity }: Json) => similarity).sort((a: number, b: number) => b - a),
      );
    },
  );

  it('is told which of them say the same at high certainty', async () => {
    const { items } = await similar({ text: SAID });
    const near = items.filter((item: Json) => item.near).map(({ id }: Json) => id);
    expect(near).toEqual(expect.arrayContaining(others.slice(0, 2)));
    expect(near).not.toContain(others[3]);
    expect((await similar({ text: '无线耳机', limit: '20' })).items).toEqual([]);
    expect((await similar({ text: SAID, limit: '1' })).items).toHaveLength(1);
  });

  it('hands it in, and when the customer asks again, both are linked and the clerk sees it before', async () => {
    first = await world.collect({ text: SAID, customer: CALLER });
    await understood([first]);
    const { items } = await similar({ text: '家里宽带断网，光猫闪红灯', customer: '+86 13800138000' });
    expect(items[0]).toMatchObject({ id: first, sameCustomer: true });
    const again = await world.collect({ text: `${SAID}，谢谢`, customer: { phone: '13800138000' } });
    const third = await world.collect({ text: '宽带断网好几天了，家里光猫一直闪红灯', customer: CALLER });
    await understood([again, third]);
    const { reference } = await world.item(first);
    expect(await world.item(again)).toMatchObject({ repeatOf: { id: first, reference }, repeats: [] });
    expect(await world.item(third)).toMatchObject({ repeatOf: { id: first, reference }, repeats: [] });
    const { repeatOf, repeats } = await world.item(first);
    expect(repeatOf).toBeNull();
    expect(repeats).toEqual([
      { id: again, reference: expect.any(String), receivedAt: (await world.item(again)).receivedAt },
      { id: third, reference: expect.any(String), receivedAt: (await world.item(third)).receivedAt },
    ]);
    expect(await world.item(others[0]!)).toMatchObject({ repeatOf: null, repeats: [] });
  });

  it.each([
    ['nothing', '', 'text'],
    ['an empty text', 'text=', 'text'],
    ['a blank text', 'text=%20%20', 'text'],
    ['a text too long', `text=${'a'.repeat(10_001)}`, 'text'],
    ['two texts', 'text=a&text=b', 'text'],
    ['a limit of none', 'text=a&limit=0', 'limit'],
    ['a limit too high', 'text=a&limit=21', 'limit'],
    ['an empty customer', 'text=a&customer=', 'customer'],
    ['what nobody knows', 'text=a&unit=x', 'unit'],
  ])('is refused %s by name', async (_, query, field) => {
    const { status, body } = await world.get(`/api/v1/feedback/similar?${query}`);
    expect({ status, code: body.code, field: body.errors?.[0]?.field }).toEqual({
      status: 400,
      code: 'validation-failed',
      field,
    });
  });

  it.each([
    ['a wall', 'a'.repeat(10_000)],
    ['emoji', '😀😀'],
    ['marks of SQL', `'; drop table fingerprint; --\\ %_$1`],
    ['a NUL that is none', '断\u200b网'],
    ['an unknown customer', '断网', 'nobody@example.org'],
    ['a customer that is no number', '断网', '???'],
  ])('is answered about %s', async (_, text, customer = '') => {
    expect((await similar({ text, ...(customer && { customer }) })).items.length).toBeLessThanOrEqual(5);
  });

  it('is refused what has no room in an address, and who may not read', async () => {
    const long = await world.get(`/api/v1/feedback/similar?text=${encodeURIComponent('断'.repeat(9_000))}`);
    expect(long).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    const key = await world.keyWith('feedback:write');
    expect(await world.call('GET', '/api/v1/feedback/similar?text=a', { key })).toMatchObject({ status: 403 });
  });
});
