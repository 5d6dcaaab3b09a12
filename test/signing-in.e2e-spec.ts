import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthApp, PASSWORD, startAuth } from './support/auth-app.js';
import { cookieOf } from './support/call.js';

describe('who may call the API', () => {
  let api: AuthApp;

  beforeAll(async () => {
    api = await AuthApp.start();
  });

  afterAll(() => api.stop());

  it('is nobody when the route does not say so', async () => {
    expect(await api.call('GET', '/planted/undeclared')).toMatchObject({ status: 403 });
    expect(await api.call('GET', '/planted/undeclared', { key: api.admin })).toMatchObject({ status: 403 });
  });

  it('is nobody without a key, with a wrong one, or with a name in a forwarded header', async () => {
    for (const how of [
      {},
      { key: 'hy_nonsense' },
      { key: `${api.admin.slice(0, -3)}AAA` },
      { headers: { authorization: 'Basic YWRtaW46YWRtaW4=' } },
      { headers: { 'x-forwarded-user': 'admin', 'remote-user': 'admin' } },
      { cookie: 'huiyin_session=nonsense' },
    ]) {
      const { status, body } = await api.call('GET', '/api/v1/units', how);
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
  });

  it('is who holds the scope or all scopes, and is told which one is missing', async () => {
    const operator = await api.keyWith('loop:operate');
    expect(await api.call('POST', '/planted/declared', { key: operator })).toMatchObject({ status: 201 });
    expect(await api.call('POST', '/planted/declared', { key: api.admin })).toMatchObject({ status: 201 });
    const refused = await api.call('GET', '/api/v1/units', { key: operator });
    expect(refused).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
    expect(refused.body.detail).toContain('units:read');
  });

  it('knows the one who asks', async () => {
    expect(await api.call('GET', '/api/v1/me', { key: api.admin })).toMatchObject({
      status: 200,
      body: { kind: 'key', name: 'admin', scopes: ['admin'], username: null },
    });
  });

  it('lets a person in by a cookie that scripts cannot read, and out again', async () => {
    await api.addPerson('zhang.min', ['units:read']);
    const session = await api.signIn('Zhang.Min');
    expect(session).toMatchObject({ status: 201, body: { me: { username: 'zhang.min', scopes: ['units:read'] } } });
    expect(session.headers['set-cookie']).toMatch(/^huiyin_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(session.body)).not.toContain(session.cookie.split('=')[1]);
    const { cookie } = session;
    expect(await api.call('GET', '/api/v1/me', { cookie })).toMatchObject({ body: { username: 'zhang.min' } });
    expect(await api.call('GET', '/api/v1/units', { cookie })).toMatchObject({ status: 200, body: { code: 'group' } });
    expect(await api.call('GET', '/api/v1/units', { cookie, key: 'hy_wrong' })).toMatchObject({ status: 401 });
    expect(await api.call('DELETE', '/api/v1/session', { cookie })).toMatchObject({ status: 204 });
    expect(await api.call('GET', '/api/v1/me', { cookie })).toMatchObject({ status: 401 });
    expect(await api.call('DELETE', '/api/v1/session')).toMatchObject({ status: 204 });
  });

  it('refuses a change that a page of another site sends along with the cookie', async () => {
    const id = await api.addPerson('sun.li', ['people:write']);
    const { cookie } = await api.signIn('sun.li');
    const change = (headers: Record<string, string>) =>
      api.call('PATCH', '/api/v1/me', { cookie, body: { language: 'en' }, headers });
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      expect(await change(headers)).toMatchObject({ status: 403 });
      expect(await api.signIn('sun.li', headers)).toMatchObject({ status: 403 });
    }
    const own = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };
    expect(await change(own)).toMatchObject({ status: 200, body: { id, language: 'en' } });
    expect(await api.call('GET', '/api/v1/me', { cookie, headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      status: 200,
    });
  });

  it('uses a cookie bound to the host when it is reached by TLS', async () => {
    const tls = await startAuth(api.url, 'https://huiyin.example');
    const { headers } = await fetch(`${await tls.getUrl()}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'sun.li', password: PASSWORD }),
    });
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-huiyin_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await tls.close();
  });

  it('asks somebody with a handed-over password for one of their own first', async () => {
    const id = await api.addPerson('wu.di', ['units:read']);
    const { body } = await api.call('POST', `/api/v1/people/${id}/reset-password`, { key: api.admin });
    const begun = await api.call('POST', '/api/v1/session', { body: { username: 'wu.di', password: body.password } });
    const cookie = cookieOf(begun.headers);
    expect(begun.body.me.mustChangePassword).toBe(true);
    expect((await api.call('GET', '/api/v1/units', { cookie })).body.detail).toContain('/api/v1/me/password');
    const changed = await api.call('POST', '/api/v1/me/password', {
      cookie,
      body: { current: body.password, password: PASSWORD },
    });
    expect(changed.status).toBe(204);
    expect(await api.call('GET', '/api/v1/me', { cookie })).toMatchObject({ status: 401 });
    const fresh = cookieOf(changed.headers);
    expect(await api.call('GET', '/api/v1/units', { cookie: fresh })).toMatchObject({ status: 200 });
  });

  // Last: it slows this address down for the tests after it.
  it('slows wrong passwords down and says for how long', async () => {
    const wrong = () => api.call('POST', '/api/v1/session', { body: { username: 'sun.li', password: 'wrong' } });
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await wrong());
    expect(answers.slice(0, 4).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers[5]).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(answers[5]!.headers['retry-after'])).toBeGreaterThan(0);
  });
});
