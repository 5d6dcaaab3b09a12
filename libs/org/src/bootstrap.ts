import type { Database, Sql } from '@huiyin/database';
import { makeKey } from './api-keys.js';
import { generatePassword, hashPassword } from './passwords.js';
import { hasNobody, insertPerson } from './people.store.js';

/** What the first start hands over: somebody who may do everything, and a key that may. */
export interface FirstCredentials {
  readonly admin: { readonly username: string; readonly password: string };
  readonly apiKey: string;
}

/**
 * Adds the first person and the first key, when nobody is there yet; otherwise null. Processes that start at the same
 * moment wait for each other, and one of them does it. `keep` (writing the file) runs before the commit: after a crash
 * in between, nothing has been added and the next start does both again, so the credentials cannot get lost.
 */
export async function bootstrap(
  database: Database,
  keep: (credentials: FirstCredentials) => Promise<void> = async () => undefined,
): Promise<FirstCredentials | null> {
  return database.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('huiyin.bootstrap'))`);
    if (!(await hasNobody(tx))) return null;
    const credentials = await addFirst(tx);
    await keep(credentials);
    return credentials;
  });
}

async function addFirst(tx: Sql): Promise<FirstCredentials> {
  const username = 'admin';
  const password = generatePassword();
  await insertPerson(tx, {
    username,
    displayName: 'Administrator',
    passwordHash: await hashPassword(password),
    language: 'zh',
    mustChangePassword: false,
    roles: [],
    scopes: ['admin'],
  });
  const { key } = await makeKey(tx, { name: 'first key', scopes: ['admin'], createdBy: 'system' });
  return { admin: { username, password }, apiKey: key };
}
