import { AnalyzeHandler, OutsideTasks, Schooling, ThreadedMind } from '@huiyin/analyze';
import { Lane } from '@huiyin/bus';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

/** A mind whose threads do what a text says: `hang`, `die`; see the fixture. */
const POISON = new URL('../libs/2-analyze/src/threads/poison-mind.fixture.ts', import.meta.url);

let world: LoopWorld;
const minds: ThreadedMind[] = [];

/** The lane of analyze with a mind of our own. */
function laneWith(mind: ThreadedMind): Lane {
  minds.push(mind);
  const outside = world.worker.app.get(OutsideTasks);
  return new Lane(world.db, new AnalyzeHandler(mind, new Schooling(mind, 0), outside, 90), 100);
}

async function itemOf(id: string): Promise<Json> {
  return (await world.get(`/api/v1/feedback/${id}`)).body;
}

beforeAll(async () => {
  world = await LoopWorld.start();
});
afterAll(async () => {
  await Promise.all(minds.map((mind) => mind.close()));
  await world.stop();
});

describe('a text that cannot be analysed', () => {
  it('does not stop the lane: it goes on to route with what is known, and so do its neighbours', async () => {
    const [hangs, dies, sound] = await world.collectMany([
      { text: 'hang', kind: 'complaint' },
      { text: 'die' },
      { text: '家里宽带断网三天了，请尽快处理' },
    ]);
    await world.lane('collect').drain();
    const { moved, failed } = await laneWith(new ThreadedMind({ threads: 1, limitMs: 1_000, url: POISON })).drain();
    expect({ moved, failed }).toEqual({ moved: 3, failed: 0 });
    expect(await itemOf(hangs!)).toMatchObject({
      stage: 'route',
      kind: 'complaint',
      analysis: { analysable: false, reason: 'time-limit', kind: 'complaint', category: 'general.other' },
    });
    expect(await itemOf(dies!)).toMatchObject({ stage: 'route', analysis: { analysable: false, reason: 'error' } });
    expect(await itemOf(sound!)).toMatchObject({
      stage: 'route',
      analysis: {
        analysable: true,
        reason: null,
        category: 'broadband.fault.down',
        urgencyReasons: expect.arrayContaining(['deadline']),
        scores: { kind: expect.any(Number), category: expect.any(Number), urgency: expect.any(Number) },
      },
    });
    await world.lane('route').drain();
    expect((await itemOf(hangs!)).stage).toBe('resolve');
  });

  it.each([
    ['emoji', '😀😡'],
    ['marks', '!!!???'],
    ['directions', '\u200f\u202e'],
    ['base64', `${'QUJD'.repeat(400)}==`],
  ])('says that there are no words in %s', async (_, text) => {
    const id = await world.collect(text);
    await world.lane('collect').drain();
    await world.lane('analyze').drain();
    expect(await itemOf(id)).toMatchObject({ stage: 'route', analysis: { analysable: false, reason: 'no-words' } });
  });
});

describe("an operator's own words", () => {
  const TEXT = '我要办理畅享芒芒卡业务';
  const categoryNow = async (lane: Lane): Promise<string> => {
    const id = await world.collect(TEXT);
    await world.lane('collect').drain();
    await lane.drain();
    return (await itemOf(id)).analysis.category;
  };

  it('change how a worker that runs reads, without a restart, and back', async () => {
    const lane = laneWith(new ThreadedMind({ threads: 1, limitMs: 5_000 }));
    expect(await categoryNow(lane)).not.toBe('spam.calls.harass');
    const cue = { word: '畅享芒芒卡', kind: 'cue', category: 'spam.calls.harass' };
    expect(await world.post('/api/v1/dictionary', { words: [cue] })).toMatchObject({ status: 200, body: { words: 1 } });
    expect((await world.get('/api/v1/dictionary')).body).toEqual([
      { ...cue, addedBy: expect.stringMatching(/^key:/), addedAt: expect.any(String) },
    ]);
    expect(await categoryNow(lane)).toBe('spam.calls.harass');
    const path = `/api/v1/dictionary?word=${encodeURIComponent('畅享芒芒卡')}`;
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect(await categoryNow(lane)).not.toBe('spam.calls.harass');
    expect(await world.call('DELETE', path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each([
    [{ word: '' }],
    [{ word: 'x'.repeat(41) }],
    [{ word: 'two words' }],
    [{ word: '词', kind: 'cue' }],
    [{ word: '词', kind: 'cue', category: 'no.such.thing' }],
    [{ word: '词', kind: 'stop', category: 'spam.calls.harass' }],
    [{ word: '词', kind: 'verb' }],
    [{ word: '词', colour: 'red' }],
  ])('are refused when they make no sense: %j', async (word) => {
    const { status, body } = await world.post('/api/v1/dictionary', { words: [{ word: '好词' }, word] });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation-failed' });
    expect((await world.get('/api/v1/dictionary')).body).toEqual([]);
  });

  it('are changed by nobody without the scope', async () => {
    const key = await world.keyWith('feedback:read', 'rules:write');
    const words = { body: { words: [{ word: '好词' }] }, key };
    expect((await world.call('POST', '/api/v1/dictionary', words)).status).toBe(403);
    expect((await world.call('GET', '/api/v1/dictionary', { key })).status).toBe(200);
  });
});
