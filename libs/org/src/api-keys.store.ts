import type { Sql } from '@huiyin/database';
import type { Scope } from './scopes.js';

/** A key as it may be shown: without its secret, which is not stored. */
export interface ApiKey {
  /** The middle part of `hy_<id>_<secret>`; not secret. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Who made it: `person:7`, `key:…` or `system`. */
  readonly createdBy: string;
  readonly createdAt: string;
  /** Null for a key without an end. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute. */
  readonly lastUsedAt: string | null;
}

/** What a presented key is compared with. */
export interface LiveKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly secretHash: Buffer;
  /** Milliseconds until it expires; null for never. */
  readonly remainingMs: number | null;
}

/** A checked key on its way into the table; `expiresAt` is ISO 8601 or null. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  readonly expiresAt: string | null;
}

const COLUMNS = `id, name, scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

/** Answers with nothing when the end is not in the future. */
export async function insertKey(sql: Sql, row: ApiKeyRow): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `insert into api_key (id, name, secret_hash, scopes, created_by, expires_at)
     select $1, $2, $3, $4, $5, $6::timestamptz where $6::timestamptz is null or $6::timestamptz > loop_now()
     returning ${COLUMNS}`,
    [row.id, row.name, row.secretHash, row.scopes, row.createdBy, row.expiresAt],
  );
  return key;
}

/** All keys, the newest first, revoked and expired ones too. */
export function selectKeys(sql: Sql): Promise<ApiKey[]> {
  return sql.query<ApiKey>(`select ${COLUMNS} from api_key order by created_at desc, id`);
}

/** The key, revoked and expired ones too. */
export async function selectKey(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(`select ${COLUMNS} from api_key where id = $1`, [id]);
  return key;
}

/** The key, unless it is revoked, expired or unknown. */
export async function selectLiveKey(sql: Sql, id: string): Promise<LiveKey | undefined> {
  const [key] = await sql.query<LiveKey>(
    `select id, name, scopes, secret_hash as "secretHash",
       extract(epoch from expires_at - loop_now())::float8 * 1000 as "remainingMs"
     from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > loop_now())`,
    [id],
  );
  return key;
}

/** Revokes; the time of a first revocation stays. Answers with nothing when there is no such key. */
export async function revokeKey(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `update api_key set revoked_at = coalesce(revoked_at, loop_now()) where id = $1 returning ${COLUMNS}`,
    [id],
  );
  return key;
}

/** Writes down when keys were used: `ageSeconds` ago. Never moves a time back. */
export async function writeKeyUse(
  sql: Sql,
  uses: readonly { readonly id: string; readonly ageSeconds: number }[],
): Promise<void> {
  await sql.query(
    `update api_key k set last_used_at = loop_now() - make_interval(secs => u.age)
     from unnest($1::text[], $2::float8[]) as u(id, age)
     where k.id = u.id and (k.last_used_at is null or k.last_used_at < loop_now() - make_interval(secs => u.age))`,
    [uses.map(({ id }) => id), uses.map(({ ageSeconds }) => ageSeconds)],
  );
}
