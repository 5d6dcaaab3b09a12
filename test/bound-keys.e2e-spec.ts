import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

const HOUR = 3_600_000;

describe('a key of another system', () => {
  let world: LoopWorld;
  const as = (key: string, method: string, path: string, body?: unknown) => world.call(method, path, { key, body });
  const idOf = (key: string) => key.split('_')[1]!;
  const known = async (key: string, api = 0) =>
    (await fetch(world.address('/api/v1/me', api), { headers: { authorization: `Bearer ${key}` } })).status === 200;

  beforeAll(async () => {
    world = await LoopWorld.start({ apis: 2 });
    await makeProvinces(world);
  });
  afterAll(() => world.stop());

  it('that is bound writes its source and its unit only, and what it leaves out is filled in', async () => {
    const key = await keyOf(world, { source: 'crm-gd', unit: 'gd', scopes: ['feedback:write', 'feedback:read'] });
    const written = await as(key, 'POST', '/api/v1/feedback', { text: '套餐太贵', externalId: 'A-1' });
    expect(written.status).toBe(202);
    expect(await world.item(written.body.id)).toMatchObject({ source: 'crm-gd', unit: 'gd', externalId: 'A-1' });
    expect((await as(key, 'POST', '/api/v1/feedback', { text: '套餐', source: 'crm-gd', unit: 'gd-gz' })).status).toBe(
      202,
    );
    for (const [field, body] of [
      ['source', { text: '套餐', source: 'crm-sd' }],
      ['unit', { text: '套餐', unit: 'sd' }],
      ['unit', { text: '套餐', unit: 'group' }],
      ['unit', { text: '套餐', unit: 'nowhere' }],
    ] as const) {
      const refused = await as(key, 'POST', '/api/v1/feedback', body);
      expect(refused).toMatchObject({ status: 403, body: { code: 'outside-binding', errors: [{ field }] } });
    }
    expect(await world.call('GET', '/api/v1/me', { key })).toMatchObject({ body: { units: ['gd'], source: 'crm-gd' } });
  });

  it('is held to it row by row in a batch, and a bad row spoils none of its neighbours', async () => {
    const key = await keyOf(world, { source: 'crm-gd', unit: 'gd', scopes: ['feedback:write'] });
    const items = [
      { text: '一', externalId: 'B-1' },
      { text: '二', source: 'crm-sd' },
      { text: '' },
      { text: '四', unit: 'sd' },
      { text: '五', unit: 'gd-gz', externalId: 'B-5' },
    ];
    const { body } = await as(key, 'POST', '/api/v1/feedback/batch', { items });
    expect(body.results.map(({ status, error }: Json) => error?.code ?? status)).toEqual([
      'accepted',
      'outside-binding',
      'validation-failed',
      'outside-binding',
      'accepted',
    ]);
    expect((await world.item(body.results[4].id)).externalId).toBe('B-5');
  });

  it('cannot take over what another system has handed in under its own source', async () => {
    const [mine, theirs] = [
      await keyOf(world, { source: 'crm-a', unit: 'gd', scopes: ['feedback:write', 'feedback:read'] }),
      await keyOf(world, { source: 'crm-b', unit: 'sd', scopes: ['feedback:write', 'feedback:read'] }),
    ];
    const { body } = await as(theirs, 'POST', '/api/v1/feedback', { text: '秘密', externalId: '7' });
    const same = await as(mine, 'POST', '/api/v1/feedback', { text: '秘密', externalId: '7' });
    expect(same).toMatchObject({ status: 202, body: { duplicate: false } });
    expect(same.body.id).not.toBe(body.id);
    expect(
      (await as(mine, 'POST', '/api/v1/feedback', { text: '秘密', source: 'crm-b', externalId: '7' })).status,
    ).toBe(403);
    expect((await as(mine, 'GET', `/api/v1/feedback/${body.id}`)).status).toBe(404);
  });

  it('is rotated without an interruption: two secrets work until the old one has run out, in every process', async () => {
    const old = await keyOf(world, { scopes: ['feedback:write'] });
    const rotated = await world.post(`/api/v1/keys/${idOf(old)}/rotate`, { hours: 2 });
    expect(rotated).toMatchObject({ status: 200, body: { id: idOf(old), previousUntil: expect.any(String) } });
    expect(rotated.headers['cache-control']).toBe('no-store');
    const fresh = rotated.body.key as string;
    for (const api of [0, 1]) expect([await known(old, api), await known(fresh, api)]).toEqual([true, true]);
    expect((await world.post(`/api/v1/keys/${idOf(old)}/rotate`, {})).body.code).toBe('two-secrets');
    world.clock.advance(2 * HOUR);
    const after = await world.post(`/api/v1/keys/${idOf(old)}/rotate`, { hours: 0 });
    expect(after).toMatchObject({ status: 200, body: { previousUntil: null } });
    expect([await known(old), await known(fresh), await known(after.body.key)]).toEqual([false, false, true]);
    world.clock.advance(-2 * HOUR);
  });

  it('loses either secret when somebody says so', async () => {
    const old = await keyOf(world, { scopes: ['feedback:write'] });
    const rotate = async () => (await world.post(`/api/v1/keys/${idOf(old)}/rotate`, {})).body.key as string;
    const end = async (which: string) =>
      (await world.call('DELETE', `/api/v1/keys/${idOf(old)}/secrets/${which}`)).status;
    const second = await rotate();
    expect(await end('current')).toBe(204);
    expect([await known(old), await known(second)]).toEqual([true, false]);
    const third = await rotate();
    expect(await end('previous')).toBe(204);
    expect([await known(old), await known(third)]).toEqual([false, true]);
    expect([await end('previous'), await end('current'), await end('both')]).toEqual([409, 409, 404]);
    expect((await world.call('DELETE', `/api/v1/keys/${idOf(old)}`)).status).toBe(204);
    expect(await known(third)).toBe(false);
  });

  it('is made by nobody who could not do, write or see as much', async () => {
    const maker = await keyOf(world, { unit: 'gd', source: 'crm-gd', scopes: ['keys:write', 'feedback:write'] });
    const make = (body: object) =>
      as(maker, 'POST', '/api/v1/keys', { name: 'x', scopes: ['feedback:write'], ...body });
    expect(await make({ unit: 'gd-gz' })).toMatchObject({ status: 201, body: { unit: 'gd-gz', source: 'crm-gd' } });
    for (const body of [{}, { unit: 'sd' }, { unit: 'group' }, { unit: 'nowhere' }, { unit: 'gd', source: 'crm-sd' }])
      expect(await make(body)).toMatchObject({ status: 403, body: { code: 'outside-binding' } });
    expect((await make({ unit: 'gd', scopes: ['feedback:read'] })).body.code).toBe('missing-scope');
  });

  it('is not there for those who belong to another part of the organisation', async () => {
    const theirs = await keyOf(world, { unit: 'sd', scopes: ['feedback:write'] });
    const mine = await keyOf(world, { unit: 'gd', scopes: ['keys:write', 'feedback:write'] });
    const ids = (await as(mine, 'GET', '/api/v1/keys')).body.items.map(({ id }: Json) => id);
    expect([ids.includes(idOf(mine)), ids.includes(idOf(theirs))]).toEqual([true, false]);
    expect((await as(mine, 'DELETE', `/api/v1/keys/${idOf(theirs)}`)).status).toBe(404);
    expect((await as(mine, 'POST', `/api/v1/keys/${idOf(theirs)}/rotate`, {})).status).toBe(404);
    expect((await as(mine, 'DELETE', `/api/v1/keys/${idOf(theirs)}/secrets/current`)).status).toBe(404);
    expect(await known(theirs)).toBe(true);
  });

  it('works on when its maker is deactivated and is listed as orphaned, or is revoked with them', async () => {
    const { id, cookie } = await person(world, 'maker', { roles: ['administrator'] });
    const make = async () =>
      (await world.call('POST', '/api/v1/keys', { key: '', cookie, body: { name: 'theirs', scopes: ['loop:read'] } }))
        .body;
    const key = await make();
    const listed = async () => (await world.get('/api/v1/keys')).body.items.find((one: Json) => one.id === key.id);
    expect(await listed()).toMatchObject({ orphaned: false, createdBy: `person:${id}` });
    await world.call('PATCH', `/api/v1/people/${id}`, { body: { active: false } });
    expect(await listed()).toMatchObject({ orphaned: true, revokedAt: null });
    expect(await known(key.key)).toBe(true);
    await world.call('PATCH', `/api/v1/people/${id}`, { body: { active: false, revokeKeys: true } });
    expect(await listed()).toMatchObject({ revokedAt: expect.any(String) });
  });
});
