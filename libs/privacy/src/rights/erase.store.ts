import type { Sql } from '@huiyin/database';
import { itemsOf } from './person.store.js';

/** What erasing a customer did; all zero when they had been erased before. */
export interface Erased {
  readonly items: number;
  readonly keys: number;
  readonly deliveriesWithdrawn: number;
  /** Items whose delivery was withdrawn: whoever moves items on has to look at them. */
  readonly waiting: readonly string[];
}

const WITHDRAWN = 'The customer was erased before this went out.';

/**
 * Erases a customer: their keys are destroyed, which makes every sealed original of theirs unreadable, here and in copies that hold
 * no older keys; what they are recognised by is forgotten; messages that wait are withdrawn. Texts stay in their masked form, items
 * and their times stay under the id of a customer of whom nothing is known, so that no figure moves. Doing it again changes nothing.
 */
export async function eraseCustomer(tx: Sql, customerId: string): Promise<Erased> {
  await tx.query('select from customer where id = $1 for update', [customerId]);
  const items = await itemsOf(tx, customerId);
  const withdrawn = await withdraw(tx, items);
  await scrub(tx, items);
  await tx.query('delete from customer_identity where customer_id = $1', [customerId]);
  await tx.query(
    `update customer set name = null, phone = null, email = null, sealed = null, key_id = null,
       erased_at = coalesce(erased_at, loop_now()) where id = $1`,
    [customerId],
  );
  const keys = await tx.query('delete from customer_key where customer_id = $1 returning id', [customerId]);
  const waiting = [...new Set(withdrawn)];
  return {
    items: keys.length > 0 ? items.length : 0,
    keys: keys.length,
    deliveriesWithdrawn: withdrawn.length,
    waiting,
  };
}

async function withdraw(tx: Sql, items: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update delivery set state = 'failed', error = $2, lease_token = null, lease_until = null
     where feedback_id = any($1::uuid[]) and state = 'pending' returning feedback_id as id`,
    [items, WITHDRAWN],
  );
  return rows.map(({ id }) => id);
}

/** What is left of a customer: where they live and how they rank, as figures need it. */
const LEFT_OF_CUSTOMER = `nullif(jsonb_strip_nulls(jsonb_build_object('region', customer->'region', 'tier', customer->'tier')), '{}')`;

async function scrub(tx: Sql, items: readonly string[]): Promise<void> {
  const mine = 'where feedback_id = any($1::uuid[])';
  await tx.query(
    `update feedback_words set sealed = null, key_id = null, customer = ${LEFT_OF_CUSTOMER} ${mine}
       and (sealed is not null or key_id is not null or customer is distinct from ${LEFT_OF_CUSTOMER})`,
    [items],
  );
  await tx.query(
    `update delivery set sealed = null, recipient = null ${mine} and (sealed is not null or recipient is not null)`,
    [items],
  );
  await tx.query(`update survey set sealed = null ${mine} and sealed is not null`, [items]);
  await tx.query(`update customer_message set sealed = null ${mine} and sealed is not null`, [items]);
  // For colleagues, about this customer: nothing is left to say.
  await tx.query(`delete from note ${mine}`, [items]);
  // A resolution for many items has nothing of one customer in it.
  await tx.query(
    `update resolution r set sealed = null where r.cluster_id is null and r.sealed is not null
       and r.id in (select resolution_id from item_resolution ${mine})`,
    [items],
  );
}
