import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, LoopWorld, RESOLUTION } from './support/loop-world.js';

const SAME = '地铁三号线里手机信号很弱，刷不开网页';

describe('an answer to a whole cluster, before and afterwards', () => {
  let world: LoopWorld;
  let cluster: string;
  let ids: string[];

  beforeAll(async () => {
    world = await LoopWorld.start({ config: { channels: ['email', 'log'], smtpUrl: 'smtp://127.0.0.1:1' } });
    const who = [{ email: 'a@example.com' }, { email: 'b@example.com' }, { phone: '13800138000' }];
    ids = await world.collectMany(who.map((customer) => ({ text: SAME, kind: 'complaint', customer })));
    await world.settle();
    await world.worker.clusters.drain();
    cluster = (await world.item(ids[0]!)).cluster.id;
  });
  afterAll(() => world.stop());

  const preview = (id: string, reply = '已修复。') =>
    world.post(`/api/v1/clusters/${id}/resolution/preview`, { reply });
  const outcome = async () => (await world.get(`/api/v1/clusters/${cluster}/outcome`)).body.resolutions;

  it('is tried without doing anything: how many, through what, who cannot be reached, and the words in both languages', async () => {
    const { status, body } = await preview(cluster, '基站已修复，请再试试。');
    expect(status).toBe(200);
    expect(body).toMatchObject({ affected: 3, looked: 3, channels: [{ channel: 'email', items: 2 }], unreachable: 1 });
    const [zh, en] = body.samples;
    expect(zh).toMatchObject({ language: 'zh', items: 3, sms: null });
    expect(zh.text).toContain('> 基站已修复，请再试试。');
    expect(en).toMatchObject({ language: 'en', items: 0 });
    expect(en.text).toContain('Dear customer');
    expect(await world.rows('resolution')).toEqual([0]);
    expect(await outcome()).toEqual([]);
  });

  it('is refused for a cluster that is not there, and for an empty reply', async () => {
    expect(await preview('019aa5d2-9d40-7c55-8a11-6b0e4d2f7c19')).toMatchObject({ status: 404 });
    expect(await preview(cluster, ' ')).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('counts only items without an answer of their own', async () => {
    await world.resolve(ids[2]!);
    expect((await preview(cluster)).body).toMatchObject({ affected: 2, unreachable: 0 });
  });

  it('comes to figures as soon as there are enough answers, and says how often it was raised before and after', async () => {
    await world.post(`/api/v1/clusters/${cluster}/resolution`, RESOLUTION);
    expect(await outcome()).toMatchObject([
      { items: 2, told: 0, asked: 0, answered: 0, solved: null, before: { voices: 3, perWeek: null } },
    ]);
    const [resolution] = await world.db.query<{ id: string }>('select id from resolution where cluster_id is not null');
    await world.db.query(
      `insert into survey (id, feedback_id, cycle, language, expires_at, answered_at, solved, score)
       select gen_random_uuid(), feedback_id, cycle, 'zh', loop_now() + interval '7 days', loop_now(), true, 10
       from item_resolution where resolution_id = $1`,
      [resolution!.id],
    );
    expect(await outcome()).toMatchObject([{ asked: 2, answered: 2, solved: null, notSolved: null, meanScore: null }]);
    world.clock.advance(14 * DAY);
    expect((await outcome())[0].after).toEqual({ weeks: 2, voices: 0, perWeek: 0 });
  });
});

describe('small curves', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterAll(() => world.stop());

  it('are of twelve times seven days, of every cluster that is asked for and known', async () => {
    const [id] = await world.collectMany(Array.from({ length: 5 }, () => ({ text: SAME })));
    await world.settle();
    await world.worker.clusters.drain();
    const cluster = (await world.item(id!)).cluster.id;
    const { size } = (await world.get(`/api/v1/clusters/${cluster}`)).body;
    world.clock.advance(8 * DAY);
    const stranger = '019aa5d2-9d40-7c55-8a11-6b0e4d2f7c19';
    const { body } = await world.get(`/api/v1/clusters/trends?ids=${cluster},${stranger}`);
    expect(body).toEqual([{ id: cluster, weeks: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, size, 0] }]);
    expect(await world.get('/api/v1/clusters/trends?ids=x')).toMatchObject({ status: 400 });
    expect(await world.get('/api/v1/clusters/trends')).toMatchObject({ status: 400 });
  });

  it('of a hot issue count what was raised hour by hour beside what is usual', async () => {
    await world.collectMany(Array.from({ length: 20 }, () => ({ text: '滨江没有信号', customer: { region: '滨江' } })));
    await world.settle();
    await world.worker.clusters.drain();
    await world.worker.figures.check();
    const [burst] = (await world.get('/api/v1/bursts')).body.items;
    const { body } = await world.get(`/api/v1/bursts/${burst.id}/curve`);
    expect(body.windowHours).toBe(burst.windowHours);
    expect(body.points).toHaveLength(7 * 24 + 1);
    const last = body.points.at(-1);
    expect(last).toMatchObject({ voices: burst.seen });
    expect(last.voices).toBeGreaterThan(last.high);
    expect(await world.get('/api/v1/bursts/999999/curve')).toMatchObject({ status: 404 });
  });
});
