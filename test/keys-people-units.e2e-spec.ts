import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthApp } from './support/auth-app.js';

describe('keys, people and units over HTTP', () => {
  let api: AuthApp;

  beforeAll(async () => {
    api = await AuthApp.start();
  });

  afterAll(() => api.stop());

  it('makes, lists and revokes keys, shows a secret once and gives nobody more than they have', async () => {
    const maker = await api.keyWith('keys:write', 'feedback:write');
    const made = await api.call('POST', '/api/v1/keys', {
      key: maker,
      body: { name: 'crm', scopes: ['feedback:write'] },
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'crm', scopes: ['feedback:write'], expiresAt: null } });
    expect(made.headers['cache-control']).toBe('no-store');
    const { id, key } = made.body as { id: string; key: string };
    expect(
      await api.call('POST', '/api/v1/keys', { key: maker, body: { name: 'x', scopes: ['admin'] } }),
    ).toMatchObject({
      status: 403,
    });
    const listed = await api.call('GET', '/api/v1/keys', { key: maker });
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id, revokedAt: null }));
    expect(JSON.stringify(listed.body)).not.toContain(key.slice(-43));
    expect(await api.call('GET', '/api/v1/me', { key })).toMatchObject({ status: 200 });
    expect(await api.call('DELETE', `/api/v1/keys/${id}`, { key: maker })).toMatchObject({ status: 204 });
    expect(await api.call('GET', '/api/v1/me', { key })).toMatchObject({ status: 401 });
    expect(await api.call('DELETE', '/api/v1/keys/nosuchkey', { key: maker })).toMatchObject({ status: 404 });
    for (const body of [
      {},
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['all'] },
      { name: 'x', scopes: ['loop:read'], more: 1 },
      { name: 'x', scopes: ['loop:read'], expiresAt: '2001-01-01' },
    ]) {
      expect(await api.call('POST', '/api/v1/keys', { key: api.admin, body })).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    }
  });

  it('lets nobody revoke a key that may do more than they may', async () => {
    const maker = await api.keyWith('keys:write', 'feedback:write');
    const revoke = (key: string) => api.call('DELETE', `/api/v1/keys/${key.split('_')[1]}`, { key: maker });
    const refused = await revoke(api.admin);
    expect(refused).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
    expect(refused.body.detail).toContain('admin');
    expect(await revoke(await api.keyWith('feedback:write', 'loop:operate'))).toMatchObject({ status: 403 });
    expect(await api.call('GET', '/api/v1/me', { key: api.admin })).toMatchObject({ status: 200 });
    expect(await revoke(maker)).toMatchObject({ status: 204 });
  });

  it('adds, changes and deactivates people, and lets nobody take over somebody who may do more', async () => {
    const id = await api.addPerson('zhou.jie', ['units:read']);
    const boss = await api.addPerson('boss', ['admin']);
    await api.addPerson('manager', ['people:write', 'units:read']);
    const { cookie } = await api.signIn('manager');
    const { cookie: zhou } = await api.signIn('zhou.jie');
    expect(await api.call('PATCH', `/api/v1/people/${id}`, { cookie, body: { displayName: '周杰' } })).toMatchObject({
      status: 200,
      body: { id, displayName: '周杰', active: true },
    });
    expect(await api.call('PATCH', `/api/v1/people/${id}`, { cookie, body: { scopes: ['admin'] } })).toMatchObject({
      status: 403,
    });
    expect(await api.call('POST', `/api/v1/people/${boss}/reset-password`, { cookie })).toMatchObject({ status: 403 });
    expect(await api.call('PATCH', `/api/v1/people/${boss}`, { cookie, body: { active: false } })).toMatchObject({
      status: 403,
    });
    expect(await api.call('GET', '/api/v1/me', { cookie: zhou })).toMatchObject({ status: 200 });
    expect(await api.call('PATCH', `/api/v1/people/${id}`, { cookie, body: { active: false } })).toMatchObject({
      status: 200,
    });
    expect(await api.call('GET', '/api/v1/me', { cookie: zhou })).toMatchObject({ status: 401 });
    expect(await api.signIn('zhou.jie')).toMatchObject({ status: 401 });
    const { body: me } = await api.call('GET', '/api/v1/me', { cookie });
    expect(await api.call('PATCH', `/api/v1/people/${me.id}`, { cookie, body: { active: false } })).toMatchObject({
      status: 403,
    });
    expect(JSON.stringify((await api.call('GET', '/api/v1/people', { cookie })).body)).not.toContain('argon2');
    for (const unknown of ['999999', '0', 'x', '1e9', '%00']) {
      expect((await api.call('GET', `/api/v1/people/${unknown}`, { cookie })).status).toBe(404);
    }
  });

  it('keeps the tree of units', async () => {
    const key = await api.keyWith('units:read', 'units:write');
    const body = { code: 'gd', level: 'province', nameZh: '广东', nameEn: 'Guangdong', region: '44' };
    expect(await api.call('POST', '/api/v1/units', { key, body })).toMatchObject({
      status: 201,
      body: { ...body, above: ['group'] },
    });
    expect(await api.call('POST', '/api/v1/units', { key, body })).toMatchObject({ status: 409 });
    const gz = { code: 'gd-gz', parent: 'gd', level: 'city', nameZh: '广州' };
    expect(await api.call('POST', '/api/v1/units', { key, body: gz })).toMatchObject({
      body: { above: ['group', 'gd'] },
    });
    expect(await api.call('PATCH', '/api/v1/units/gd-gz', { key, body: { nameEn: 'Guangzhou' } })).toMatchObject({
      body: { nameEn: 'Guangzhou', nameZh: '广州', above: ['group', 'gd'] },
    });
    expect((await api.call('GET', '/api/v1/units', { key })).body).toMatchObject({
      code: 'group',
      children: [{ code: 'gd', children: [{ code: 'gd-gz', children: [] }] }],
    });
    expect(await api.call('POST', '/api/v1/units', { key, body: { ...gz, code: 'x', parent: 'y' } })).toMatchObject({
      status: 422,
    });
    expect(await api.call('PATCH', '/api/v1/units/gd-gz', { key, body: { code: 'other' } })).toMatchObject({
      status: 400,
    });
    expect(await api.call('GET', '/api/v1/units/%00', { key })).toMatchObject({ status: 404 });
    expect(await api.call('PATCH', '/api/v1/units/%00', { key, body: {} })).toMatchObject({ status: 404 });
  });
});
