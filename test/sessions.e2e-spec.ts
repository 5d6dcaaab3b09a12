import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { listen } from './support/listening.js';
import { LoopWorld } from './support/loop-world.js';
import { makeProvinces, person, signIn } from './support/provinces.js';

describe('a session', () => {
  let world: LoopWorld;
  const withCookie = (cookie: string, method: string, path: string, body?: unknown) =>
    world.call(method, path, { key: '', cookie, body });
  /** Asked of the other process than the one that changes things. */
  const alive = async (cookie: string) =>
    (await fetch(world.address('/api/v1/me', 1), { headers: { cookie } })).status === 200;

  beforeAll(async () => {
    world = await LoopWorld.start({ apis: 2 });
    await makeProvinces(world);
  });
  afterAll(() => world.stop());

  it.each([
    ['is deactivated', { active: false }],
    ['gets other roles', { roles: ['auditor'] }],
    ['gets other units', { units: ['sd'] }],
    ['belongs to no unit any more', { units: [] }],
    ['may do something besides', { scopes: ['metrics:read'] }],
  ])('ends in every process when its person %s', async (_what, change) => {
    const { id, cookie } = await person(
      world,
      `changed.${Object.values(change).flat().join('').replace(/\W/g, '') || 'none'}`,
      {
        roles: ['case-owner'],
        units: ['gd'],
      },
    );
    expect(await alive(cookie)).toBe(true);
    expect((await world.call('PATCH', `/api/v1/people/${id}`, { body: change })).status).toBe(200);
    expect(await alive(cookie)).toBe(false);
  });

  it('stays when nothing changes that it stands for', async () => {
    const { id, cookie } = await person(world, 'stays', { roles: ['case-owner'], units: ['gd'] });
    const same = { roles: ['case-owner'], units: ['gd'], displayName: '王芳', scopes: ['units:read'] };
    expect((await world.call('PATCH', `/api/v1/people/${id}`, { body: same })).status).toBe(200);
    expect(await alive(cookie)).toBe(true);
  });

  it('ends when the password is reset by somebody else', async () => {
    const { id, cookie } = await person(world, 'reset', { roles: ['frontline'] });
    await world.post(`/api/v1/people/${id}/reset-password`, {});
    expect(await alive(cookie)).toBe(false);
  });

  it('that listens to the loop hears nothing more once it has ended', async () => {
    const { id, cookie } = await person(world, 'listener', { roles: ['quality'] });
    const ear = await listen(world.address('/api/v1/loop/events', 1), { cookie });
    const first = await world.collect('信号弱');
    await world.settle();
    const heard = [(await ear.next())!];
    expect(JSON.parse(heard[0]!.data).feedbackId).toBe(first);
    await world.call('PATCH', `/api/v1/people/${id}`, { body: { active: false } });
    const second = await world.collect('资费贵');
    await world.settle();
    for (let sent = await ear.next(); sent; sent = await ear.next()) heard.push(sent);
    expect(heard.map(({ data }) => JSON.parse(data).feedbackId)).not.toContain(second);
  });

  it('is listed to its person, who ends one or all', async () => {
    const { cookie } = await person(world, 'lister', { roles: ['frontline'] });
    const other = await signIn(world, 'lister');
    const list = async () => (await withCookie(cookie, 'GET', '/api/v1/me/sessions')).body.items as Json[];
    expect((await list()).map(({ current }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(await list())).not.toContain(cookie.split('=')[1]);
    const { id } = (await list()).find(({ current }) => !current);
    expect((await withCookie(cookie, 'DELETE', `/api/v1/me/sessions/${id}`)).status).toBe(204);
    expect([await alive(cookie), await alive(other)]).toEqual([true, false]);
    const third = await signIn(world, 'lister');
    expect((await withCookie(third, 'DELETE', '/api/v1/me/sessions')).status).toBe(204);
    expect([await alive(cookie), await alive(third)]).toEqual([false, false]);
  });

  it('of somebody else cannot be ended, and looks like none', async () => {
    const mine = await person(world, 'mine', { roles: ['frontline'] });
    const theirs = await person(world, 'theirs', { roles: ['frontline'] });
    const [session] = (await withCookie(theirs.cookie, 'GET', '/api/v1/me/sessions')).body.items;
    for (const id of [session.id, '01a00000-0000-7000-8000-000000000000', 'x'])
      expect((await withCookie(mine.cookie, 'DELETE', `/api/v1/me/sessions/${id}`)).status).toBe(404);
    expect(await alive(theirs.cookie)).toBe(true);
    expect((await world.get('/api/v1/me/sessions')).status).toBe(403);
  });

  it('is listed to an administrator of its person, who ends all of them', async () => {
    const { id, cookie } = await person(world, 'watched', { roles: ['frontline'], units: ['gd'] });
    expect((await world.get(`/api/v1/people/${id}/sessions`)).body.items).toHaveLength(1);
    const elsewhere = await person(world, 'boss.sd', { scopes: ['people:write'], roles: ['frontline'], units: ['sd'] });
    for (const [method, path] of [
      ['GET', `/api/v1/people/${id}`],
      ['GET', `/api/v1/people/${id}/sessions`],
      ['DELETE', `/api/v1/people/${id}/sessions`],
      ['POST', `/api/v1/people/${id}/reset-password`],
      ['GET', `/api/v1/people/${id}/logins`],
    ] as const)
      expect((await withCookie(elsewhere.cookie, method, path)).status).toBe(404);
    expect(await alive(cookie)).toBe(true);
    expect((await world.call('DELETE', `/api/v1/people/${id}/sessions`)).status).toBe(204);
    expect(await alive(cookie)).toBe(false);
  });

  it('gives nobody a way to hand out more than they have: neither rights nor units', async () => {
    const boss = await person(world, 'boss.gd', {
      roles: ['case-owner'],
      scopes: ['people:write', 'units:write'],
      units: ['gd'],
    });
    const add = (body: object) =>
      withCookie(boss.cookie, 'POST', '/api/v1/people', { username: `x${JSON.stringify(body).length}`, ...body });
    expect(await add({ roles: ['frontline'], units: ['gd-gz'] })).toMatchObject({
      status: 201,
      body: { units: ['gd-gz'] },
    });
    expect(await add({ roles: ['administrator'], units: ['gd'] })).toMatchObject({ body: { code: 'missing-scope' } });
    for (const units of [[], ['sd'], ['group'], ['gd', 'sd'], ['nowhere']])
      expect(await add({ roles: ['frontline'], units })).toMatchObject({
        status: 403,
        body: { code: 'outside-binding' },
      });
    const names = (await withCookie(boss.cookie, 'GET', '/api/v1/people')).body.items as Json[];
    expect(names.every(({ units }) => units.length > 0 && units.every((unit: string) => unit.startsWith('gd')))).toBe(
      true,
    );
    for (const [method, path, body] of [
      ['PATCH', 'units/sd', { nameZh: '我的' }],
      ['PATCH', 'units/sd', { parent: 'gd' }],
      ['PATCH', 'units/gd-gz', { parent: 'sd' }],
      ['POST', 'units', { code: 'new', level: 'province', nameZh: '新' }],
    ] as const)
      expect(await withCookie(boss.cookie, method, `/api/v1/${path}`, body)).toMatchObject({ status: 403 });
    const added = { code: 'gd-sz', parent: 'gd', level: 'city', nameZh: '深圳' };
    expect((await withCookie(boss.cookie, 'POST', '/api/v1/units', added)).status).toBe(201);
  });
});
