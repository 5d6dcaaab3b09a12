import type { CodedError, IntakeChannel, Kind, Phase } from '@huiyin/loop';

/** What the sender knows of the customer; every field is optional. */
export interface CustomerDetails {
  /** The customer's id in the system that `source` names. */
  readonly id?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly region?: string;
  readonly tier?: string;
}

/** One piece of feedback that has passed validation and is to be accepted. */
export interface Submission {
  /** UUID v7, given by us before it is written, so that a write can be tried again safely. */
  readonly id: string;
  readonly text: string;
  readonly subject?: string;
  readonly kind?: Kind;
  readonly channel: IntakeChannel;
  readonly source?: string;
  readonly externalId?: string;
  readonly customer?: CustomerDetails;
  /** Id of the unit that took it down. */
  readonly unitId?: number;
  readonly product?: string;
  readonly phase?: Phase;
  /** ISO 8601. */
  readonly occurredAt?: string;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Who sent it: `person:<id>` or `key:<id>`. */
  readonly acceptedBy: string;
  /** Present when the sender gave an `Idempotency-Key`. */
  readonly idempotency?: { readonly owner: string; readonly key: string; readonly bodyHash: string };
}

/** What the sender is told once the item is durable. */
export interface Accepted {
  readonly id: string;
  readonly reference: string;
  readonly stage: string;
  readonly cycle: number;
  readonly receivedAt: string;
  /** True when the same piece had been accepted before; the answer then is about that one. */
  readonly duplicate: boolean;
}

/** The answer to one submission: accepted, or the reason why not. */
export type Receipt = Accepted | CodedError;

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

/** The digits of a phone number, full-width or not, without what may stand before a Chinese mobile number (+86, 0086, 86, 0). */
function dialled(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[^\d+]/g, '');
  return digits.replace(/^(\+86|0086|86|0)(?=1\d{10}$)/, '');
}

/**
 * What a customer can be recognised by, the surest first: the id in the sender's system, the phone number, the e-mail
 * address. Numbers lose their punctuation and the prefix of China (+86), addresses their capitals.
 */
export function identities(customer: CustomerDetails, source: string | null): Identity[] {
  const found: Identity[] = [];
  if (customer.id) found.push({ kind: `id:${source ?? ''}`, value: customer.id });
  const phone = dialled(customer.phone ?? '');
  if (phone.length >= SHORTEST_PHONE) found.push({ kind: 'phone', value: phone });
  const email = customer.email?.trim().toLowerCase();
  if (email) found.push({ kind: 'email', value: email });
  return found;
}

/** An item with what its customer can be recognised by. */
export interface Unrecognised {
  readonly feedbackId: string;
  readonly customer: CustomerDetails;
  readonly identities: readonly Identity[];
}

/** Which customer each item belongs to, and what has to be written for it. */
export interface Recognition {
  readonly customerOf: Map<string, string>;
  readonly newCustomers: { id: string; customer: CustomerDetails }[];
  readonly newIdentities: { kind: string; value: string; customerId: string }[];
}

/**
 * Recognises customers: an item belongs to the customer of its surest known identity; unknown ones become new customers,
 * and items of one batch that share an identity become the same one.
 * @param known `identityKey` → customer id, for the identities that are on record
 * @param newId gives the id of a new customer
 */
export function recognise(
  items: readonly Unrecognised[],
  known: ReadonlyMap<string, string>,
  newId: () => string,
): Recognition {
  const owner = new Map(known);
  const result: Recognition = { customerOf: new Map(), newCustomers: [], newIdentities: [] };
  for (const item of items) {
    if (item.identities.length === 0 && !item.customer.name) continue;
    let customerId = item.identities.map((identity) => owner.get(identityKey(identity))).find((id) => id !== undefined);
    if (!customerId) {
      customerId = newId();
      result.newCustomers.push({ id: customerId, customer: item.customer });
    }
    for (const identity of item.identities) {
      if (owner.has(identityKey(identity))) continue;
      owner.set(identityKey(identity), customerId);
      result.newIdentities.push({ ...identity, customerId });
    }
    result.customerOf.set(item.feedbackId, customerId);
  }
  return result;
}
