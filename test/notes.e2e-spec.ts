import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { makeProvinces, person } from './support/provinces.js';

describe('what colleagues write to each other about an item', () => {
  let world: LoopWorld;
  let cookies: Record<'gd' | 'sd', string>;
  const as = (cookie: string, method: string, path: string, body?: object) =>
    world.call(method, path, { key: '', cookie, ...(body ? { body } : {}) });

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    const owner = (unit: string) => person(world, `o.${unit}`, { roles: ['case-owner'], units: [unit] });
    cookies = { gd: (await owner('gd')).cookie, sd: (await owner('sd')).cookie };
  });
  afterAll(() => world.stop());

  it('a unit that is asked sees the item from then on, finds the question, and its answer ends it', async () => {
    const id = await world.collect({
      text: '宽带断网',
      unit: 'gd',
      customer: { name: '王小明', phone: '13912345678' },
    });
    await world.settle();
    const path = `/api/v1/feedback/${id}/notes`;
    expect(await as(cookies.sd, 'GET', path)).toMatchObject({ status: 404 });
    const asked = await as(cookies.gd, 'POST', path, { text: '王小明 13912345678 的光缆在你们那边吗？', unit: 'sd' });
    expect(asked).toMatchObject({ status: 201, body: { unit: 'sd', replyTo: null, cycle: 1, authorName: 'o.gd' } });
    expect(asked.body.text).not.toMatch(/王小明|13912345678/);
    expect((await as(cookies.sd, 'GET', '/api/v1/questions')).body).toMatchObject([
      { id: asked.body.id, feedbackId: id },
    ]);
    expect((await as(cookies.gd, 'GET', '/api/v1/questions')).body).toEqual([]);
    expect(await as(cookies.sd, 'GET', `/api/v1/feedback/${id}`)).toMatchObject({ status: 200 });
    expect((await as(cookies.sd, 'GET', '/api/v1/feedback')).body.items.map((item: Json) => item.id)).toEqual([id]);

    const answered = await as(cookies.sd, 'POST', path, { text: '是，昨晚割接。', replyTo: asked.body.id });
    expect(answered).toMatchObject({ status: 201, body: { replyTo: asked.body.id } });
    expect((await as(cookies.sd, 'GET', '/api/v1/questions')).body).toEqual([]);
    expect((await as(cookies.gd, 'GET', path)).body.map(({ authorName }: Json) => authorName)).toEqual([
      'o.gd',
      'o.sd',
    ]);
    const { actor } = { actor: asked.body.author as string };
    expect((await as(cookies.sd, 'GET', `/api/v1/actors?of=${actor},system`)).body).toEqual([{ actor, name: 'o.gd' }]);
    const audit = await world.get('/api/v1/audit?action=request.made');
    expect(audit.body.items.filter(({ subject }: Json) => subject.endsWith('/notes'))).toHaveLength(2);
  });

  it('refuses a question of another item, and goes when the customer is erased', async () => {
    const [one, two] = await world.collectMany([
      { text: '断网', unit: 'gd', customer: { phone: '13911112222' } },
      { text: '断网了', unit: 'gd' },
    ]);
    await world.settle();
    const note = await world.post(`/api/v1/feedback/${one}/notes`, { text: '客户很着急', unit: 'sd' });
    const stray = await world.post(`/api/v1/feedback/${two}/notes`, { text: '好', replyTo: note.body.id });
    expect(stray).toMatchObject({ status: 404 });
    await world.post(`/api/v1/feedback/${one}/notes`, { text: '好', replyTo: note.body.id });
    const [customer] = (await world.post('/api/v1/customers/find', { phone: '13911112222' })).body.items;
    expect(await world.post(`/api/v1/customers/${customer.id}/erase`, {})).toMatchObject({ status: 200 });
    expect((await world.get(`/api/v1/feedback/${one}/notes`)).body).toEqual([]);
  });

  it('shows what customers would read and through what, and sends nothing', async () => {
    const id = await world.collect({ text: '宽带断网，请修复', customer: { name: '王小明', phone: '13912345678' } });
    await world.settle();
    const { reference } = await world.item(id);
    const reply = '王小明您好，线路已修复。';
    const shown = await world.post('/api/v1/resolutions/preview', { items: [reference, id], reply });
    expect(shown).toMatchObject({ status: 200, body: [{ id, reference, channel: 'log', to: '139****5678' }] });
    expect(shown.body[0].body).toContain('您好，线路已修复。');
    expect(shown.body[0].body).not.toContain('王小明');
    expect((await world.item(id)).deliveries).toEqual([]);
    await world.resolve(id, { action: 'fixed', summary: '已修', reply });
    await world.settle();
    const [answer] = (await world.item(id)).deliveries;
    expect(answer).toMatchObject({ channel: 'log', to: '139****5678', body: shown.body[0].body });
  });
});
