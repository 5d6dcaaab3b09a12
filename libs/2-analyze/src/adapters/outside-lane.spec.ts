import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { FakeModel, OutsideWorld, vectorFor, vectorsAnswer } from './fake-model.fixture.js';
import { MAX_OUTSIDE_TRIES } from './outside.js';
import { readEmbeddings } from './outside-results.store.js';
import { claimVectorTasks, readOutsideLevels, settleExpiredTasks } from './outside-tasks.store.js';

let database: TestDatabase;
let world: OutsideWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = new OutsideWorld(database.url);
  await world.model.start();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});
beforeEach(() => world.clear());

describe('without an endpoint', () => {
  const off = { vector: null, wording: null };

  it('nothing is asked for, nothing is stored and nothing leaves', async () => {
    const ids = await world.items(['信号不好', '资费太贵']);
    const cluster = await world.cluster(ids);
    const tasks = world.tasks(off);
    await world.db.transaction(async (tx) => {
      await tasks.requestVectors(tx, ids);
      await tasks.requestWording(tx, [cluster]);
    });
    const lane = world.lane(off);
    lane.start();
    expect(await lane.drain()).toBe(0);
    await lane.stop();
    expect(tasks.vectorModel).toBeNull();
    expect(await world.standing()).toEqual([]);
    expect(world.model.asked).toEqual([]);
  });

  it('tasks of the day before, when there was one, stay as they are', async () => {
    await world.wanted(['信号不好']);
    expect(await world.lane(off).drain()).toBe(0);
    expect(await world.standing()).toEqual(['vector pending 0']);
    expect(world.model.asked).toEqual([]);
  });
});

describe('vectors', () => {
  it('are asked for in calls of limited size and stored as they were given', async () => {
    const texts = ['信号不好', '资费太贵了', '网速很慢很慢', '宽带断了', '客服态度差', '想办停机'];
    const ids = await world.wanted(texts);
    expect(await world.lane().drain()).toBe(6);
    expect(world.model.asked.map(({ body }) => body.input?.length).sort()).toEqual([2, 4]);
    expect(world.model.asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer sk-hush' });
    const stored = await readEmbeddings(world.db, 'fake', ids);
    expect(ids.map((id) => [...(stored.get(id) ?? [])])).toEqual(texts.map(vectorFor));
    expect(await world.standing()).toEqual(texts.map(() => 'vector done 1'));
  });

  it('are asked for once for each model and cycle, however often a stage says so', async () => {
    const [id = ''] = await world.wanted(['信号不好']);
    const again = () => world.db.transaction((tx) => world.tasks().requestVectors(tx, [id, id]));
    await again();
    await world.lane().drain();
    await again();
    expect(await world.standing()).toEqual(['vector done 1']);
    await world.db.query('update feedback set cycle = 2 where id = $1', [id]);
    await again();
    await world.lane().drain();
    expect(await world.standing()).toEqual(['vector done 1', 'vector done 1']);
    expect(await world.db.query('select 1 from embedding')).toHaveLength(1);
  });

  it('come back to their texts by index, also as base64', async () => {
    const ids = await world.wanted(['一个字', '两个字了', '三个']);
    world.model.answer = ({ body: { input = [] } }, response) => {
      const data = input.map((text, index) => {
        const embedding = Buffer.from(Float32Array.from(vectorFor(text)).buffer).toString('base64');
        return { index, embedding };
      });
      FakeModel.json(response, { data: data.reverse() });
    };
    await world.lane().drain();
    const stored = await readEmbeddings(world.db, 'fake', ids);
    expect(ids.map((id) => stored.get(id)?.[0])).toEqual([3.5, 4.5, 2.5]);
  });

  it('are not asked for where no word is left, and texts are cut', async () => {
    const ids = await world.wanted(['13800138000', '😀😀😀', `长${'很'.repeat(3_000)}`]);
    await world.lane().drain();
    expect(await world.standing()).toEqual(['vector failed 1', 'vector failed 1', 'vector done 1']);
    expect(world.model.asked.flatMap(({ body }) => body.input?.map(({ length }) => length))).toEqual([500]);
    expect((await readEmbeddings(world.db, 'fake', ids)).size).toBe(1);
  });

  it('of another length than those that are there already are not taken', async () => {
    await world.wanted(['信号不好']);
    await world.lane().drain();
    await world.wanted(['资费太贵']);
    world.model.answer = (_, response) => FakeModel.json(response, { data: [{ index: 0, embedding: [1, 2] }] });
    await world.lane().takeBatch();
    expect(await world.standing()).toEqual(['vector done 1', 'vector pending 1']);
    expect((await world.errors())[1]).toBe("The answer has 2 dimensions where this model's other vectors have 3.");
  });

  it('that a model refuses for one text come for the others', async () => {
    world.model.answer = (asked, response) => {
      if (asked.raw.includes('毒')) FakeModel.json(response, { error: { message: asked.raw } }, 400);
      else FakeModel.well(asked, response);
    };
    await world.wanted(['信号不好', '有毒', '网速慢', '资费贵']);
    const lane = world.lane();
    for (let i = 0; i < 3; i++, world.clock.advance(60_000)) await lane.drain();
    expect(await world.standing()).toEqual(['vector done 3', 'vector failed 3', 'vector done 3', 'vector done 3']);
    expect((await world.errors())[1]).toBe('HTTP 400: the server does not take this.');
    expect(world.troubles.at(-1)).toMatch(/^vector: 1 failed for good; the built-in way stays/);
    world.model.reset();
    const [{ id }] = (await world.db.query<{ id: string }>(`select feedback_id as id from outside_task where state = 'failed'`)) as [{ id: string }]; // prettier-ignore
    await world.db.transaction((tx) => world.tasks().requestVectors(tx, [id]));
    await world.lane().drain();
    expect(await readOutsideLevels(world.db)).toEqual([]);
  });
});

describe('a lane that dies', () => {
  it('between call and store leaves its tasks to another, and each is stored once', async () => {
    const ids = await world.wanted(['信号不好', '资费太贵']);
    // What a killed process leaves behind: tasks under a lease, and no answer.
    const claim = { purpose: 'vector', token: '00000000-0000-4000-8000-000000000000', leaseSeconds: 30 } as const;
    expect(await world.db.transaction((tx) => claimVectorTasks(tx, claim, 10))).toHaveLength(2);
    expect(await world.lane().drain()).toBe(0);
    expect(await world.standing()).toEqual(['vector running 1', 'vector running 1']);
    world.clock.advance(31_000);
    expect(await world.lane().drain()).toBe(2);
    expect(await world.standing()).toEqual(['vector done 2', 'vector done 2']);
    expect((await readEmbeddings(world.db, 'fake', ids)).size).toBe(2);
  });

  it('and comes back late with its answer is not heard', async () => {
    const ids = await world.wanted(['信号不好']);
    let late = () => {};
    world.model.answer = (_, response) => {
      late = () => FakeModel.json(response, { data: [{ index: 0, embedding: [9, 9, 9] }] });
    };
    const arrived = world.model.arrival();
    const frozen = world.lane().takeBatch();
    await arrived;
    world.clock.advance(3_600_000);
    world.model.answer = FakeModel.well;
    expect(await world.lane().drain()).toBe(1);
    late();
    await frozen;
    expect([...((await readEmbeddings(world.db, 'fake', ids)).values().next().value ?? [])]).toEqual(
      vectorFor('信号不好'),
    );
    expect(await world.standing()).toEqual(['vector done 2']);
  });

  it('again and again over the same text gives it up', async () => {
    await world.wanted(['信号不好']);
    const claim = { purpose: 'vector', token: '00000000-0000-4000-8000-000000000000', leaseSeconds: 30 } as const;
    for (let i = 0; i < MAX_OUTSIDE_TRIES; i++) {
      expect(await world.db.transaction((tx) => claimVectorTasks(tx, claim, 10))).toHaveLength(1);
      world.clock.advance(31_000);
      await world.db.transaction((tx) => settleExpiredTasks(tx, 'vector'));
    }
    expect(await world.standing()).toEqual([`vector failed ${MAX_OUTSIDE_TRIES}`]);
    expect(await world.errors()).toEqual(['The worker stopped before it wrote down the answer.']);
    expect(await readOutsideLevels(world.db)).toEqual([{ purpose: 'vector', state: 'failed', count: 1 }]);
  });
});

describe('many lanes at once', () => {
  it('ask for each vector once', async () => {
    const ids = await world.wanted(Array.from({ length: 60 }, (_, i) => `第${i}次反映`));
    const lanes = [world.lane(), world.lane(), world.lane()];
    await Promise.all(lanes.map((lane) => lane.drain()));
    expect(world.model.asked.flatMap(({ body }) => body.input)).toHaveLength(60);
    expect((await readEmbeddings(world.db, 'fake', ids)).size).toBe(60);
  });

  it('keep to the gate that is closed while history is written', async () => {
    await world.wanted(['信号不好']);
    const client = await world.db.pool.connect();
    await client.query('select pg_advisory_lock(7204551)');
    expect(await world.lane().takeBatch()).toBe(0);
    await client.query('select pg_advisory_unlock(7204551)');
    client.release();
    expect(await world.lane().takeBatch()).toBe(1);
  });
});

describe('a lane that runs', () => {
  it('finds what is asked for by itself', async () => {
    const lane = world.lane();
    lane.start();
    const arrived = world.model.arrival();
    await world.wanted(['信号不好']);
    lane.wake();
    await arrived;
    await lane.stop();
    expect(await world.standing()).toEqual(['vector done 1']);
  });

  it('is not held up by a model that hangs when it is to stop: the tasks are given back', async () => {
    const ids = await world.wanted(['信号不好']);
    world.model.answer = () => undefined;
    const lane = world.lane({ timeoutMs: 60_000 });
    const arrived = world.model.arrival();
    lane.start();
    await arrived;
    await lane.stop();
    expect(await world.standing()).toEqual(['vector pending 0']);
    expect(world.troubles).toEqual([]);
    world.model.answer = (asked, response) => FakeModel.json(response, vectorsAnswer(asked.body.input ?? []));
    await world.lane().drain();
    expect((await readEmbeddings(world.db, 'fake', ids)).size).toBe(1);
  });
});
