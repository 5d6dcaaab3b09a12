import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLE_NAMES, ROLES, type Role } from '@huiyin/org';
import type { Answer } from './support/call.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';
import { operationsOf, type Operation } from './support/operations.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

const NOWHERE = '01a00000-0000-7000-8000-000000000000';

/** Where what an address names lies: in the unit of the one who asks, in another one, nowhere. */
type Place = 'own' | 'other' | 'unknown';

/** Kinds of things that belong to a unit, by how their addresses begin. */
const KINDS = ['feedback', 'deliveries', 'people', 'keys'] as const;
type Kind = (typeof KINDS)[number];

/** Would end the very session that asks. */
const LEFT_OUT = ['DELETE /api/v1/me/sessions', 'DELETE /api/v1/session', 'POST /api/v1/me/password'];

/** What a schema does not say of a body. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/feedback/{idOrReference}/hand-back': { reason: '不属本单位' },
  'PATCH /api/v1/feedback/{idOrReference}': { kind: 'praise' },
};

describe('who may do what: every route × every role × own unit, other unit, unknown id', () => {
  let world: LoopWorld;
  let operations: Operation[];
  const cookies = new Map<Role, string>();
  const ids = { own: new Map<Kind, string>(), other: new Map<Kind, string>() };

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
    operations = operationsOf((await world.get('/docs/json')).body).filter(({ name }) => !LEFT_OUT.includes(name));
    for (const role of ROLE_NAMES)
      cookies.set(role, (await person(world, `a.${role}`, { roles: [role], units: ['gd'] })).cookie);
    for (const [place, unit] of [
      ['own', 'gd'],
      ['other', 'sd'],
    ] as const) {
      const item = await world.collect({ text: '宽带断网，光猫一直亮红灯', unit });
      const answered = await world.collect({ text: '宽带断网，请派师傅上门', unit });
      await world.settle();
      await world.resolve(answered, RESOLUTION);
      await world.settle();
      const [delivery] = (await world.get(`/api/v1/feedback/${answered}/deliveries`)).body;
      const { id } = (await world.post('/api/v1/people', { username: `b.${place}`, units: [unit] })).body;
      const key = await keyOf(world, { unit, scopes: ['feedback:read'] });
      ids[place].set('feedback', item).set('deliveries', delivery.id).set('people', id).set('keys', key.split('_')[1]!);
    }
  }, 120_000);
  afterAll(() => world.stop());

  const kindOf = ({ path }: Operation) => KINDS.find((kind) => new RegExp(`^/api/v1/${kind}/\\{`).test(path));

  function addressOf(operation: Operation, place: Place): string {
    const kind = kindOf(operation);
    const known = place !== 'unknown' && kind ? ids[place].get(kind) : undefined;
    let first = true;
    return operation.path.replace(/\{\w+\}/g, () => {
      const value = first && known !== undefined ? known : NOWHERE;
      first = false;
      return value;
    });
  }

  async function ask(operation: Operation, role: Role, place: Place): Promise<Answer> {
    const { method, name, streams } = operation;
    const [address, cookie] = [addressOf(operation, place), cookies.get(role)!];
    if (streams) return headOf(world.address(address), cookie);
    const body = operation.body === undefined ? undefined : (BODIES[name] ?? operation.body);
    return world.call(method, address, { key: '', cookie, body });
  }

  const holds = (role: Role, access: string) => {
    const scopes: readonly string[] = ROLES[role].scopes;
    return access === 'signed-in' || scopes.includes('admin') || scopes.includes(access);
  };
  const places = (operation: Operation): Place[] =>
    !operation.path.includes('{') ? ['own'] : kindOf(operation) ? ['own', 'other', 'unknown'] : ['unknown'];

  it('has routes for each of the things that belong to a unit, and each says who may call it', () => {
    expect(new Set(operations.map(kindOf))).toEqual(new Set([...KINDS, undefined]));
    expect(operations.filter(({ access }) => access !== undefined).length).toBeGreaterThan(60);
  });

  it.each(ROLE_NAMES.map((role) => [role]))('as declared for the role %s', async (role) => {
    const wrong: string[] = [];
    let asked = 0;
    for (const operation of operations) {
      const { access, name } = operation;
      if (access === undefined) continue;
      for (const place of places(operation)) {
        const answer = await ask(operation, role, place);
        asked += 1;
        const lacks = lacksScope(answer, access);
        const expected = holds(role, access)
          ? !lacks && complaintOf(operation, place, answer)
          : !lacks && 'should lack the scope';
        const complaint = holds(role, access) && lacks ? 'holds the scope' : expected;
        if (complaint)
          wrong.push(`${name} (${place}): ${complaint}, got ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });

  it('and who belongs to no unit finds the things of every unit, and what concerns all of them', async () => {
    const { cookie } = await person(world, 'of.everything', { roles: ['administrator'] });
    const reads = operations.filter(({ method, access, streams }) => method === 'GET' && access && !streams);
    for (const operation of reads.filter(({ path }) => (path.match(/\{/g) ?? []).length < 2))
      for (const place of places(operation).filter((one) => one !== 'unknown')) {
        const { status } = await world.call('GET', addressOf(operation, place), { key: '', cookie });
        const found = [200, 204, 400].includes(status);
        expect({ name: operation.name, place, status, found }).toMatchObject({ found: true });
      }
  });

  it('and the things of the other unit are as they were', async () => {
    expect((await world.item(ids.other.get('feedback')!)).resolution).toBeNull();
    expect((await world.get(`/api/v1/people/${ids.other.get('people')}`)).body.active).toBe(true);
    const keys = (await world.get('/api/v1/keys')).body.items as { id: string; revokedAt: string | null }[];
    expect(keys.find(({ id }) => id === ids.other.get('keys'))!.revokedAt).toBeNull();
  });

  /** What is wrong with the answer to somebody who holds the scope; nothing when it is as it should be. */
  function complaintOf(operation: Operation, place: Place, { status, body }: Answer): string | undefined {
    if (status >= 500) return 'should never fail';
    if (status === 401) return 'is signed in';
    const hidden = place === 'other' || (place === 'unknown' && kindOf(operation) !== undefined);
    if (hidden && (status !== 404 || body.code !== 'not-found')) return 'should be told that there is no such thing';
    const inner = (operation.path.match(/\{/g) ?? []).length > 1;
    if (place === 'own' && !inner && operation.path.includes('{') && status === 404) return 'should find their own';
    return undefined;
  }
});

/** Told that the scope is missing, by name; who belongs to a part of the organisation may be told something else. */
function lacksScope({ status, body }: Answer, scope: string): boolean {
  return status === 403 && body.code === 'missing-scope' && String(body.detail).includes(`the scope "${scope}"`);
}

/** Of an answer without an end only the head is read. */
async function headOf(address: string, cookie: string): Promise<Answer> {
  const connection = new AbortController();
  const answer = await fetch(address, { signal: connection.signal, headers: { cookie } });
  const text = answer.ok ? '' : await answer.text();
  connection.abort();
  return {
    status: answer.status,
    body: text ? JSON.parse(text) : {},
    text,
    headers: Object.fromEntries(answer.headers),
  };
}
