import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { revokeKeysOf } from './api-keys.store.js';
import { recordAudit } from './audit/audit.js';
import { cleanName, cleanRoles, cleanScopes, invalid } from './fields.js';
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
import type { UnitRef } from './principal.js';
import { scopesOf } from './roles.js';
import { deleteSessionsOf } from './sessions.store.js';
import { deleteAttempts } from './sign-in.store.js';
import { accountSubject } from './sign-in-subjects.js';
import { isUnitCode } from './unit.js';
import { selectUnitsByCode } from './units.store.js';

/** Those who sign in: added, changed, deactivated (never deleted: the ledger names them). `by` is who does it, for the audit. */
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
    return (await this.findByUsername(username)) ?? notFound();
  }

  /** The person with this user name, whatever its case. */
  async findByUsername(username: string): Promise<Person | undefined> {
    const name = normaliseUsername(username);
    return isUsername(name) ? store.selectPersonByUsername(this.database, name) : undefined;
  }

  /**
   * Adds somebody; `password` in the answer is the one that was made, null when one was given.
   * @throws {CodedError} `validation-failed`, `unknown-unit`, `already-exists`
   */
  async create(input: NewPerson, by = 'system'): Promise<{ person: Person; password: string | null }> {
    const { row, generated } = await personRow(input);
    const person = await this.database.transaction(async (tx) => {
      const units = await unitsOf(tx, input.units ?? []);
      const id = await store.insertPerson(tx, row);
      if (id === undefined) {
        throw new CodedError('already-exists', `The user name "${row.username}" is taken; choose another`);
      }
      await replaceUnits(tx, id, units);
      await audit(tx, { by, id, details: { added: true, roles: row.roles, units: units.map(({ code }) => code) } });
      return (await store.selectPerson(tx, id)) ?? notFound();
    });
    return { person, password: generated };
  }

  /**
   * Changes somebody. Sessions end at once when the person is deactivated, may do other things than before, or belongs
   * to other units.
   */
  async update(id: number, patch: PersonPatch, by = 'system'): Promise<Person> {
    return this.database.transaction(async (tx) => {
      const before = (await store.lockPerson(tx, id)) ?? notFound();
      const after = await patched(tx, before, patch);
      await store.updatePerson(tx, after);
      if (patch.units) await replaceUnits(tx, id, after.units);
      if (!after.active || rightsOf(after) !== rightsOf(before)) await deleteSessionsOf(tx, id);
      const revoked = !after.active && patch.revokeKeys ? await revokeKeysOf(tx, `person:${id}`) : [];
      const changed = Object.keys(patch).filter((name) => patch[name as keyof PersonPatch] !== undefined);
      await audit(tx, { by, id, details: { changed, ...(revoked.length > 0 ? { revokedKeys: revoked } : {}) } });
      return after;
    });
  }

  /** Ends all sessions and refuses new ones until the person is activated again. */
  deactivate(id: number, by = 'system'): Promise<Person> {
    return this.update(id, { active: false }, by);
  }

  /**
   * Sets another password (without one given, a new one is made), which the person must change at the next sign-in.
   * Ends all sessions and forgets wrong tries. Answers with the password to hand over.
   */
  async resetPassword(id: number, given?: string, by = 'system'): Promise<string> {
    const { username } = await this.get(id);
    if (given !== undefined) checkPassword(given, username);
    const password = given ?? generatePassword();
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      await store.updatePassword(tx, id, passwordHash, true);
      await deleteSessionsOf(tx, id);
      await deleteAttempts(tx, accountSubject(username));
      await audit(tx, { by, id, details: { changed: ['password'] } });
    });
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

async function patched(tx: Sql, before: Person, patch: PersonPatch): Promise<Person> {
  return {
    ...before,
    displayName: patch.displayName === undefined ? before.displayName : cleanName(patch.displayName, 'displayName'),
    language: cleanLanguage(patch.language ?? before.language),
    active: patch.active ?? before.active,
    roles: patch.roles ? cleanRoles(patch.roles) : before.roles,
    units: patch.units ? await unitsOf(tx, patch.units) : before.units,
    scopes: patch.scopes ? cleanScopes(patch.scopes) : before.scopes,
  };
}

/** What somebody may do and see, in one word that can be compared. */
function rightsOf(person: Person): string {
  return JSON.stringify([scopesOf(person), person.units.map(({ id }) => id).sort()]);
}

async function unitsOf(tx: Sql, codes: readonly string[]): Promise<UnitRef[]> {
  const wanted = [...new Set(codes)];
  const found = await selectUnitsByCode(tx, wanted.filter(isUnitCode));
  const missing = wanted.find((code) => !found.some((unit) => unit.code === code));
  if (missing !== undefined) {
    const message = `There is no unit "${missing.slice(0, 64)}"; GET /api/v1/units lists them`;
    throw new CodedError('unknown-unit', message, [{ field: 'units', message }]);
  }
  return found.map(({ id, code, path }) => ({ id, code, path })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function replaceUnits(tx: Sql, id: number, units: readonly UnitRef[]): Promise<void> {
  return store.replaceUnits(
    tx,
    id,
    units.map((unit) => unit.id),
  );
}

function audit(sql: Sql, what: { by: string; id: number; details: Record<string, unknown> }): Promise<void> {
  return recordAudit(sql, {
    actor: what.by,
    action: 'person.changed',
    subject: `person:${what.id}`,
    details: what.details,
  });
}

/** Checks somebody to add and hashes the password. */
async function personRow(input: NewPerson): Promise<{ row: store.PersonRow; generated: string | null }> {
  const username = normaliseUsername(input.username);
  if (!isUsername(username)) {
    throw invalid('username', 'Use 2 to 64 letters and digits, then also . _ @ + - (no spaces)');
  }
  const displayName = cleanName(input.displayName ?? username, 'displayName');
  const [roles, scopes] = [cleanRoles(input.roles ?? []), cleanScopes(input.scopes ?? [])];
  const language = cleanLanguage(input.language ?? 'zh');
  if (input.password !== undefined) checkPassword(input.password, username);
  const generated = input.password === undefined ? generatePassword() : null;
  const passwordHash = await hashPassword(input.password ?? generated ?? '');
  const mustChangePassword = input.mustChangePassword ?? true;
  return { row: { username, displayName, passwordHash, language, mustChangePassword, roles, scopes }, generated };
}

function cleanLanguage(language: string): Language {
  const found = LANGUAGES.find((one) => one === language);
  if (!found) throw invalid('language', `Use one of: ${LANGUAGES.join(', ')}`);
  return found;
}

function notFound(): never {
  throw new CodedError('not-found', 'There is no such person; GET /api/v1/people lists everybody');
}
