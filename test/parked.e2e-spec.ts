import { go, Lane, MAX_ATTEMPTS, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import { verifyLedger } from '@huiyin/journey';
import { CodedError } from '@huiyin/loop';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';

/** Analyses nothing, and chokes on one item until somebody mends it. */
class ChokingHandler extends StageHandler<'analyze'> {
  readonly stage = 'analyze';
  mended = false;

  constructor(private readonly poison: string) {
    super();
  }

  handle(items: readonly ItemAtStage[]): Promise<Map<string, Outcome<'analyze'>>> {
    if (!this.mended && items.some(({ id }) => id === this.poison))
      throw new CodedError('stage-failed', 'The dictionary has no entry for this.');
    return Promise.resolve(new Map(items.map(({ id }) => [id, go('analyzed', { kind: 'enquiry' })])));
  }
}

describe('an item at which a stage fails again and again', () => {
  let world: LoopWorld;
  let ids: string[];
  let poison: string;
  let handler: ChokingHandler;
  let lane: Lane;

  beforeAll(async () => {
    world = await LoopWorld.start();
    ids = await world.collectMany(Array.from({ length: 100 }, (_, index) => ({ text: `信号弱 ${index}` })));
    poison = ids[42]!;
    handler = new ChokingHandler(poison);
    lane = new Lane(world.db, handler, 500);
    await world.lane('collect').drain();
  });
  afterAll(() => world.stop());

  const parked = async () => (await world.get('/api/v1/feedback?state=parked')).body.items;

  it('does not hold up the ninety-nine others of its batch', async () => {
    expect(await lane.takeBatch()).toMatchObject({ moved: 99, failed: 1 });
    await world.lane('route').drain();
    await world.lane('resolve').drain();
    const { body } = await world.get('/api/v1/feedback?stage=resolve&limit=200');
    expect(body.items).toHaveLength(99);
    expect(await world.item(poison)).toMatchObject({
      stage: 'analyze',
      state: 'ready',
      error: { code: 'stage-failed' },
    });
  });

  it('is parked after five tries, where everybody can see it with its error', async () => {
    for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
      expect(await parked()).toEqual([]);
      world.clock.advance(20_000);
      await lane.takeBatch();
    }
    expect(await parked()).toMatchObject([{ id: poison, stage: 'analyze' }]);
    const { error } = await world.item(poison);
    expect(error).toEqual({
      code: 'stage-failed',
      detail: 'The dictionary has no entry for this.',
      at: expect.stringMatching(/^\d{4}-/),
    });
    const stages = (await world.get('/api/v1/loop/stages')).body;
    expect(stages[1]).toMatchObject({ stage: 'analyze', here: 1, parked: 1, ready: 0 });
    expect((await world.get('/metrics')).text).toContain('huiyin_items_parked{stage="analyze"} 1');
  });

  it('stays where it is, whatever time passes, until an operator gives it back', async () => {
    world.clock.advance(86_400_000);
    handler.mended = true;
    expect(await lane.takeBatch()).toMatchObject({ claimed: 0 });
    const reader = await world.keyWith('feedback:read', 'loop:read');
    const refused = await world.call('POST', '/api/v1/loop/parked/replay', { key: reader, body: {} });
    expect(refused).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
    const elsewhere = await world.post('/api/v1/loop/parked/replay', { stage: 'route' });
    expect(elsewhere).toMatchObject({ status: 200, body: { replayed: 0 } });
    expect(await world.post('/api/v1/loop/parked/replay', { ids: [ids[0], poison] })).toMatchObject({
      status: 200,
      body: { replayed: 1 },
    });
    expect(await world.item(poison)).toMatchObject({ state: 'ready', error: null });
  });

  it('goes on as if nothing had happened, with all of its time on record', async () => {
    await lane.takeBatch();
    await world.settle();
    expect(await world.standing(poison)).toBe('resolve waiting 1');
    const { visits } = await world.journey(poison);
    expect(visits.map(({ stage }: Json) => stage)).toEqual(['collect', 'analyze', 'route', 'resolve']);
    expect(visits[1].waitingSeconds + visits[1].workingSeconds).toBeGreaterThan(86_400);
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });
});
