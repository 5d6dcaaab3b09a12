import type { Sql } from '@huiyin/database';
import {
  blindIdentity,
  identities,
  identityKey,
  keysOfItems,
  openOriginals,
  originalsAt,
  type Vault,
} from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import { recognise, type CustomerDetails, type Recognition, type Unrecognised } from './collect.js';
import { maskCustomer, type Originals } from './guard.js';

/** The customers of a batch as their senders described them. Without the items whose customer was erased in the meantime. */
export async function loadCustomers(tx: Sql, vault: Vault, ids: readonly string[]): Promise<Unrecognised[]> {
  const rows = await tx.query<StoredCustomer>(
    `select w.feedback_id as "feedbackId", w.source, w.customer, w.sealed, w.guarded, w.key_id as "keyId", k.wrapped
     from feedback_words w left join customer_key k on k.id = w.key_id
     where w.feedback_id = any($1::uuid[]) and w.customer is not null`,
    [ids],
  );
  // What an earlier version took in has no key yet.
  const keyless = rows.filter(({ guarded, wrapped }) => !guarded && !wrapped).map(({ feedbackId }) => feedbackId);
  const fresh = await keysOfItems(tx, vault, keyless, uuidv7);
  return rows.flatMap(({ feedbackId, source, customer, sealed, keyId, wrapped }) => {
    const key = keyId && wrapped ? vault.unwrap(keyId, wrapped) : fresh.get(feedbackId);
    if (!key) return [];
    const originals = openOriginals<Originals>(sealed, key, originalsAt('feedback_words', feedbackId));
    const told = originals.customer ?? customer;
    const known = identities(told, source).map((identity) => blindIdentity(vault, identity));
    return [{ feedbackId, customer: told, identities: known, key }];
  });
}

interface StoredCustomer {
  readonly feedbackId: string;
  readonly source: string | null;
  readonly customer: CustomerDetails;
  readonly sealed: string | null;
  readonly guarded: boolean;
  readonly keyId: string | null;
  readonly wrapped: string | null;
}

async function knownIdentities(tx: Sql, items: readonly Unrecognised[]): Promise<Map<string, string>> {
  const wanted = items.flatMap((item) => item.identities);
  const rows = await tx.query<{ kind: string; value: string; customerId: string }>(
    `select i.kind, i.value, i.customer_id as "customerId" from json_to_recordset($1) as w(kind text, value text)
     join customer_identity i using (kind, value)`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [identityKey(row), row.customerId]));
}

/**
 * Recognises the customers of a batch and writes those that are new. Two workers that meet the same new customer agree: the
 * identity belongs to whoever wrote it first, and the other looks again.
 * @param newId gives the id of a new customer
 * @returns feedback id → customer id
 */
export async function recordCustomers(
  tx: Sql,
  items: readonly Unrecognised[],
  newId: () => string,
): Promise<Map<string, string>> {
  for (;;) {
    const { customerOf, newCustomers, newIdentities } = recognise(items, await knownIdentities(tx, items), newId);
    const taken = await tx.query<{ kind: string }>(
      `insert into customer_identity (kind, value, customer_id)
       select kind, value, "customerId" from json_to_recordset($1) as n(kind text, value text, "customerId" uuid) order by kind, value
       on conflict do nothing returning kind`,
      [JSON.stringify(newIdentities)],
    );
    if (taken.length < newIdentities.length) {
      await tx.query('delete from customer_identity where customer_id = any($1::uuid[])', [
        newCustomers.map(({ id }) => id),
      ]);
      continue;
    }
    await insertCustomers(tx, newCustomers);
    await ownKeys(tx, items, customerOf);
    return customerOf;
  }
}

async function insertCustomers(tx: Sql, customers: Recognition['newCustomers']): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ id, customer, key }) => ({
    ...maskCustomer(customer),
    customerId: id,
    sealed: key?.seal(JSON.stringify({ customer }), originalsAt('customer', id)),
    keyId: key?.id,
  }));
  await tx.query(
    `insert into customer (id, name, phone, email, region, tier, sealed, key_id)
     select "customerId", name, phone, email, region, tier, sealed, "keyId" from json_to_recordset($1) as n(
       "customerId" uuid, name text, phone text, email text, region text, tier text, sealed text, "keyId" uuid)`,
    [JSON.stringify(rows)],
  );
}

/** Keys that were made before their customer was known belong to the customer from now on: erasing destroys them. */
async function ownKeys(
  tx: Sql,
  items: readonly Unrecognised[],
  customerOf: ReadonlyMap<string, string>,
): Promise<void> {
  const owned = items.flatMap(({ feedbackId, key }) => {
    const customerId = customerOf.get(feedbackId);
    return key && customerId ? [{ id: key.id, customerId }] : [];
  });
  if (owned.length === 0) return;
  await tx.query(
    `update customer_key k set customer_id = o."customerId" from json_to_recordset($1) as o(id uuid, "customerId" uuid)
     where k.id = o.id and k.customer_id is null`,
    [JSON.stringify(owned)],
  );
}
