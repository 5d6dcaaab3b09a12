import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLE_NAMES, ROLES, type Role } from '@huiyin/org';
import type { Answer } from './support/call.js';
import { upload } from './support/files.js';
import { LoopWorld, RESOLUTION } from './support/loop-world.js';
import { operationsOf, type Operation } from './support/operations.js';
import { keyOf, makeProvinces, person } from './support/provinces.js';

const NOWHERE = '01a00000-0000-7000-8000-000000000000';

/** Where what an address names lies: in the unit of the one who asks, in another one, nowhere. */
type Place = 'own' | 'other' | 'unknown';

/** Kinds of things that belong to a unit, by how their addresses begin. */
const KINDS = ['feedback', 'deliveries', 'people', 'keys', 'imports', 'webhooks'] as const;
type Kind = (typeof KINDS)[number];

/** Things of the whole organisation, and one of each: who belongs to a part is told the same of it and of one that is not there. */
const WHOLE: Readonly<Record<string, string>> = {
  'inbound-sources': 'bss',
  sources: 'crm',
  templates: 'answer/any/zh',
  'mail-bars': NOWHERE,
};
const UNKNOWN: Readonly<Record<string, string>> = { templates: 'survey/praise/en' };

/** Would end the very session that asks. */
const LEFT_OUT = ['DELETE /api/v1/me/sessions', 'DELETE /api/v1/session', 'POST /api/v1/me/password'];

/** What a schema does not say of a body. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/feedback/{idOrReference}/hand-back': { reason: '不属本单位' },
  'PATCH /api/v1/feedback/{idOrReference}': { kind: 'praise' },
  'PUT /api/v1/inbound-sources/{name}': { check: { type: 'standard' }, mapping: { fields: { text: 't' } } },
  'POST /api/v1/webhooks/{id}/replay': { from: '2026-01-01T00:00:00Z' },
  'PUT /api/v1/imports/mappings/{source}': { mapping: { text: 'a' } },
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
      ids[place].set('webhooks', await webhookOf(unit)).set('imports', await importOf(unit));
    }
    await world.call('PUT', '/api/v1/sources/crm', { body: { callbackUrl: 'https://8.8.8.8/answers' } });
    const bss = BODIES['PUT /api/v1/inbound-sources/{name}'];
    expect((await world.call('PUT', '/api/v1/inbound-sources/bss', { body: bss })).status).toBe(200);
  }, 120_000);
  afterAll(() => world.stop());

  const kindOf = ({ path }: Operation) => KINDS.find((kind) => new RegExp(`^/api/v1/${kind}/\\{`).test(path));
  const wholeOf = ({ path }: Operation) => Object.keys(WHOLE).find((name) => path.startsWith(`/api/v1/${name}/{`));

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

  async function webhookOf(unit: string): Promise<string> {
    const key = await keyOf(world, { unit, scopes: ['webhooks:write', 'feedback:read'] });
    const body = { url: 'https://8.8.8.8/hook', events: ['feedback.*'] };
    return (await world.call('POST', '/api/v1/webhooks', { key, body })).body.id;
  }

  /** Of a key: an import is its sender's alone, so for people it lies elsewhere wherever they are. */
  async function importOf(unit: string): Promise<string> {
    const key = await keyOf(world, { unit, scopes: ['feedback:write'] });
    return (await upload(world, 'text\n断网\n', {}, { key })).body.id;
  }

  /** What an administrator of Guangdong is told of something of the whole organisation. */
  async function refusal({ method, name, path, body }: Operation, thing: string): Promise<string> {
    const address = path.replace(/\{\w+\}(?:\/\{\w+\})*/, thing);
    const cookie = cookies.get('administrator')!;
    const answer = await world.call(method, address, { key: '', cookie, body: BODIES[name] ?? body });
    return `${answer.status} ${answer.body.code}`;
  }

  async function ask(operation: Operation, role: Role, place: Place): Promise<Answer> {
    const { method, name, streams } = operation;
    const [address, cookie] = [addressOf(operation, place), cookies.get(role)!];
    if (streams) return headOf(world.address(address), cookie);
    const body = operation.body === undefined ? undefined : (BODIES[name] ?? operation.body);
    const answer = await world.call(method, address, { key: '', cookie, body });
    // What is removed is gone; the next one asks for another.
    if (answer.status === 204 && name === 'DELETE /api/v1/webhooks/{id}')
      ids.own.set('webhooks', await webhookOf('gd'));
    return answer;
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

  it('and whoever belongs to a part is kept from what concerns all, whether it is there or not', async () => {
    const asked = operations.filter(
      (operation) => wholeOf(operation) && operation.access && operation.method !== 'GET',
    );
    expect(new Set(asked.map(wholeOf))).toEqual(new Set(Object.keys(WHOLE)));
    for (const operation of asked) {
      const [existing, unknown] = [WHOLE[wholeOf(operation)!]!, UNKNOWN[wholeOf(operation)!] ?? NOWHERE];
      const told = await Promise.all([existing, unknown].map((name) => refusal(operation, name)));
      expect({ name: operation.name, told: told[0] }).toEqual({ name: operation.name, told: '403 outside-binding' });
      expect(told[1]).toBe(told[0]);
    }
    expect((await world.get('/api/v1/inbound-sources/bss')).status).toBe(200);
    expect((await world.get('/api/v1/sources')).body.map(({ name }: { name: string }) => name)).toEqual(['crm']);
    expect((await world.get('/api/v1/templates')).body.every(({ version }: { version: number }) => version === 0)).toBe(
      true,
    );
  });

  it('and the things of the other unit are as they were', async () => {
    expect((await world.item(ids.other.get('feedback')!)).resolution).toBeNull();
    expect(await world.get(`/api/v1/webhooks/${ids.other.get('webhooks')}`)).toMatchObject({ body: { active: true } });
    for (const place of ['own', 'other'] as const)
      expect(await world.get(`/api/v1/imports/${ids[place].get('imports')}`)).toMatchObject({
        body: { state: 'queued' },
      });
    expect((await world.get(`/api/v1/people/${ids.other.get('people')}`)).body.active).toBe(true);
    const keys = (await world.get('/api/v1/keys')).body.items as { id: string; revokedAt: string | null }[];
    expect(keys.find(({ id }) => id === ids.other.get('keys'))!.revokedAt).toBeNull();
  });

  /** What is wrong with the answer to somebody who holds the scope; nothing when it is as it should be. */
  function complaintOf(operation: Operation, place: Place, { status, body }: Answer): string | undefined {
    if (status >= 500) return 'should never fail';
    if (status === 401) return 'is signed in';
    const mine = place === 'own' && kindOf(operation) === 'imports';
    const hidden = mine || place === 'other' || (place === 'unknown' && kindOf(operation) !== undefined);
    if (hidden && (status !== 404 || body.code !== 'not-found')) return 'should be told that there is no such thing';
    const inner = (operation.path.match(/\{/g) ?? []).length > 1;
    if (!hidden && place === 'own' && !inner && operation.path.includes('{') && status === 404)
      return 'should find their own';
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
