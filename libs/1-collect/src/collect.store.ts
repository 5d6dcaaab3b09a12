import type { Sql } from '@huiyin/database';
import { identities, identityKey, recognise, type CustomerDetails, type Unrecognised } from './collect.js';

/** The customers of a batch as their senders described them. */
export async function loadCustomers(tx: Sql, ids: readonly string[]): Promise<Unrecognised[]> {
  const rows = await tx.query<{ feedbackId: string; source: string | null; customer: CustomerDetails }>(
    `select feedback_id as "feedbackId", source, customer from feedback_words
     where feedback_id = any($1::uuid[]) and customer is not null`,
    [ids],
  );
  return rows.map(({ feedbackId, source, customer }) => ({
    feedbackId,
    customer,
    identities: identities(customer, source),
  }));
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
    await tx.query(
      `insert into customer (id, name, phone, email, region, tier)
       select id, customer->>'name', customer->>'phone', customer->>'email', customer->>'region', customer->>'tier'
       from json_to_recordset($1) as n(id uuid, customer json)`,
      [JSON.stringify(newCustomers)],
    );
    return customerOf;
  }
}
