import type { Sql } from '@huiyin/database';
import { originalsAt, originalsOf, type SealedRow } from './originals.js';
import type { Vault } from './vault.js';

/** By what a customer may be called in a text. */
export interface Called {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** What systems write where they know no name; masking it in the words would spoil these and protect nobody. */
const NOBODY =
  /^(?:客户|客戶|用户|用戶|先生|女士|小姐|匿名|未知|机主|本人|测试|customer|client|user|anonymous|unknown|none|null|test|n\/?a)$/i;

/** What of a customer is masked wherever it stands in words: name, number and address; not a word that stands for anybody. */
export function namesOf({ name, phone, email }: Called): string[] {
  return [name, phone, email].flatMap((value) => (value && !NOBODY.test(value.trim()) ? [value] : []));
}

/** The same of the customer of an item, for words that are written about it later; none when they are not known any more. */
export async function namesOfItem(sql: Sql, vault: Vault, feedbackId: string): Promise<string[]> {
  const [row] = await sql.query<SealedRow>(
    `select w.sealed, w.key_id as "keyId", k.wrapped from feedback_words w left join customer_key k on k.id = w.key_id
     where w.feedback_id = $1`,
    [feedbackId],
  );
  const place = originalsAt('feedback_words', feedbackId);
  const { customer } = row ? originalsOf<{ customer: Called }>(vault, row, place) : {};
  return customer ? namesOf(customer) : [];
}
