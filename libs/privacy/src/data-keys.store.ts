import type { Sql } from '@huiyin/database';
import type { DataKey, Vault } from './vault.js';

/** A data key that is about to be stored. */
export interface NewKey {
  readonly id: string;
  /** Hexadecimal; null for an item of somebody unknown. */
  readonly owner: string | null;
  readonly wrapped: string;
}

/** The keys on record of these owners (hexadecimal), by owner. */
export async function keysOfOwners(sql: Sql, vault: Vault, owners: readonly string[]): Promise<Map<string, DataKey>> {
  if (owners.length === 0) return new Map();
  const rows = await sql.query<{ id: string; owner: string; wrapped: string }>(
    `select k.id, encode(k.owner, 'hex') as owner, k.wrapped from customer_key k
     where k.owner = any($1::bytea[]) order by k.id desc`,
    // As one text: with a list of values Postgres looks each up in the index, whatever it believes of the size of the table.
    [`{${owners.map((owner) => `"\\\\x${owner}"`).join(',')}}`],
    'keys of owners',
  );
  // Two processes that met the same new customer at once made two keys: the older one is used from then on.
  return new Map(rows.map(({ id, owner, wrapped }) => [owner, vault.unwrap(id, wrapped)]));
}

/** The keys with these ids; one that was destroyed is missing. */
export async function keysById(sql: Sql, vault: Vault, ids: readonly string[]): Promise<Map<string, DataKey>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: string; wrapped: string }>(
    'select id, wrapped from customer_key where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, wrapped }) => [id, vault.unwrap(id, wrapped)]));
}

/** Stores new data keys. */
export async function insertKeys(sql: Sql, keys: readonly NewKey[], customerId: string | null = null): Promise<void> {
  await sql.query(
    `insert into customer_key (id, owner, customer_id, wrapped)
     select id, decode(owner, 'hex'), $2, wrapped from json_to_recordset($1) as k(id uuid, owner text, wrapped text)`,
    [JSON.stringify(keys), customerId],
  );
}

/**
 * The key of each of these items; an item without one gets one now, in the transaction `tx`.
 * @param newId gives the id of a new key
 * @returns feedback id → key; without the items whose key was destroyed
 */
export async function keysOfItems(
  tx: Sql,
  vault: Vault,
  feedbackIds: readonly string[],
  newId: () => string,
): Promise<Map<string, DataKey>> {
  if (feedbackIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; keyId: string | null; wrapped: string | null }>(
    `select w.feedback_id as id, w.key_id as "keyId", k.wrapped from feedback_words w left join customer_key k on k.id = w.key_id
     where w.feedback_id = any($1::uuid[]) order by w.feedback_id for update of w`,
    [feedbackIds],
  );
  const keys = new Map<string, DataKey>();
  const made: (NewKey & { feedbackId: string })[] = [];
  for (const { id, keyId, wrapped } of rows) {
    if (keyId && wrapped) keys.set(id, vault.unwrap(keyId, wrapped));
    else {
      const fresh = vault.newKey(newId());
      keys.set(id, fresh.key);
      made.push({ id: fresh.key.id, owner: null, wrapped: fresh.wrapped, feedbackId: id });
    }
  }
  if (made.length > 0) await giveKeys(tx, made);
  return keys;
}

async function giveKeys(tx: Sql, made: readonly (NewKey & { feedbackId: string })[]): Promise<void> {
  await insertKeys(tx, made);
  await tx.query(
    `with given as (
       update feedback_words w set key_id = k.id from json_to_recordset($1) as k(id uuid, "feedbackId" uuid)
       where w.feedback_id = k."feedbackId" returning w.feedback_id, w.key_id
     )
     update customer_key k set customer_id = f.customer_id from given g join feedback f on f.id = g.feedback_id
     where k.id = g.key_id and f.customer_id is not null`,
    [JSON.stringify(made)],
  );
}
