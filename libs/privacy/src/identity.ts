import type { Vault } from './vault.js';

/** Something a customer can be recognised by. `kind` is `phone`, `email` or `id:<source>`. */
export interface Identity {
  readonly kind: string;
  readonly value: string;
}

/** `phone` and `138…` → one string to look it up by. */
export function identityKey(identity: Identity): string {
  return `${identity.kind}\u0000${identity.value}`;
}

/** Shorter numbers are service numbers or slips of the pen, and recognise nobody. */
const SHORTEST_PHONE = 5;

/** What somebody may be recognised by, as they or others write it; a name recognises nobody. */
export interface Names {
  readonly name?: string | null;
  /** The customer's id in the system that `source` names. */
  readonly id?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** The digits of a phone number, full-width or not, without what may stand before a Chinese mobile number (+86, 0086, 86, 0). */
function dialled(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  return digits.replace(/^(\+86|0086|86|0)(?=1\d{10}$)/, '');
}

/**
 * What a customer can be recognised by, the surest first: the id in the sender's system, the phone number, the e-mail
 * address. Numbers lose their punctuation and the prefix of China (+86), addresses their capitals.
 */
export function identities(customer: Names, source: string | null): Identity[] {
  const found: Identity[] = [];
  if (customer.id) found.push({ kind: `id:${source ?? ''}`, value: customer.id });
  const phone = dialled(customer.phone ?? '');
  if (phone.length >= SHORTEST_PHONE) found.push({ kind: 'phone', value: phone });
  const email = customer.email?.trim().toLowerCase();
  if (email) found.push({ kind: 'email', value: email });
  return found;
}

const BLIND = 'hmac:';

/** The identity as it is stored: its value is a blind index, so that it can be found and not read. */
export function blindIdentity(vault: Vault, { kind, value }: Identity): Identity {
  const [family = kind] = kind.split(':');
  return { kind, value: BLIND + vault.blindIndex(family, `${kind}\u0000${value}`).toString('base64url') };
}

/** Whose key seals what is told of a customer: hexadecimal, by the surest identity; null for somebody unknown. */
export function keyOwner(vault: Vault, known: readonly Identity[]): string | null {
  const [surest] = known;
  return surest ? vault.blindIndex('key owner', identityKey(surest)).toString('hex') : null;
}
