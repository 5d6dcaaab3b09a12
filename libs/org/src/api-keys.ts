import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { ApiKeyUse } from './api-key-use.js';
import * as store from './api-keys.store.js';
import { cleanName, cleanScopes, invalid } from './fields.js';
import { principal, type Principal } from './principal.js';
import { randomReadable, randomToken, sameBytes, sha256 } from './secrets.js';
import { ShortCache } from './short-cache.js';

const KEY = /^hy_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const ID = /^[a-z0-9]{1,32}$/;

/** How long another process may take to notice that a key was revoked, milliseconds. */
const BELIEVED_MS = 1_000;

/** A key to make. `expiresAt` is ISO 8601; left out, the key has no end. */
export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string | null | undefined;
  /** Who makes it: a principal's `actor`, or `system`. */
  readonly createdBy: string;
}

/** A key that has just been made; `key` is the only copy of `hy_<id>_<secret>`. */
export interface MadeApiKey extends store.ApiKey {
  readonly key: string;
}

interface Known {
  readonly secretHash: Buffer;
  readonly principal: Principal;
}

/** Keys of other systems. Any number may be live at once, so a key is replaced without an interruption. */
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
  create(input: NewApiKey, sql: Sql = this.database): Promise<MadeApiKey> {
    return makeKey(sql, input);
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
  async revoke(id: string): Promise<store.ApiKey> {
    const key = present(ID.test(id) ? await store.revokeKey(this.database, id) : undefined);
    this.known.forget(id);
    return key;
  }

  /** Whose key this is, or null when it is malformed, unknown, wrong, revoked or expired. */
  async authenticate(presented: string): Promise<Principal | null> {
    const [, id, secret] = KEY.exec(presented) ?? [];
    if (id === undefined || secret === undefined) return null;
    const known = await this.known.get(id);
    if (!known || !sameBytes(sha256(secret), known.secretHash)) return null;
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
    const value: Known = { secretHash: key.secretHash, principal: principal('key', key) };
    return { value, keepMs: Math.min(BELIEVED_MS, key.remainingMs ?? BELIEVED_MS) };
  }
}

/** Makes a key through `sql`, which may be a transaction. */
export async function makeKey(sql: Sql, input: NewApiKey): Promise<MadeApiKey> {
  const id = randomReadable(12);
  const secret = randomToken();
  const scopes = cleanScopes(input.scopes);
  if (scopes.length === 0) throw invalid('scopes', 'Give the key at least one scope');
  const expiresAt = input.expiresAt ? cleanTime(input.expiresAt) : null;
  const name = cleanName(input.name, 'name');
  const row = { id, name, secretHash: sha256(secret), scopes, createdBy: input.createdBy, expiresAt };
  const key = await store.insertKey(sql, row);
  if (!key) throw invalid('expiresAt', 'The key would have expired already; choose a time to come');
  return { ...key, key: `hy_${id}_${secret}` };
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
