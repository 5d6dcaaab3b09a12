import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { ApiKeys } from './api-keys.js';
import { may } from './principal.js';
import { ShortCache } from './short-cache.js';

describe('API keys', () => {
  const clock = new ShiftedClock();
  let test: TestDatabase;
  let database: Database;
  let keys: ApiKeys;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = new Database(
      {
        url: test.url,
        poolSize: 3,
        statementTimeoutMs: 10_000,
        idleTransactionTimeoutMs: 10_000,
        applicationName: 'spec',
      },
      clock,
    );
    keys = new ApiKeys(database);
  });

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const make = (more: { scopes?: string[]; expiresAt?: string } = {}) =>
    keys.create({ name: 'crm', scopes: ['feedback:write'], createdBy: 'system', ...more });

  it('lets in the system that holds a key, with the scopes of the key', async () => {
    const { id, key } = await make({ scopes: ['feedback:write', 'feedback:write', 'units:read'] });
    expect(key).toMatch(/^hy_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
    const who = await keys.authenticate(key);
    expect(who).toMatchObject({ kind: 'key', id, name: 'crm', actor: `key:${id}` });
    expect([...who!.scopes]).toEqual(['feedback:write', 'units:read']);
    expect(may(who!, 'units:read')).toBe(true);
    expect(may(who!, 'units:write')).toBe(false);
  });

  it('stores no secret', async () => {
    const { key, id } = await make();
    const [row] = await database.query<{ row: string }>(`select api_key::text as row from api_key where id = $1`, [id]);
    expect(row!.row).not.toContain(key.slice(-43));
    expect(JSON.stringify(await keys.list())).not.toContain(key.slice(-43));
  });

  it('refuses a wrong secret, an unknown id and what is no key at all', async () => {
    const { key } = await make();
    const other = await make();
    const wrong = key.slice(0, -43) + other.key.slice(-43);
    const unknown = `hy_${'a'.repeat(12)}_${key.slice(-43)}`;
    for (const presented of [
      wrong,
      unknown,
      key.slice(0, -1),
      `${key}x`,
      '',
      'hy__',
      'hy_a_b\0',
      'x'.repeat(100_000),
    ]) {
      expect(await keys.authenticate(presented)).toBeNull();
    }
    expect(await keys.authenticate(key)).not.toBeNull();
  });

  it('has two live at once, and stops only the one that is revoked', async () => {
    const [old, fresh] = [await make(), await make()];
    expect(await keys.authenticate(old.key)).not.toBeNull();
    expect(await keys.authenticate(fresh.key)).not.toBeNull();
    const revoked = await keys.revoke(old.id);
    expect(revoked.revokedAt).not.toBeNull();
    expect(await keys.authenticate(old.key)).toBeNull();
    expect(await keys.authenticate(fresh.key)).not.toBeNull();
    expect((await keys.revoke(old.id)).revokedAt).toBe(revoked.revokedAt);
  });

  it('stops a revoked key in another process after at most a second', async () => {
    let now = 0;
    const elsewhere = new ApiKeys(database, () => now);
    const { id, key } = await make();
    expect(await elsewhere.authenticate(key)).not.toBeNull();
    await keys.revoke(id);
    now = 1_000;
    expect(await elsewhere.authenticate(key)).toBeNull();
  });

  it('stops a key when its time has come, and refuses to make one whose time has passed', async () => {
    const [soon] = await database.query<{ at: string }>(`select loop_now() + interval '1 hour' as at`);
    const { key } = await make({ expiresAt: soon!.at });
    expect(await keys.authenticate(key)).not.toBeNull();
    clock.advance(3_600_000);
    expect(await new ApiKeys(database).authenticate(key)).toBeNull();
    clock.advance(-3_600_000);
    await expect(make({ expiresAt: '2001-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'validation-failed',
      fields: [{ field: 'expiresAt' }],
    });
    await expect(make({ expiresAt: 'soon' })).rejects.toMatchObject({ code: 'validation-failed' });
  });

  it('remembers when a key was last used, without a query on the way', async () => {
    const { id, key } = await make();
    const lastUsed = async () => (await keys.list()).find((one) => one.id === id)!.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await keys.authenticate(key);
    await keys.flush();
    expect(await lastUsed()).toMatch(/^\d{4}-.*\.\d{6}Z$/);
  });

  it('refuses unknown scopes, no scopes, and an unknown id to revoke', async () => {
    await expect(make({ scopes: ['everything'] })).rejects.toMatchObject({ fields: [{ field: 'scopes' }] });
    await expect(make({ scopes: [] })).rejects.toMatchObject({ fields: [{ field: 'scopes' }] });
    await expect(keys.revoke('nosuchkey')).rejects.toMatchObject({ code: 'not-found' });
    await expect(keys.revoke('\0')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the short memory of keys', () => {
  it('remembers nothing of what is not there, and never more than ten thousand', async () => {
    const cache = new ShortCache<string>(async (id) =>
      id.startsWith('no') ? undefined : { value: id, keepMs: 1_000 },
    );
    for (let i = 0; i < 100; i++) await cache.get(`no${i}`);
    expect(cache.size).toBe(0);
    for (let i = 0; i < 10_050; i++) await cache.get(`yes${i}`);
    expect(cache.size).toBe(10_000);
  });

  it('does not believe a look-up that began before the key was forgotten', async () => {
    const answers: ((value: { value: string; keepMs: number } | undefined) => void)[] = [];
    const cache = new ShortCache<string>(() => new Promise((resolve) => answers.push(resolve)));
    const early = cache.get('k');
    cache.forget('k');
    const late = cache.get('k');
    answers[0]!({ value: 'live', keepMs: 1_000 });
    await early;
    answers[1]!(undefined);
    expect(await late).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('asks once for look-ups of the same moment', async () => {
    let asked = 0;
    const cache = new ShortCache<number>(
      async () => ({ value: ++asked, keepMs: 1_000 }),
      () => 0,
    );
    expect(await Promise.all([cache.get('k'), cache.get('k'), cache.get('k')])).toEqual([1, 1, 1]);
    expect(cache.get('k')).toBe(1);
  });
});
