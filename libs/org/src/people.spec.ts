import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { ApiKeys } from './api-keys.js';
import { bootstrap, type FirstCredentials } from './bootstrap.js';
import { checkPassword, generatePassword, hashPassword, verifyPassword } from './passwords.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

describe('people', () => {
  let test: TestDatabase;
  let database: Database;
  let people: People;

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
      new SystemClock(),
    );
    people = new People(database);
  });

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  it('are begun once by two processes that start together, and the credentials work', async () => {
    const kept: FirstCredentials[] = [];
    const keep = async (credentials: FirstCredentials) => void kept.push(credentials);
    const both = await Promise.all([bootstrap(database, keep), bootstrap(database, keep)]);
    const made = both.filter((credentials) => credentials !== null);
    expect(made).toHaveLength(1);
    expect(kept).toEqual(made);
    expect(await bootstrap(database)).toBeNull();
    const signIn = new SignIn(database, new Sessions(database, 12), people);
    await signIn.withPassword({ ...made[0]!.admin, address: '127.0.0.1' });
    const who = await new ApiKeys(database).authenticate(made[0]!.apiKey);
    expect([...who!.scopes]).toEqual(['admin']);
  });

  it('are not begun when the credentials cannot be kept, so that the next start does it again', async () => {
    const other = await createTestDatabase();
    const fresh = new Database(
      {
        url: other.url,
        poolSize: 2,
        statementTimeoutMs: 10_000,
        idleTransactionTimeoutMs: 10_000,
        applicationName: 's',
      },
      new SystemClock(),
    );
    await expect(bootstrap(fresh, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await new ApiKeys(fresh).list()).toEqual([]);
    expect(await bootstrap(fresh)).not.toBeNull();
    await fresh.close();
    await other.drop();
  });

  it('have user names that differ by more than case', async () => {
    const { person, password } = await people.create({ username: ' Li.Wei ', scopes: [] });
    expect(person).toMatchObject({ username: 'li.wei', displayName: 'li.wei', active: true, mustChangePassword: true });
    expect(password).toHaveLength(23);
    await expect(people.create({ username: 'LI.WEI', scopes: [] })).rejects.toMatchObject({ code: 'already-exists' });
    expect(await people.getByUsername('Li.Wei')).toEqual(person);
    for (const username of ['', 'a', 'two words', 'nul\0', `${'x'.repeat(65)}`, '<b>']) {
      await expect(people.create({ username, scopes: [] })).rejects.toMatchObject({ fields: [{ field: 'username' }] });
    }
    await expect(people.get(999_999)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('passwords', () => {
  it('are argon2id hashes with the cost that OWASP asks for', async () => {
    const hash = await hashPassword('quiet-lantern-harbour');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'quiet-lantern-harbour')).toBe(true);
    expect(await verifyPassword(hash, 'Quiet-lantern-harbour')).toBe(false);
    expect(await verifyPassword(undefined, 'quiet-lantern-harbour')).toBe(false);
  });

  it('are the same however their characters were typed', async () => {
    expect(await verifyPassword(await hashPassword('ｑｕｉｅｔ-lantern-１２'), 'quiet-lantern-12')).toBe(true);
  });

  it('are refused when short, huge, worn out or like the user name', () => {
    for (const password of [
      'short',
      'x'.repeat(129),
      'Password1234!',
      '123456789012',
      'aaaaaaaaaaaaaa',
      'wangfang12345',
      'Huiyin10086admin',
    ]) {
      expect(() => checkPassword(password, 'wangfang')).toThrow(expect.objectContaining({ code: 'validation-failed' }));
    }
    for (const password of ['quiet-lantern-harbour', '安静的灯笼照亮港口的夜晚', generatePassword()]) {
      expect(() => checkPassword(password, 'wangfang')).not.toThrow();
    }
  });
});
