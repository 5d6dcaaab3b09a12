import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';
import { makeProvinces, person } from './support/provinces.js';

const PHONE = '13912345678';
const CUSTOMER = { name: '王小明', phone: PHONE, region: '广东' };

describe('what whoever takes a call is told while the customer is talking', () => {
  let world: LoopWorld;
  let cookies: Record<'gd' | 'sd', string>;
  const as = (cookie: string, method: string, path: string, body?: object) =>
    world.call(method, path, { key: '', cookie, ...(body ? { body } : {}) });

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    const frontline = (unit: string) => person(world, `f.${unit}`, { roles: ['frontline'], units: [unit] });
    cookies = { gd: (await frontline('gd')).cookie, sd: (await frontline('sd')).cookie };
  });
  afterAll(() => world.stop());

  it('is the customer, masked, with what they wait for, and only those of whom they may see something', async () => {
    const first = await world.collect({ text: '宽带断网两天了', unit: 'gd', customer: CUSTOMER });
    await world.settle();
    const recognise = (cookie: string) =>
      as(cookie, 'POST', '/api/v1/customers/recognise', { phone: '+86 139 1234 5678' });
    expect(await recognise(cookies.gd)).toMatchObject({
      status: 200,
      body: { customer: { name: '王**', phone: '139****5678', region: '广东' }, open: [{ id: first }], closed: 0 },
    });
    expect((await recognise(cookies.sd)).body).toEqual({ customer: null, open: [], closed: 0 });
    expect((await as(cookies.gd, 'POST', '/api/v1/customers/recognise', { phone: '13900000000' })).body.customer).toBe(
      null,
    );
    const looks = await world.get('/api/v1/audit?action=customer.found');
    expect(looks.body.items.length).toBe(3);
    expect(JSON.stringify(looks.body)).not.toContain(PHONE);
  });

  it('is what the analysis makes of the words, which are kept nowhere', async () => {
    const before = await world.rows('feedback_words');
    const answer = await as(cookies.gd, 'POST', '/api/v1/feedback/understand', {
      text: '宽带断网，光猫亮红灯，请尽快修复',
    });
    expect(answer).toMatchObject({ status: 200, body: { kind: 'fault', analysable: true, language: 'zh' } });
    expect(answer.body.category).toMatch(/^broadband\./);
    expect(await world.rows('feedback_words')).toEqual(before);
    const taxonomy = await as(cookies.gd, 'GET', '/api/v1/taxonomy');
    expect(taxonomy.body).toContainEqual(
      expect.objectContaining({ code: answer.body.category, zh: expect.any(String) }),
    );
  });

  it('and what they attach to stays there, whether it has been analysed or not', async () => {
    const other = await world.collect({ text: '三号线地铁里没有信号', unit: 'gd', customer: CUSTOMER });
    await world.settle();
    const { cluster } = await world.item(other);
    const handIn = async (text: string, customer?: object) =>
      (await as(cookies.gd, 'POST', '/api/v1/feedback', { text, customer })).body.id as string;
    const same = (id: string, body: object) => as(cookies.gd, 'POST', `/api/v1/feedback/${id}/same-as`, body);

    const early = await handIn('话费账单看不懂');
    expect((await same(early, { item: other })).body).toEqual({ cluster, repeatOf: null });
    const late = await handIn('营业厅排队太久', CUSTOMER);
    await world.settle();
    expect((await same(late, { cluster: cluster.id })).body).toEqual({ cluster, repeatOf: null });
    expect((await same(late, { item: other })).body).toEqual({ cluster, repeatOf: other });
    for (const id of [early, late]) expect((await world.item(id)).cluster).toEqual(cluster);
    expect((await world.item(late)).repeatOf).toMatchObject({ id: other });
    expect((await world.get(`/api/v1/clusters/${cluster.id}`)).body.size).toBe(3);

    expect(await same(late, {})).toMatchObject({ status: 400 });
    expect(await same(late, { item: late })).toMatchObject({ status: 400 });
    expect(await same(other, { item: late })).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
  });
});
