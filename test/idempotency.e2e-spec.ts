import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { send, type Answer } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

const AT_ONCE = 50;

describe('handing the same piece in again', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start({ apis: 2 });
  });
  afterAll(() => world.stop());

  /** To both API processes in turn. */
  function submit(body: object, idempotencyKey?: string, turn = 0, key = world.key): Promise<Answer> {
    const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
    return send('POST', world.address('/api/v1/feedback', turn % 2), { key, body, headers });
  }

  function atOnce(one: (turn: number) => Promise<Answer>): Promise<Answer[]> {
    return Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => one(turn)));
  }

  /** Exactly one was new, all name the same item, and there is one row of it. */
  async function expectOneItem(answers: readonly Answer[], before: readonly number[]): Promise<void> {
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(answers.length - 1);
    for (const { status, body } of answers) expect(body.duplicate).toBe(status === 200);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
    expect(await world.rows('feedback', 'feedback_words')).toEqual(before.map((count) => count + 1));
  }

  it(`makes one item of ${AT_ONCE} equal requests at once with one Idempotency-Key, at two API processes`, async () => {
    const before = await world.rows('feedback', 'feedback_words');
    await expectOneItem(await atOnce((turn) => submit({ text: 'same key' }, 'key-1', turn)), before);
  });

  it(`makes one item of ${AT_ONCE} requests at once with the same source and externalId`, async () => {
    const before = await world.rows('feedback', 'feedback_words');
    const body = { text: 'same row', source: 'crm', externalId: '4711' };
    await expectOneItem(await atOnce((turn) => submit(body, undefined, turn)), before);
  });

  it(`makes one item of ${AT_ONCE} requests at once when each has a key of its own for the same externalId`, async () => {
    const before = await world.rows('feedback', 'feedback_words');
    const body = { text: 'same row', source: 'crm', externalId: '4712' };
    const answers = await atOnce((turn) => submit(body, `own-${turn}`, turn));
    await expectOneItem(answers, before);
    const again = await submit(body, 'own-31');
    expect(again).toMatchObject({ status: 200, body: { id: answers[0]!.body.id, duplicate: true } });
  });

  it('does not mix up a crowd in which some are equal and some are not', async () => {
    const answers = await atOnce((turn) => submit({ text: `piece ${turn % 10}` }, `crowd-${turn % 10}`, turn));
    const idsOf = (piece: number) =>
      new Set(answers.filter((_, turn) => turn % 10 === piece).map(({ body }) => body.id));
    expect(Array.from({ length: 10 }, (_, piece) => idsOf(piece).size)).toEqual(Array(10).fill(1));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(10);
  });

  it('refuses a key that comes with another body, also when both come at once', async () => {
    await submit({ text: 'first' }, 'key-2');
    const before = await world.rows('feedback', 'idempotency_key');
    const refused = await submit({ text: 'second' }, 'key-2', 1);
    expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency-conflict' } });
    expect(await world.rows('feedback', 'idempotency_key')).toEqual(before);
    const answers = await atOnce((turn) => submit({ text: turn % 2 ? 'odd' : 'even' }, 'key-3', Math.floor(turn / 2)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(AT_ONCE / 2);
  });

  it('knows a body again whose fields stand in another order', async () => {
    const { body } = await submit({ text: 'x', customer: { name: 'a', phone: '1' }, tags: ['b'] }, 'key-4');
    const again = await submit({ tags: ['b'], customer: { phone: '1', name: 'a' }, text: 'x' }, 'key-4');
    expect(again).toMatchObject({ status: 200, body: { id: body.id, duplicate: true } });
    expect(await submit({ text: 'x', tags: ['c'] }, 'key-4')).toMatchObject({ status: 422 });
  });

  it('says where the item stands by now', async () => {
    const { body } = await submit({ text: '信号弱', source: 'crm', externalId: 'later' }, 'key-5');
    await world.settle();
    const standing = {
      id: body.id,
      reference: body.reference,
      stage: 'resolve',
      cycle: 1,
      receivedAt: body.receivedAt,
    };
    const again = { text: '信号弱', source: 'crm', externalId: 'later' };
    expect(await submit(again, 'key-5')).toMatchObject({ status: 200, body: { ...standing, duplicate: true } });
    expect(await submit(again)).toMatchObject({ status: 200, body: { ...standing, duplicate: true } });
  });

  it('keeps the keys of different senders apart', async () => {
    const other = await world.keyWith('feedback:write');
    const { body } = await submit({ text: 'mine' }, 'key-6');
    const theirs = await submit({ text: 'theirs' }, 'key-6', 0, other);
    expect(theirs).toMatchObject({ status: 202, body: { duplicate: false } });
    expect(theirs.body.id).not.toBe(body.id);
  });

  it('takes the same externalId of different sources, and equal words without a key, for different pieces', async () => {
    const [before = 0] = await world.rows('feedback');
    for (const body of [{ source: 'a', externalId: '1' }, { source: 'b', externalId: '1' }, {}, {}])
      expect(await submit({ text: 'same words', ...body })).toMatchObject({ status: 202 });
    expect(await world.rows('feedback')).toEqual([before + 4]);
  });

  it.each(['', 'with space', 'a'.repeat(256), '\u00fc'])('refuses the key %j', async (key) => {
    const before = await world.rows('feedback', 'idempotency_key');
    expect(await submit({ text: 'x' }, key)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ field: 'Idempotency-Key' }] },
    });
    expect(await world.rows('feedback', 'idempotency_key')).toEqual(before);
  });

  it.each([`'; drop table feedback; --`.replaceAll(' ', '+'), '{}', '%00', '../../x', 'a'.repeat(255)])(
    'takes the odd key %j for what it is: a key',
    async (key) => {
      const { body } = await submit({ text: 'odd' }, key);
      expect(await submit({ text: 'odd' }, key)).toMatchObject({ status: 200, body: { id: body.id } });
    },
  );
});
