import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { Breaker } from './breaker.js';
import { type Asked, FakeModel, OutsideWorld, vectorsAnswer } from './fake-model.fixture.js';
import { MAX_OUTSIDE_TRIES } from './outside.js';

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

type Answering = FakeModel['answer'];

function vectors(embedding: unknown): Answering {
  return (_, response) => FakeModel.json(response, { data: [{ index: 0, embedding }] });
}
function status(code: number, headers: Record<string, string> = {}): Answering {
  return ({ raw }, response) => response.writeHead(code, headers).end(raw);
}

describe('a model that', () => {
  const bad: [string, Answering, string][] = [
    ['fails', status(500), 'HTTP 500.'],
    ['says that it is busy', status(429), 'HTTP 429: the server is busy.'],
    ['does not take the key', status(401), 'HTTP 401: the server does not take the key.'],
    ['is not there', status(404), 'HTTP 404: the server knows no such address or no such model.'],
    ['sends elsewhere', status(307, { location: '/v1/elsewhere' }), 'HTTP 307: redirects are not followed.'],
    ['answers with garbage', (_, response) => response.end('<html>'), 'The answer is no JSON.'],
    ['answers with nothing', (_, response) => response.end(), 'The answer is no JSON.'],
    ['answers with something else', (_, response) => FakeModel.json(response, { ok: true }), 'The answer has no list "data".'],
    ['answers with null', (_, response) => FakeModel.json(response, null), 'The answer has no list "data".'],
    ['gives too many vectors', (_, response) => FakeModel.json(response, vectorsAnswer(['a', 'b'])), 'The answer has 2 vectors for 1 texts.'],
    ['gives none', (_, response) => FakeModel.json(response, { data: [] }), 'The answer has 0 vectors for 1 texts.'],
    ['gives a wrong index', (_, response) => FakeModel.json(response, { data: [{ index: 7, embedding: [1] }] }), 'The answer has a wrong index.'],
    ['gives NaN', (_, response) => response.end('{"data":[{"index":0,"embedding":[NaN,1]}]}'), 'The answer is no JSON.'],
    ['gives nothing for a number', vectors([null, 1]), 'The answer has a vector that is no list of numbers.'],
    ['gives text for a number', vectors(['1', '2']), 'The answer has a vector that is no list of numbers.'],
    ['gives a number too large', (_, response) => response.end('{"data":[{"index":0,"embedding":[1e300,1]}]}'), 'The answer has a number that is not finite.'],
    ['gives zeros', vectors([0, 0, 0]), 'The answer has a vector of nothing but zeros.'],
    ['gives no dimension', vectors([]), 'The answer has a vector of 0 dimensions.'],
    ['gives too many dimensions', (_, response) => response.end(`{"data":[{"index":0,"embedding":[${'1,'.repeat(16_384)}1]}]}`), 'The answer has a vector of 16385 dimensions.'],
    ['gives base64 that is none', vectors('AAA?'), 'The answer has a broken base64.'],
    ['answers without end', endless, 'The answer is longer than 64 KiB.'],
    ['hangs up', (_, __, request) => request.socket.destroy(), 'The connection broke off (UND_ERR_SOCKET).'],
    ['hangs up in the middle', (_, response) => (response.writeHead(200).write('{"data"', () => response.socket?.destroy()), undefined), 'The connection broke off (UND_ERR_SOCKET).'],
    ['is slow to begin', () => undefined, 'No answer within 300 ms.'],
    ['is slow to end', (_, response) => void response.writeHead(200).write('{"data"'), 'No answer within 300 ms.'],
  ]; // prettier-ignore

  function endless(_: Asked, response: import('node:http').ServerResponse): void {
    const drip = setInterval(() => response.write('x'.repeat(16_384)), 1);
    response.on('close', () => clearInterval(drip));
  }

  it.each(bad)('%s costs one try and leaves everything as it was', async (_, answer, error) => {
    await world.wanted(['信号不好']);
    world.model.answer = answer;
    await world.lane({ timeoutMs: 300 }).takeBatch();
    expect(await world.errors()).toEqual([error]);
    expect((await world.standing())[0]).toMatch(/^vector pending [01]$/);
    expect(world.model.asked).toHaveLength(1);
    expect(await world.db.query('select 1 from embedding')).toEqual([]);
    // Neither key nor words, although the server repeats them.
    expect(JSON.stringify([world.troubles, await world.errors()])).not.toMatch(/hush|信号/);
    world.model.reset();
    world.clock.advance(3_600_000);
    await world.lane().drain();
    expect((await world.standing())[0]).toMatch(/^vector done/);
  });

  it('is not there at all is asked again later, and no text is given up for it', async () => {
    await world.wanted(['信号不好']);
    const gone = new FakeModel();
    await gone.start();
    await gone.stop();
    const lane = world.lane({ vector: { url: gone.url, model: 'fake', key: '' } }, new Breaker(() => 0));
    for (let i = 0; i < 4; i++, world.clock.advance(3_600_000)) await lane.takeBatch();
    expect(await world.standing()).toEqual(['vector pending 0']);
    expect(await world.errors()).toEqual(['The server was not reached (ECONNREFUSED).']);
  });

  it('goes on failing has its tasks given up in the end', async () => {
    await world.wanted(['信号不好']);
    world.model.answer = status(500);
    let now = 0;
    const lane = world.lane({}, new Breaker(() => (now += 3_600_000)));
    for (let i = 0; i < 12; i++, world.clock.advance(86_400_000)) await lane.drain();
    expect(await world.standing()).toEqual([`vector failed ${MAX_OUTSIDE_TRIES}`]);
    expect(await world.errors()).toEqual([`HTTP 500. (given up after ${MAX_OUTSIDE_TRIES} tries)`]);
    expect(world.model.asked).toHaveLength(MAX_OUTSIDE_TRIES);
  });

  it('keeps failing is left alone, and nothing is taken up meanwhile', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `第${i}次反映`);
    await world.wanted(texts);
    world.model.answer = status(500);
    let now = 0;
    const lane = world.lane({}, new Breaker(() => now));
    await lane.drain();
    const calls = world.model.asked.length;
    expect(calls).toBeGreaterThanOrEqual(5);
    expect(calls).toBeLessThanOrEqual(6);
    expect(world.troubles.at(-1)).toBe('vector: HTTP 500. It is left alone for 10 s.');
    expect(await lane.takeBatch()).toBe(0);
    expect(world.model.asked).toHaveLength(calls);
    now = 10_000;
    world.model.reset();
    world.clock.advance(60_000);
    await lane.drain();
    expect(new Set(await world.standing())).toEqual(new Set(['vector done 2', 'vector done 1']));
  });

  it('asks to be left alone for a while is left alone', async () => {
    await world.wanted(['信号不好']);
    world.model.answer = status(429, { 'retry-after': '120' });
    let now = 0;
    const lane = world.lane({}, new Breaker(() => now));
    await lane.takeBatch();
    expect(world.troubles).toEqual(['vector: HTTP 429: the server is busy. It is left alone for 120 s.']);
    world.model.reset();
    now = 119_000;
    world.clock.advance(119_000);
    expect(await lane.takeBatch()).toBe(0);
    now = 121_000;
    world.clock.advance(2_000);
    expect(await lane.takeBatch()).toBe(1);
    expect(await world.standing()).toEqual(['vector done 1']);
  });

  it('has a key that cannot be sent says so without the key', async () => {
    await world.wanted(['信号不好']);
    await world.lane({ vector: { url: world.model.url, model: 'fake', key: 'sk-hush\nbad' } }).takeBatch();
    expect(await world.errors()).toEqual(['The call could not be made: check the address and the key.']);
  });
});

describe('a slow chat model', () => {
  it('holds up no vector', async () => {
    await world.nameless(['套餐太贵', '资费贵']);
    const ids = await world.wanted(['信号不好']);
    const chat = new Promise<() => void>((resolve) => {
      world.model.answer = (asked, response) => {
        if (asked.path.endsWith('/embeddings')) return FakeModel.well(asked, response);
        resolve(() => FakeModel.well(asked, response));
      };
    });
    const lane = world.lane();
    lane.start();
    const late = await chat;
    while (!(await world.standing()).includes('vector done 1')) lane.wake();
    late();
    await lane.stop();
    expect(ids).toHaveLength(1);
    expect(await world.standing()).toEqual(['wording done 1', 'vector done 1']);
  });
});
