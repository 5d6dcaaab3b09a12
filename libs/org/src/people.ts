import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { cleanName, cleanScopes, invalid } from './fields.js';
import { checkPassword, generatePassword, hashPassword } from './passwords.js';
import {
  isUsername,
  LANGUAGES,
  normaliseUsername,
  type Language,
  type NewPerson,
  type Person,
  type PersonPatch,
} from './person.js';
import * as store from './people.store.js';
import { deleteSessionsOf } from './sessions.store.js';
import { deleteAttempts } from './sign-in.store.js';
import { accountSubject } from './sign-in-subjects.js';

/** Those who sign in: added, changed, deactivated (never deleted: the ledger names them). */
export class People {
  constructor(private readonly database: Database) {}

  /** Everybody, by user name. */
  list(): Promise<Person[]> {
    return store.selectPeople(this.database);
  }

  /** The person, or `not-found`. */
  async get(id: number): Promise<Person> {
    return (await store.selectPerson(this.database, id)) ?? notFound();
  }

  /** The person with this user name, whatever its case, or `not-found`. */
  async getByUsername(username: string): Promise<Person> {
    const name = normaliseUsername(username);
    return (isUsername(name) ? await store.selectPersonByUsername(this.database, name) : undefined) ?? notFound();
  }

  /** Adds somebody; `password` in the answer is the one that was made, null when one was given. */
  async create(input: NewPerson): Promise<{ person: Person; password: string | null }> {
    const row = await personRow(input);
    const person = await store.insertPerson(this.database, row.row);
    if (!person) {
      throw new CodedError('already-exists', `The user name "${row.row.username}" is taken; choose another`);
    }
    return { person, password: row.generated };
  }

  /** Changes somebody. Sessions end at once when the person is deactivated or may do other things than before. */
  async update(id: number, patch: PersonPatch): Promise<Person> {
    return this.database.transaction(async (tx) => {
      const before = (await store.lockPerson(tx, id)) ?? notFound();
      const after: Person = {
        ...before,
        displayName: patch.displayName === undefined ? before.displayName : cleanName(patch.displayName, 'displayName'),
        language: cleanLanguage(patch.language ?? before.language),
        active: patch.active ?? before.active,
        scopes: patch.scopes ? cleanScopes(patch.scopes) : before.scopes,
      };
      await store.updatePerson(tx, after);
      if (!after.active || after.scopes.join() !== before.scopes.join()) await deleteSessionsOf(tx, id);
      return after;
    });
  }

  /** Ends all sessions and refuses new ones until the person is activated again. */
  deactivate(id: number): Promise<Person> {
    return this.update(id, { active: false });
  }

  /**
   * Sets another password (without one given, a new one is made), which the person must change at the next sign-in.
   * Ends all sessions and forgets wrong tries. Answers with the password to hand over.
   */
  async resetPassword(id: number, given?: string): Promise<string> {
    const { username } = await this.get(id);
    if (given !== undefined) checkPassword(given, username);
    const password = given ?? generatePassword();
    await this.setPassword(id, password, true);
    await deleteAttempts(this.database, accountSubject(username));
    return password;
  }

  /** Stores a password that has been checked and ends all sessions of the person. */
  async setPassword(id: number, password: string, mustChange: boolean): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      await store.updatePassword(tx, id, passwordHash, mustChange);
      await deleteSessionsOf(tx, id);
    });
  }
}

/** Checks somebody to add and hashes the password. */
async function personRow(input: NewPerson): Promise<{ row: store.PersonRow; generated: string | null }> {
  const username = normaliseUsername(input.username);
  if (!isUsername(username)) {
    throw invalid('username', 'Use 2 to 64 letters and digits, then also . _ @ + - (no spaces)');
  }
  const displayName = cleanName(input.displayName ?? username, 'displayName');
  const scopes = cleanScopes(input.scopes);
  const language = cleanLanguage(input.language ?? 'zh');
  if (input.password !== undefined) checkPassword(input.password, username);
  const generated = input.password === undefined ? generatePassword() : null;
  const passwordHash = await hashPassword(input.password ?? generated ?? '');
  const mustChangePassword = input.mustChangePassword ?? true;
  return { row: { username, displayName, passwordHash, language, mustChangePassword, scopes }, generated };
}

function cleanLanguage(language: string): Language {
  const found = LANGUAGES.find((one) => one === language);
  if (!found) throw invalid('language', `Use one of: ${LANGUAGES.join(', ')}`);
  return found;
}

function notFound(): never {
  throw new CodedError('not-found', 'There is no such person; GET /api/v1/people lists everybody');
}
