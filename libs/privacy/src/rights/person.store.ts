import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { blindIdentity, identities, type Names } from '../identity.js';
import { maskEmail, maskName, maskPhone } from '../redact/masks.js';
import type { Vault } from '../vault.js';

/** By what a customer is looked for; one of them is enough. */
export interface PersonQuery extends Names {
  /** Of the system that gave `id`. */
  readonly source?: string;
  /** Our own id of the customer. */
  readonly customerId?: string;
}

/** A customer as a search shows them: masked. */
export interface FoundCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly region: string | null;
  /** How many items are theirs. */
  readonly items: number;
  /** ISO 8601 UTC with microseconds. */
  readonly createdAt: string;
}

const SEARCHED = 'Give a phone, an email, a customerId, or an id with its source.';

/** The customers that are known by any of what is given. Erased ones are found by nobody. @throws {CodedError} `validation-failed` */
export async function findPeople(sql: Sql, vault: Vault, query: PersonQuery): Promise<FoundCustomer[]> {
  const known = identities(query, query.source ?? null).map((identity) => blindIdentity(vault, identity));
  if (known.length === 0 && !query.customerId)
    throw new CodedError('validation-failed', SEARCHED, [{ field: '', message: SEARCHED }]);
  const rows = await sql.query<FoundCustomer>(
    `select c.id, c.name, c.phone, c.email, c.region, c.created_at as "createdAt",
       (select count(*) from feedback_words w where w.key_id in (select id from customer_key where customer_id = c.id)) as items
     from customer c where c.erased_at is null and (c.id = $2::uuid or c.id in (
       select i.customer_id from json_to_recordset($1) as w(kind text, value text) join customer_identity i using (kind, value)))
     order by c.id`,
    [JSON.stringify(known), query.customerId ?? null],
  );
  return rows.map((row) => ({
    ...row,
    name: row.name && (row.name.endsWith('**') ? row.name : maskName(row.name)),
    phone: row.phone && maskPhone(row.phone),
    email: row.email && (row.email.includes('***') ? row.email : maskEmail(row.email)),
  }));
}

/** The ids of the items of a customer, oldest first. */
export async function itemsOf(sql: Sql, customerId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select w.feedback_id as id from feedback_words w where w.key_id in (select id from customer_key where customer_id = $1)
     union select id from feedback where customer_id = $1 order by 1`,
    [customerId],
  );
  return rows.map(({ id }) => id);
}
