import type { Sql } from '@huiyin/database';
import type { UnitRef } from './principal.js';
import type { Scope } from './scopes.js';

/** A key as it may be shown: without its secrets, which are not stored. */
export interface ApiKey {
  /** The middle part of `hy_<id>_<secret>`; not secret. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The one source that it may write; null for any. */
  readonly source: string | null;
  /** The unit that it writes for and sees, with what is under it; null for all. */
  readonly unit: UnitRef | null;
  /** Who made it: `person:7`, `key:…` or `system`. */
  readonly createdBy: string;
  readonly createdAt: string;
  /** Null for a key without an end. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute. */
  readonly lastUsedAt: string | null;
  readonly rotatedAt: string | null;
  /** Until when the secret before the last rotation works; null when it does not. */
  readonly previousUntil: string | null;
  /** True when the person who made it has been deactivated: it works on, and somebody should decide about it. */
  readonly orphaned: boolean;
}

/** What a presented key is compared with. */
export interface LiveKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly source: string | null;
  readonly unit: UnitRef | null;
  readonly secretHash: Buffer;
  /** Null when only one secret is live. */
  readonly previousHash: Buffer | null;
  /** Milliseconds until it, or the secret before, expires; null for never. */
  readonly remainingMs: number | null;
}

/** A checked key on its way into the table; `expiresAt` is ISO 8601 or null. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly Scope[];
  readonly source: string | null;
  readonly unitId: number | null;
  readonly createdBy: string;
  readonly expiresAt: string | null;
}

const UNIT = `(select json_build_object('id', u.id, 'code', u.code, 'path', u.path) from unit u where u.id = k.unit_id) as unit`;

const COLUMNS = `k.id, k.name, k.scopes, k.source, ${UNIT}, k.created_by as "createdBy", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt", k.rotated_at as "rotatedAt",
  case when k.previous_until > loop_now() then k.previous_until end as "previousUntil",
  exists (select from person p where not p.active
    and p.id = case when k.created_by ~ '^person:[0-9]+$' then substr(k.created_by, 8)::bigint end) as orphaned`;

/** Answers with nothing when the end is not in the future. */
export async function insertKey(sql: Sql, row: ApiKeyRow): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `insert into api_key as k (id, name, secret_hash, scopes, source, unit_id, created_by, expires_at)
     select $1, $2, $3, $4, $5, $6, $7, $8::timestamptz where $8::timestamptz is null or $8::timestamptz > loop_now()
     returning ${COLUMNS}`,
    [row.id, row.name, row.secretHash, row.scopes, row.source, row.unitId, row.createdBy, row.expiresAt],
  );
  return key;
}

/** All keys, the newest first, revoked and expired ones too. */
export function selectKeys(sql: Sql): Promise<ApiKey[]> {
  return sql.query<ApiKey>(`select ${COLUMNS} from api_key k order by k.created_at desc, k.id`);
}

/** The key, revoked and expired ones too. */
export async function selectKey(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(`select ${COLUMNS} from api_key k where k.id = $1`, [id]);
  return key;
}

/** The key, unless it is revoked, expired or unknown. */
export async function selectLiveKey(sql: Sql, id: string): Promise<LiveKey | undefined> {
  const [key] = await sql.query<LiveKey>(
    `select k.id, k.name, k.scopes, k.source, ${UNIT}, k.secret_hash as "secretHash",
       case when k.previous_until > t.at then k.previous_hash end as "previousHash",
       extract(epoch from least(k.expires_at, case when k.previous_until > t.at then k.previous_until end) - t.at)::float8 * 1000 as "remainingMs"
     from api_key k cross join (select loop_now() as at) t
     where k.id = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > t.at)`,
    [id],
  );
  return key;
}

/** Revokes; the time of a first revocation stays. Answers with nothing when there is no such key. */
export async function revokeKey(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `update api_key k set revoked_at = coalesce(revoked_at, loop_now()) where id = $1 returning ${COLUMNS}`,
    [id],
  );
  return key;
}

/** Revokes the keys that somebody has made; answers with their ids. */
export async function revokeKeysOf(sql: Sql, maker: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    'update api_key set revoked_at = loop_now() where created_by = $1 and revoked_at is null returning id',
    [maker],
  );
  return rows.map(({ id }) => id);
}

/**
 * Puts a new secret in the place of the present one, which goes on working for `hours` (0: not at all). Answers with
 * nothing when the key is revoked or expired, or has two live secrets already.
 */
export async function rotateKey(
  sql: Sql,
  id: string,
  { secretHash, hours }: { readonly secretHash: Buffer; readonly hours: number },
): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `update api_key k set secret_hash = $2, rotated_at = loop_now(),
       previous_hash = case when $3::float8 > 0 then k.secret_hash end,
       previous_until = case when $3::float8 > 0 then loop_now() + make_interval(secs => $3::float8 * 3600) end
     where k.id = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > loop_now())
       and (k.previous_until is null or k.previous_until <= loop_now())
     returning ${COLUMNS}`,
    [id, secretHash, hours],
  );
  return key;
}

/**
 * Ends one of two live secrets: the `previous` one, or the `current` one, and then the previous one becomes the current
 * one again and has no end of its own. Answers with nothing when there are not two.
 */
export async function endSecret(sql: Sql, id: string, which: 'current' | 'previous'): Promise<ApiKey | undefined> {
  const [key] = await sql.query<ApiKey>(
    `update api_key k set secret_hash = case when $2 = 'current' then k.previous_hash else k.secret_hash end,
       previous_hash = null, previous_until = null
     where k.id = $1 and k.revoked_at is null and k.previous_until > loop_now()
     returning ${COLUMNS}`,
    [id, which],
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
