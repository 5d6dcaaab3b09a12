import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { micros, secondsInMicros, visitsOf } from './support/journey.js';
import { LoopWorld } from './support/loop-world.js';

const COMPLAINT = {
  text: '家里宽带昨晚断网三个小时，客服电话也打不通，请尽快修复。',
  channel: 'hotline',
  customer: { name: '王小明', phone: '13812341234' },
};

describe('one item, all the way round', () => {
  let world: LoopWorld;
  let id: string;
  let token: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('is accepted with a receipt that names it, and is on record before the receipt is sent', async () => {
    const { status, body } = await world.post('/api/v1/feedback', COMPLAINT);
    expect(status).toBe(202);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/),
      reference: expect.stringMatching(/^HY-\d{4}-\d{6}$/),
      stage: 'collect',
      cycle: 1,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      duplicate: false,
    });
    id = body.id;
    expect(await world.item(body.reference)).toMatchObject({ id, text: COMPLAINT.text, stage: 'collect' });
  });

  it('is understood, and given to a unit with a time limit, by itself', async () => {
    await world.settle();
    expect(await world.item(id)).toMatchObject({
      stage: 'resolve',
      state: 'waiting',
      waitingFor: 'team',
      unit: 'group',
      language: 'zh',
      analysis: { language: 'zh', sentiment: { label: 'negative' }, category: expect.stringMatching(/^broadband\./) },
      cluster: { id: expect.any(String), name: expect.stringMatching(/./) },
      limitAt: expect.any(String),
      customer: { name: '王**', phone: '138****1234' },
      overdue: false,
    });
  });

  it('counts as worked on from the moment somebody takes it in hand', async () => {
    expect(await world.post(`/api/v1/feedback/${id}/take`, undefined)).toMatchObject({ status: 204 });
    const visit = visitsOf(await world.journey(id)).at(-1);
    expect(visit).toMatchObject({ stage: 'resolve', startedAt: expect.any(String), leftAt: null, outcome: null });
  });

  it('is resolved by a person, and the customer is told what was done', async () => {
    await world.resolve(id, { action: 'fixed', summary: '更换光猫', reply: '光猫已更换，网络已恢复。' });
    expect(await world.standing(id)).toBe('deliver ready 1');
    await world.settle();
    const [answer, survey] = (await world.get(`/api/v1/feedback/${id}/deliveries`)).body;
    expect(answer).toMatchObject({ purpose: 'answer', channel: 'log', state: 'sent', to: '138****1234', attempts: 1 });
    expect(answer.body).toContain('光猫已更换，网络已恢复。');
    expect(answer.body).not.toContain('更换光猫');
    expect(survey).toMatchObject({ purpose: 'survey', state: 'sent', sentAt: expect.any(String) });
    expect(await world.item(id)).toMatchObject({
      resolution: { action: 'fixed', summary: '更换光猫', cycle: 1 },
      deliveries: [answer, survey],
      limitAt: null,
    });
  });

  it('asks the customer on a page that needs no key, no script, and is kept nowhere', async () => {
    token = await world.surveyToken(id);
    const page = await world.call('GET', `/s/${token}`, { key: '' });
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('光猫已更换，网络已恢复。') });
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(page.text).not.toMatch(/<script|更换光猫|王小明/);
    expect(await world.standing(id)).toBe('recollect waiting 1');
  });

  it('closes when the customer says that it helped', async () => {
    const { reference } = await world.item(id);
    expect(await world.answer(token, { solved: true, score: 9 })).toMatchObject({
      status: 200,
      body: { reference, solved: true },
    });
    expect(await world.item(id)).toMatchObject({
      state: 'closed',
      closedAt: expect.any(String),
      surveys: [{ cycle: 1, solved: true, score: 9, comment: null }],
    });
  });

  it('has a journey whose visits follow one another without a gap and sum to its age, to the microsecond', async () => {
    const journey = await world.journey(id);
    const visits = visitsOf(journey);
    expect(visits.map(({ stage, outcome, actor }) => `${stage} ${outcome} ${actor.split(':')[0]}`)).toEqual([
      'collect collected system',
      'analyze analyzed system',
      'route routed system',
      'resolve resolved key',
      'deliver delivered system',
      'recollect confirmed customer',
    ]);
    visits.slice(1).forEach((visit, index) => expect(visit.enteredAt).toBe(visits[index]!.leftAt));
    const { receivedAt, closedAt } = await world.item(id);
    expect(visits[0]!.enteredAt).toBe(receivedAt);
    expect(visits.at(-1)!.leftAt).toBe(closedAt);
    const age = micros(closedAt) - micros(receivedAt);
    expect(visits.reduce((sum, visit) => sum + secondsInMicros(visit), 0)).toBe(age);
    expect(Math.round(journey.totalSeconds * 1e6)).toBe(age);
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });

  it('is told by six events, in the order in which they happened', async () => {
    const events = await world.events(6);
    expect(events.map(({ name, seq, next }) => `${seq} ${name} ${next}`)).toEqual([
      '1 feedback.collected analyze',
      '2 feedback.analyzed route',
      '3 feedback.routed resolve',
      '4 feedback.resolved deliver',
      '5 feedback.delivered recollect',
      '6 feedback.confirmed closed',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/王小明|138\d{8}|138\*|宽带/);
  });

  it('shows in the figures of the stages', async () => {
    const stages = (await world.get('/api/v1/loop/stages')).body;
    expect(stages.map(({ stage, here, entered, left }: Json) => [stage, here, entered, left])).toEqual([
      ['collect', 0, 1, 1],
      ['analyze', 0, 1, 1],
      ['route', 0, 1, 1],
      ['resolve', 0, 1, 1],
      ['deliver', 0, 1, 1],
      ['recollect', 0, 1, 1],
    ]);
    for (const { inStage, waiting, working } of stages) expect(inStage.p50).toBeCloseTo(waiting.p50 + working.p50, 6);
  });
});
