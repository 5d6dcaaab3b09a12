import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@huiyin/config';
import { LoopWorld } from './support/loop-world.js';
import { LocalProvider } from './support/oidc-provider.js';

const PUBLIC = 'http://127.0.0.1:3000';
const CALLBACK = `${PUBLIC}/api/v1/session/oidc/callback`;

describe('signing in at an OpenID Connect provider', () => {
  let provider: LocalProvider;
  let world: LoopWorld;
  let settings: object;

  beforeAll(async () => {
    provider = await LocalProvider.start(CALLBACK);
    settings = {
      publicUrl: PUBLIC,
      oidcIssuer: provider.issuer,
      oidcClientId: 'huiyin',
      oidcClientSecret: 'a-secret-of-the-tests',
    };
    world = await LoopWorld.start({ config: { ...settings, oidcLink: 'email' } });
  });
  afterAll(async () => {
    await world.stop();
    await provider.stop();
  });

  const begin = async (query = '', place = world) => {
    const answer = await place.call('GET', `/api/v1/session/oidc${query}`, { key: '' });
    expect(answer.status).toBe(302);
    return { to: answer.headers['location']!, cookie: answer.headers['set-cookie']!.split(';')[0]! };
  };
  /** The provider names the public address; this process is reached by another port. */
  const comeBack = (address: string, cookie: string, place = world) =>
    place.call('GET', address.replace(PUBLIC, ''), { key: '', cookie });
  const signIn = async (subject: string, query = '', place = world) => {
    const { to, cookie } = await begin(query, place);
    const answer = await comeBack(await provider.signIn(to, subject), cookie, place);
    const session = /(huiyin_session=[\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    return { ...answer, session };
  };
  const addPerson = async (username: string, place = world) =>
    (await place.post('/api/v1/people', { username, roles: ['frontline'] })).body.id as string;

  it('sends the browser there with PKCE, state and nonce, and starts a session when it comes back', async () => {
    const id = await addPerson('zhang.min@example.com');
    provider.know('sub-1', { email: 'Zhang.Min@example.com', email_verified: true });
    const { to } = await begin();
    const asked = new URL(to).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)!.length).toBeGreaterThanOrEqual(43);
    const { status, headers, session } = await signIn('sub-1', '?returnTo=/feedback');
    expect({ status, to: headers['location'] }).toEqual({ status: 302, to: '/feedback' });
    const me = await world.call('GET', '/api/v1/me', { key: '', cookie: session });
    expect(me).toMatchObject({ status: 200, body: { id, roles: ['frontline'], mustChangePassword: false } });
    expect((await world.get(`/api/v1/people/${id}/sessions`)).body.items).toMatchObject([{ method: 'oidc' }]);
    expect((await world.get(`/api/v1/people/${id}/logins`)).body).toMatchObject([
      { issuer: provider.issuer, subject: 'sub-1' },
    ]);
  });

  it('knows people by issuer and subject from then on, whatever the address says', async () => {
    const id = await addPerson('li.wei@example.com');
    provider.know('sub-2', { email: 'li.wei@example.com', email_verified: true });
    expect((await signIn('sub-2')).status).toBe(302);
    provider.know('sub-2', { email: 'changed@example.com', email_verified: true });
    const { session } = await signIn('sub-2');
    expect((await world.call('GET', '/api/v1/me', { key: '', cookie: session })).body.id).toBe(id);
  });

  it('lets nobody in by an address that is not verified, is nobody’s here, or was somebody else’s', async () => {
    await addPerson('target@example.com');
    provider.know('sub-3', { email: 'target@example.com', email_verified: false });
    provider.know('sub-4', { email: 'nobody@example.com', email_verified: true });
    provider.know('sub-5', { email: 'zhang.min@example.com', email_verified: true });
    provider.know('sub-6', { preferred_username: 'target@example.com' });
    for (const subject of ['sub-3', 'sub-4', 'sub-5', 'sub-6'])
      expect(await signIn(subject)).toMatchObject({ status: 401, session: '', body: { code: 'unauthenticated' } });
  });

  it('lets nobody in who is deactivated, or whose link was taken away', async () => {
    const id = await addPerson('leaver@example.com');
    provider.know('sub-7', { email: 'leaver@example.com', email_verified: true });
    const { session } = await signIn('sub-7');
    await world.call('PATCH', `/api/v1/people/${id}`, { body: { active: false } });
    expect((await world.call('GET', '/api/v1/me', { key: '', cookie: session })).status).toBe(401);
    expect((await signIn('sub-7')).status).toBe(401);
    await world.call('PATCH', `/api/v1/people/${id}`, { body: { active: true } });
    const back = await signIn('sub-7');
    const [login] = (await world.get(`/api/v1/people/${id}/logins`)).body;
    expect((await world.call('DELETE', `/api/v1/people/${id}/logins/${login.id}`)).status).toBe(204);
    expect((await world.call('GET', '/api/v1/me', { key: '', cookie: back.session })).status).toBe(401);
  });

  it('finishes only in the browser that began, once, and with the state that it began with', async () => {
    const { to, cookie } = await begin();
    const address = await provider.signIn(to, 'sub-1');
    const other = await begin();
    expect((await comeBack(address, '')).status).toBe(401);
    expect((await comeBack(address, other.cookie)).status).toBe(401);
    expect((await comeBack(address, cookie)).status).toBe(302);
    expect((await comeBack(address, cookie)).status).toBe(401);
    const again = await begin();
    const forged = (await provider.signIn(again.to, 'sub-1')).replace(/state=[^&]+/, 'state=forged');
    expect((await comeBack(forged, again.cookie)).status).toBe(401);
    const denied = await begin();
    const state = new URL(denied.to).searchParams.get('state');
    expect((await comeBack(`${CALLBACK}?error=access_denied&state=${state}`, denied.cookie)).status).toBe(401);
  });

  it('is forgotten when somebody takes longer than ten minutes', async () => {
    const { to, cookie } = await begin();
    const address = await provider.signIn(to, 'sub-1');
    world.clock.advance(600_001);
    expect((await comeBack(address, cookie)).status).toBe(401);
    world.clock.advance(-600_001);
  });

  it('goes on at a path of ours only', async () => {
    for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { headers } = await signIn('sub-1', `?returnTo=${encodeURIComponent(elsewhere)}`);
      expect({ elsewhere, to: headers['location'] }).toEqual({ elsewhere, to: '/' });
    }
  });

  it('is the only way when passwords are switched off, which one clear error says', async () => {
    const strict = await LoopWorld.start({ config: { ...settings, passwordSignIn: 'off', oidcLink: 'none' } });
    const id = await addPerson('wang.fang', strict);
    const body = { username: 'wang.fang', password: 'whatever-it-was' };
    expect(await strict.call('POST', '/api/v1/session', { key: '', body })).toMatchObject({
      status: 403,
      body: { code: 'sign-in-off', detail: expect.stringContaining('/api/v1/session/oidc') },
    });
    expect((await strict.call('GET', '/api/v1/session/ways', { key: '' })).body).toEqual({
      password: false,
      oidc: '/api/v1/session/oidc',
    });
    provider.know('sub-8', { preferred_username: 'wang.fang' });
    expect((await signIn('sub-8', '', strict)).status).toBe(401);
    const linked = await strict.post(`/api/v1/people/${id}/logins`, { subject: 'sub-8' });
    expect(linked).toMatchObject({ status: 201, body: { issuer: provider.issuer, subject: 'sub-8' } });
    expect((await strict.post(`/api/v1/people/${id}/logins`, { subject: 'sub-9' })).status).toBe(409);
    const { session } = await signIn('sub-8', '', strict);
    expect((await strict.call('GET', '/api/v1/me', { key: '', cookie: session })).body.id).toBe(id);
    await strict.stop();
  });

  it('believes no header that names a person', async () => {
    await addPerson('header.person');
    const names = ['x-forwarded-user', 'x-remote-user', 'remote-user', 'x-auth-request-email', 'x-forwarded-email'];
    const headers = Object.fromEntries(names.map((name) => [name, 'header.person']));
    expect((await world.call('GET', '/api/v1/me', { key: '', headers })).status).toBe(401);
  });
});

describe('settings under which nobody could sign in', () => {
  it.each([
    [{ HUIYIN_PASSWORD_SIGN_IN: 'off' }, /HUIYIN_OIDC_ISSUER/],
    [{ HUIYIN_OIDC_ISSUER: 'https://login.example' }, /HUIYIN_OIDC_CLIENT_ID/],
    [{ HUIYIN_OIDC_CLIENT_ID: 'huiyin' }, /HUIYIN_OIDC_ISSUER/],
    [{ HUIYIN_OIDC_ISSUER: 'http://login.example', HUIYIN_OIDC_CLIENT_ID: 'huiyin' }, /https/],
  ])('are refused at the start: %j', (settings, reason) => {
    expect(() => loadConfig(settings)).toThrow(reason);
  });
});
