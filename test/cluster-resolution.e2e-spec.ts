import { verifyLedger } from '@huiyin/journey';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';

const SAME = '地铁三号线里手机信号很弱，刷不开网页';

describe('one resolution for everybody who said the same', () => {
  let world: LoopWorld;
  let cluster: string;
  let waiting: string[];
  let stranger: string;

  beforeAll(async () => {
    world = await LoopWorld.start();
    waiting = await world.collectMany(Array.from({ length: 5 }, () => ({ text: SAME, kind: 'complaint' })));
    stranger = await world.collect('话费账单多扣了二十元，请退还');
    await world.settle();
    await world.worker.clusters.drain();
    cluster = (await world.item(waiting[0]!)).cluster.id;
  });
  afterAll(() => world.stop());

  const resolveCluster = (id: string, body: object = RESOLUTION) =>
    world.post(`/api/v1/clusters/${id}/resolution`, body);

  /** One more of the same that has got as far as `route`. */
  async function onItsWay(): Promise<string> {
    const id = await world.collect({ text: SAME, kind: 'complaint' });
    await world.lane('collect').drain();
    await world.lane('analyze').drain();
    await world.worker.clusters.gather();
    expect(await world.item(id)).toMatchObject({ stage: 'route', state: 'ready', cluster: { id: cluster } });
    return id;
  }

  it('is given to the cluster that they are in, and to nobody else', async () => {
    for (const id of waiting) expect((await world.item(id)).cluster.id).toBe(cluster);
    expect((await world.item(stranger)).cluster?.id).not.toBe(cluster);
    const { body } = await world.get(`/api/v1/clusters/${cluster}`);
    expect(body).toMatchObject({ id: cluster, size: 5, open: 5, status: 'open' });
    const members = (await world.get(`/api/v1/clusters/${cluster}/feedback`)).body.items;
    expect(members.map(({ id }: Json) => id).sort()).toEqual([...waiting].sort());
  });

  it('is refused to a cluster that has become part of another, which it names', async () => {
    const [gone] = await world.db.query<{ id: string }>(
      `insert into cluster (id, name, category, language, size, cohesion, status, merged_into)
       values (gen_random_uuid(), '旧', 'network', 'zh', 0, 0.5, 'open', $1) returning id`,
      [cluster],
    );
    const refused = await resolveCluster(gone!.id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'cluster-merged', errors: [{ field: 'id' }] } });
    expect(refused.body.detail).toContain(cluster);
    expect((await world.item(waiting[0]!)).resolution).toBeNull();
  });

  it('reaches every open member, those on their way too, and says how many; closed ones and others it leaves alone', async () => {
    const closed = waiting[4]!;
    await world.post(`/api/v1/feedback/${closed}/dismissal`, { reason: '客户撤回' });
    const late = await onItsWay();
    const body = { ...RESOLUTION, reply: '三号线已新增基站。' };
    const answer = await resolveCluster(cluster, body);
    expect(answer).toMatchObject({ status: 202, body: { affected: 5, resolutionId: expect.any(String) } });
    await world.settle();
    for (const id of [...waiting.slice(0, 4), late]) {
      const { stage, resolution, deliveries } = await world.item(id);
      expect({ stage, id: resolution.id }).toEqual({ stage: 'recollect', id: answer.body.resolutionId });
      expect(deliveries[0].body).toContain('三号线已新增基站。');
    }
    expect(await world.item(closed)).toMatchObject({ state: 'closed', resolution: null, deliveries: [] });
    expect(await world.item(stranger)).toMatchObject({ stage: 'resolve', state: 'waiting', resolution: null });
    const visits = (await world.journey(late)).visits;
    expect(visits.map(({ stage, outcome }: Json) => `${stage} ${outcome}`)).toContain('resolve resolved');
    expect(visits[3].actor).toMatch(/^key:/);
  });

  it('is for those who were there: who says the same afterwards waits for a resolution of their own', async () => {
    const later = await onItsWay();
    await world.settle();
    expect(await world.item(later)).toMatchObject({ stage: 'resolve', state: 'waiting', resolution: null });
    expect((await resolveCluster(cluster)).body).toMatchObject({ affected: 1 });
    await world.settle();
    expect((await world.item(later)).stage).toBe('recollect');
  });

  it('leaves alone what has been resolved singly', async () => {
    const [single, other] = await world.collectMany([
      { text: SAME, kind: 'complaint' },
      { text: SAME, kind: 'complaint' },
    ]);
    await world.settle();
    await world.resolve(single!, { ...RESOLUTION, reply: '单独答复' });
    expect((await resolveCluster(cluster)).body).toMatchObject({ affected: 1 });
    await world.settle();
    expect((await world.item(single!)).resolution.reply).toBe('单独答复');
    expect((await world.item(other!)).stage).toBe('recollect');
  });

  it('given twice at the same moment, reaches each member once', async () => {
    const ids = await world.collectMany(Array.from({ length: 20 }, () => ({ text: SAME, kind: 'complaint' })));
    await world.settle();
    const answers = await Promise.all([resolveCluster(cluster), resolveCluster(cluster), resolveCluster(cluster)]);
    expect(answers.reduce((sum, { body }) => sum + body.affected, 0)).toBe(20);
    await world.settle();
    for (const id of ids) expect((await world.item(id)).deliveries).toHaveLength(2);
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });

  it('reaches members while workers carry them past, and loses none', async () => {
    await world.runAnotherWorker();
    const pieces = Array.from({ length: 60 }, () => ({ text: SAME, kind: 'complaint' }));
    const collected = world.collectMany(pieces);
    let affected = 0;
    const ids = await collected;
    while (affected < ids.length) affected += (await resolveCluster(cluster)).body.affected;
    await world.untilCount(
      'item_resolution i join feedback f on f.id = i.feedback_id where f.id = any($1) and f.stage = $2',
      [ids, 'recollect'],
      60,
    );
    expect(affected).toBe(60);
    expect(await verifyLedger(world.db, () => undefined)).toEqual([]);
  });

  it('answers 404 for a cluster that is not there, and 400 by name for a resolution that says nothing', async () => {
    const before = await world.rows('resolution');
    expect(await resolveCluster('01a00000-0000-7000-8000-000000000000')).toMatchObject({ status: 404 });
    expect(await resolveCluster('x')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const refused = await resolveCluster(cluster, { action: 'magic', summary: ' ' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(refused.body.errors.map(({ field }: Json) => field).sort()).toEqual(['action', 'reply', 'summary']);
    expect(await world.rows('resolution')).toEqual(before);
  });
});
