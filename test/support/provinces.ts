import { ApiKeys, UnitDirectory, type NewApiKey } from '@huiyin/org';
import { expect } from '@jest/globals';
import type { LoopWorld } from './loop-world.js';

/** Two provinces, one with a city: `gd` → `gd-gz`, and `sd`. */
export async function makeProvinces(world: LoopWorld): Promise<void> {
  for (const body of [
    { code: 'gd', level: 'province', nameZh: '广东' },
    { code: 'gd-gz', parent: 'gd', level: 'city', nameZh: '广州' },
    { code: 'sd', level: 'province', nameZh: '山东' },
  ])
    expect(await world.post('/api/v1/units', body)).toMatchObject({ status: 201 });
  for (const app of world.apis) await app.get(UnitDirectory).load();
}

/** A key made past the API, so that it may be anything. */
export async function keyOf(world: LoopWorld, input: Partial<NewApiKey>): Promise<string> {
  const keys = world.apis[0]!.get(ApiKeys);
  return (await keys.create({ name: 'some', scopes: ['admin'], createdBy: 'system', ...input })).key;
}

/** Of everybody in these tests. */
const PASSWORD = 'quiet-lantern-harbour';

/** Adds somebody and signs them in; answers with the id and the cookie. */
export async function person(
  world: LoopWorld,
  username: string,
  rights: { readonly roles?: string[]; readonly units?: string[]; readonly scopes?: string[] },
): Promise<{ id: string; cookie: string }> {
  const body = { username, password: PASSWORD, mustChangePassword: false, ...rights };
  const added = await world.post('/api/v1/people', body);
  expect(added).toMatchObject({ status: 201 });
  return { id: added.body.id, cookie: await signIn(world, username) };
}

/** Signs in; answers with the cookie. */
export async function signIn(world: LoopWorld, username: string): Promise<string> {
  const answer = await world.call('POST', '/api/v1/session', { key: '', body: { username, password: PASSWORD } });
  expect(answer).toMatchObject({ status: 201 });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}
