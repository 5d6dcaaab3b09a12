import { SCOPE_NAMES } from '@huiyin/org';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS } from '../apps/api/src/auth/access.js';
import { LoopWorld } from './support/loop-world.js';

/** Everything that answers without a key or a session. A route that is added here is a decision. */
const PUBLIC = [
  'DELETE /api/v1/session',
  'GET /',
  'GET /api/v1/session/oidc',
  'GET /api/v1/session/oidc/callback',
  'GET /api/v1/session/ways',
  'GET /board',
  'GET /board/:slug',
  'GET /board/board.css',
  'GET /board/board.js',
  'GET /board/confirm/:token',
  'GET /board/feed.atom',
  'GET /board/leave/:token',
  'GET /board/mine/:token',
  'GET /board/new',
  'GET /board/sitemap.xml',
  'GET /console',
  'GET /console*',
  'GET /livez',
  'GET /readyz',
  'GET /robots.txt',
  'GET /s/:token',
  'GET /s/survey.css',
  'GET /u/:token',
  'POST /api/v1/inbound-mail/:source',
  'POST /api/v1/inbound/:source',
  'POST /api/v1/session',
  'POST /board/:slug/follow',
  'POST /board/:slug/vote',
  'POST /board/confirm/:token',
  'POST /board/leave/:token',
  'POST /board/new',
  'POST /s/:token',
  'POST /u/:token',
];

/** Needs a key or a session, but no scope. */
const SIGNED_IN = [
  'DELETE /api/v1/me/sessions',
  'DELETE /api/v1/me/sessions/:id',
  'GET /api/v1/me',
  'GET /api/v1/me/sessions',
  'GET /api/v1/roles',
  'GET /api/v1/scopes',
  'PATCH /api/v1/me',
  'POST /api/v1/me/password',
];

/** Public, and yet they refuse: a wrong password, no provider, nothing under way, no signature. */
const MAY_REFUSE = [
  'GET /api/v1/session/oidc',
  'GET /api/v1/session/oidc/callback',
  'POST /api/v1/inbound-mail/:source',
  'POST /api/v1/inbound/:source',
  'POST /api/v1/session',
];

const SOME_ID = '01a00000-0000-7000-8000-000000000000';

describe('every route of the API', () => {
  let world: LoopWorld;
  let routes: { readonly name: string; readonly method: string; readonly path: string }[];

  beforeAll(async () => {
    world = await LoopWorld.start();
    routes = routesOf(world.apis[0]!.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
  });
  afterAll(() => world.stop());

  const guarded = () => routes.filter(({ name }) => !PUBLIC.includes(name));

  it('is known to this test', () => {
    const names = routes.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['POST /api/v1/feedback/batch', 'GET /metrics', ...PUBLIC, ...SIGNED_IN]),
    );
    expect(names.length).toBeGreaterThan(40);
  });

  it('declares who may call it', () => {
    const container = world.apis[0]!.get(ModulesContainer, { strict: false });
    const controllers = [...container.values()].flatMap((module) => [...module.controllers.values()]);
    const handlers = controllers.flatMap(({ metatype, name }) =>
      Object.entries(Object.getOwnPropertyDescriptors((metatype as { prototype: object }).prototype))
        .filter(([method, { value }]) => method !== 'constructor' && Reflect.hasMetadata('path', value as object))
        .map(([method, { value }]) => ({
          name: `${String(name)}.${method}`,
          access: Reflect.getMetadata(ACCESS, value),
        })),
    );
    expect(handlers.length).toBeGreaterThan(40);
    const known = ['public', 'signed-in', ...SCOPE_NAMES];
    expect(handlers.filter(({ access }) => !known.includes(access))).toEqual([]);
  });

  it('answers 401 without credentials, and with wrong ones, unless it is on the list', async () => {
    for (const { name, method, path } of guarded())
      for (const headers of [
        {},
        { authorization: 'Bearer hy_abcdefghijkl_wrong' },
        { cookie: 'huiyin_session=wrong' },
      ]) {
        const { status, headers: answered, body } = await world.call(method, path, { key: '', headers });
        expect({ name, status, challenge: answered['www-authenticate'] }).toEqual({
          name,
          status: 401,
          challenge: 'Bearer',
        });
        if (method !== 'HEAD') expect(body).toMatchObject({ code: 'unauthenticated', requestId: expect.any(String) });
      }
  });

  it('answers 401 before it looks at the body, and only then says what is wrong with that', async () => {
    for (const path of ['/api/v1/feedback/batch', '/api/v1/feedback', '/%61pi/v1/feedback']) {
      const broken = { raw: '{"items": [', type: 'application/json' };
      expect(await world.call('POST', path, broken)).toMatchObject({ status: 400 });
      const refused = await world.call('POST', path, { ...broken, key: '' });
      expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
  });

  it('answers everybody when it is on the list', async () => {
    for (const { name, method, path } of routes.filter(({ name }) => PUBLIC.includes(name))) {
      const { status } = await world.call(method, path, { key: '' });
      expect({ name, refused: [401, 403].includes(status) && !MAY_REFUSE.includes(name) }).toEqual({
        name,
        refused: false,
      });
    }
  });

  it('answers 403 with the name of the scope to somebody who has another one, before it looks at the request', async () => {
    const stranger = await world.keyWith('units:read');
    const other = await world.keyWith('feedback:write');
    for (const { name, method, path } of guarded().filter(({ name }) => !SIGNED_IN.includes(name))) {
      const key = /^(GET|HEAD) \/api\/v1\/units/.test(name) ? other : stranger;
      const { status, body } = await world.call(method, path, { key, headers: {} });
      expect({ name, status }).toEqual({ name, status: 403 });
      if (method === 'HEAD') continue;
      expect(body.code).toBe('missing-scope');
      expect(SCOPE_NAMES.filter((scope) => body.detail.includes(`"${scope}"`))).toHaveLength(1);
    }
  });

  it('counts wrong passwords for the client that a trusted proxy names, and believes nobody else', async () => {
    const proxied = await LoopWorld.start({ config: { trustedProxies: ['127.0.0.0/8'] } });
    const triesAt = async (place: LoopWorld) => {
      const statuses: number[] = [];
      for (let client = 1; client <= 7; client++) {
        const headers = { 'x-forwarded-for': `198.51.100.${client}` };
        const body = { username: `nobody${client}`, password: 'wrong' };
        statuses.push((await place.call('POST', '/api/v1/session', { key: '', headers, body })).status);
      }
      return statuses;
    };
    expect(await triesAt(proxied)).not.toContain(429);
    await proxied.stop();
    expect(await triesAt(world)).toContain(429);
  });

  it('shows the documents to everybody, and nothing of anybody in them', async () => {
    for (const path of ['/docs/', '/docs/json'])
      expect(await world.call('GET', path, { key: '' })).toMatchObject({ status: 200 });
    const { body } = await world.call('GET', '/docs/json', { key: '' });
    const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = routes.filter(({ method }) => method !== 'HEAD').map(({ name }) => name);
    expect(served.filter((name) => !documented.includes(name))).toEqual(['GET /', 'GET /console', 'GET /console*']);
  });
});

/** The lines of Fastify's tree of routes, each with its methods, as whole addresses; parameters filled with an id. */
function routesOf(tree: string): { name: string; method: string; path: string }[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([\s│]*[├└]── )(\S+)(?: \((.+)\))?/.exec(line) ?? [];
    if (!part) return [];
    const depth = indent.length / 4;
    above.splice(depth - 1, above.length, part);
    const path = above.join('').replace(/^\/\//, '/');
    return methods
      .split(', ')
      .filter(Boolean)
      .map((method) => ({ name: `${method} ${path}`, method, path: path.replace(/:\w+/g, SOME_ID) }))
      .filter(({ name }) => !isHeadOf([...PUBLIC, ...SIGNED_IN], name));
  });
}

/** Fastify adds HEAD to every GET. */
function isHeadOf(names: readonly string[], name: string): boolean {
  return name.startsWith('HEAD ') && names.includes(name.replace('HEAD', 'GET'));
}
