import { originalsAt, originalsOf, type Vault } from '@huiyin/privacy';

/** How a customer was described, as far as it says how to reach them. */
interface Described {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly name?: string | null;
}

/** What the columns of {@link CONTACT_COLUMNS} give. */
export interface ContactRow {
  readonly wordsId: string;
  readonly told: Described | null;
  readonly toldSealed: string | null;
  readonly toldKeyId: string | null;
  readonly toldWrapped: string | null;
  readonly customerId: string | null;
  readonly known: Described;
  readonly knownSealed: string | null;
  readonly knownKeyId: string | null;
  readonly knownWrapped: string | null;
}

/** Of item `f`, whose words are `w`: what is needed to reach its customer. With {@link CONTACT_JOINS}. */
export const CONTACT_COLUMNS = `w.feedback_id as "wordsId", w.customer as told, w.sealed as "toldSealed", w.key_id as "toldKeyId",
  wk.wrapped as "toldWrapped", k.id as "customerId", json_build_object('email', k.email, 'phone', k.phone, 'name', k.name) as known,
  k.sealed as "knownSealed", k.key_id as "knownKeyId", kk.wrapped as "knownWrapped"`;

export const CONTACT_JOINS = `left join customer_key wk on wk.id = w.key_id left join customer k on k.id = f.customer_id
  left join customer_key kk on kk.id = k.key_id`;

/** Real addresses and name of a customer, to be kept in memory only. */
export interface Reached {
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

/** How a customer is reached: what came with the item counts before what is known otherwise; null once they are erased. */
export function contactOf(vault: Vault, row: ContactRow): Reached {
  const told = { sealed: row.toldSealed, keyId: row.toldKeyId, wrapped: row.toldWrapped };
  const known = { sealed: row.knownSealed, keyId: row.knownKeyId, wrapped: row.knownWrapped };
  const own = originalsOf<{ customer: Described }>(vault, told, originalsAt('feedback_words', row.wordsId)).customer;
  const other = originalsOf<{ customer: Described }>(
    vault,
    known,
    originalsAt('customer', row.customerId ?? ''),
  ).customer;
  const reach = (field: keyof Described) => {
    return [own?.[field], row.told?.[field], other?.[field], row.known[field]].find(isReal) ?? null;
  };
  return { email: reach('email'), phone: reach('phone'), name: reach('name') };
}

/** What is only the masked form of something reaches nobody. */
function isReal(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && !value.includes('**');
}
