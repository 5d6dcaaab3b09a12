import type { Sql } from '@huiyin/database';
import { blindIdentity, identities, type Vault } from '@huiyin/privacy';

/**
 * The customer whom a telephone number (in any of the ways to write it) or an e-mail address belongs to; `undefined`
 * when nobody has been seen with it.
 */
export async function findCustomer(sql: Sql, vault: Vault, phoneOrEmail: string): Promise<string | undefined> {
  const given = phoneOrEmail.includes('@') ? { email: phoneOrEmail } : { phone: phoneOrEmail };
  const [known] = identities(given, null);
  if (!known) return undefined;
  const identity = blindIdentity(vault, known);
  const [row] = await sql.query<{ customerId: string }>(
    'select customer_id as "customerId" from customer_identity where kind = $1 and value = $2',
    [identity.kind, identity.value],
  );
  return row?.customerId;
}
