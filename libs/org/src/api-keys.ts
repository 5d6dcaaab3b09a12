import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { ApiKeyUse } from './api-key-use.js';
import * as store from './api-keys.store.js';
import { recordAudit } from './audit/audit.js';
import { cleanName, cleanScopes, invalid } from './fields.js';
import { principal, type Principal } from './principal.js';
import { randomReadable, randomToken, sameBytes, sha256 } from './secrets.js';
import { ShortCache } from './short-cache.js';
import { isUnitCode } from './unit.js';
import { selectUnitsByCode } from './units.store.js';

const KEY = /^hy_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const ID = /^[a-z0-9]{1,32}$/;

/** How long another process may take to notice that a key was revoked, milliseconds. */
const BELIEVED_MS = 1_000;

/** How long the old secret of a rotated key goes on working when nobody says otherwise, and at most, hours. */
export const ROTATION_HOURS = { usual: 24, most: 24 * 90 } as const;

/** A key to make. `expiresAt` is ISO 8601; left out, the key has no end. */
export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string | null | undefined;
  /** The one source that it may write. */
  readonly source?: string | null | undefined;
  /** Code of the unit that it writes for and sees, with what is under it. */
  readonly unit?: string | null | undefined;
  /** Who makes it: a principal's `actor`, or `system`. */
  readonly createdBy: string;
}

/** A key, or its new secret, that has just been made; `key` is the only copy of `hy_<id>_<secret>`. */
export interface MadeApiKey extends store.ApiKey {
  readonly key: string;
}

interface Known {
  readonly secretHash: Buffer;
  readonly previousHash: Buffer | null;
  readonly principal: Principal;
}

/**
 * Keys of other systems. A key is replaced without an interruption: either by another one, or by another secret of the
 * same key (`rotate`), of which two work at once for a while.
 */
export class ApiKeys {
  private readonly known: ShortCache<Known>;
  private readonly use: ApiKeyUse;

  constructor(
    private readonly database: Database,
    monotonicMs?: () => number,
  ) {
    this.known = new ShortCache((id) => this.find(id), monotonicMs);
    this.use = new ApiKeyUse(database);
  }

  /** Makes a key; the answer is the only time that it is shown whole. */
  create(input: NewApiKey, sql?: Sql): Promise<MadeApiKey> {
    return sql ? makeKey(sql, input) : this.database.transaction((tx) => makeKey(tx, input));
  }

  /** All keys, the newest first, revoked and expired ones too. */
  list(): Promise<store.ApiKey[]> {
    return store.selectKeys(this.database);
  }

  /** One key, a revoked or expired one too. `not-found` for an unknown id. */
  async get(id: string): Promise<store.ApiKey> {
    return present(ID.test(id) ? await store.selectKey(this.database, id) : undefined);
  }

  /** Stops a key: at once in this process, within a second in the others. `not-found` for an unknown id. */
  async revoke(id: string, by = 'system'): Promise<store.ApiKey> {
    const key = await this.database.transaction(async (tx) => {
      const revoked = present(ID.test(id) ? await store.revokeKey(tx, id) : undefined);
      await recordAudit(tx, { actor: by, action: 'key.revoked', subject: `key:${id}` });
      return revoked;
    });
    this.known.forget(id);
    return key;
  }

  /**
   * Makes another secret for a key; the present one works for `hours` more, 0 for not at all.
   * @throws {CodedError} `not-found`; `two-secrets` when two are live already, or the key itself is not
   */
  async rotate(id: string, hours: number = ROTATION_HOURS.usual, by = 'system'): Promise<MadeApiKey> {
    await this.get(id);
    const secret = randomToken();
    const key = await this.database.transaction(async (tx) => {
      const rotated = await store.rotateKey(tx, id, { secretHash: sha256(secret), hours });
      if (rotated) await recordAudit(tx, { actor: by, action: 'key.made', subject: `key:${id}`, details: { hours } });
      return rotated;
    });
    if (!key) {
      const detail = 'The key is revoked or expired, or two secrets work already; end one of them first';
      throw new CodedError('two-secrets', detail);
    }
    this.known.forget(id);
    return { ...key, key: `hy_${id}_${secret}` };
  }

  /**
   * Ends one of the two secrets of a key that was rotated. Without the `current` one the previous one is the key again.
   * @throws {CodedError} `not-found`; `two-secrets` when there are not two
   */
  async endSecret(id: string, which: 'current' | 'previous', by = 'system'): Promise<store.ApiKey> {
    await this.get(id);
    const key = await this.database.transaction(async (tx) => {
      const ended = await store.endSecret(tx, id, which);
      if (ended) await recordAudit(tx, { actor: by, action: 'key.revoked', subject: `key:${id}`, details: { which } });
      return ended;
    });
    if (!key) throw new CodedError('two-secrets', 'The key has one secret only; DELETE /api/v1/keys/{id} revokes it');
    this.known.forget(id);
    return key;
  }

  /** Whose key this is, or null when it is malformed, unknown, wrong, revoked or expired. */
  async authenticate(presented: string): Promise<Principal | null> {
    const [, id, secret] = KEY.exec(presented) ?? [];
    if (id === undefined || secret === undefined) return null;
    const known = await this.known.get(id);
    if (!known || !fits(known, sha256(secret))) return null;
    this.use.note(id);
    return known.principal;
  }

  /** Writes down when the keys were last used; call it before the database is closed. */
  flush(): Promise<void> {
    return this.use.flush();
  }

  private async find(id: string) {
    const key = await store.selectLiveKey(this.database, id);
    if (!key) return undefined;
    const { secretHash, previousHash, unit } = key;
    const value: Known = {
      secretHash,
      previousHash,
      principal: principal('key', { ...key, units: unit ? [unit] : [] }),
    };
    return { value, keepMs: Math.min(BELIEVED_MS, key.remainingMs ?? BELIEVED_MS) };
  }
}

/** Compares with both, so that the time says nothing about which one it is. */
function fits({ secretHash, previousHash }: Known, presented: Buffer): boolean {
  const [current, previous] = [sameBytes(presented, secretHash), sameBytes(presented, previousHash ?? Buffer.alloc(0))];
  return current || previous;
}

/** Makes a key through `sql`, which may be a transaction. */
export async function makeKey(sql: Sql, input: NewApiKey): Promise<MadeApiKey> {
  const id = randomReadable(12);
  const secret = randomToken();
  const scopes = cleanScopes(input.scopes);
  if (scopes.length === 0) throw invalid('scopes', 'Give the key at least one scope');
  const expiresAt = input.expiresAt ? cleanTime(input.expiresAt) : null;
  const name = cleanName(input.name, 'name');
  const source = input.source ? cleanName(input.source, 'source', 100) : null;
  const unitId = input.unit ? await unitIdOf(sql, input.unit) : null;
  const { createdBy } = input;
  const row = { id, name, secretHash: sha256(secret), scopes, source, unitId, createdBy, expiresAt };
  const key = await store.insertKey(sql, row);
  if (!key) throw invalid('expiresAt', 'The key would have expired already; choose a time to come');
  await recordAudit(sql, { actor: createdBy, action: 'key.made', subject: `key:${id}`, details: { scopes, unitId } });
  return { ...key, key: `hy_${id}_${secret}` };
}

async function unitIdOf(sql: Sql, code: string): Promise<number> {
  const [unit] = isUnitCode(code) ? await selectUnitsByCode(sql, [code]) : [];
  if (unit) return unit.id;
  const message = `There is no unit "${code.slice(0, 64)}"; GET /api/v1/units lists them`;
  throw new CodedError('unknown-unit', message, [{ field: 'unit', message }]);
}

function present(key: store.ApiKey | undefined): store.ApiKey {
  if (!key) throw new CodedError('not-found', 'There is no key with this id; GET /api/v1/keys lists them');
  return key;
}

function cleanTime(text: string): string {
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw invalid('expiresAt', 'Write a time in ISO 8601, such as 2027-01-31T00:00:00Z');
  return new Date(time).toISOString();
}
