import { identityKey, type DataKey, type Identity } from '@huiyin/privacy';
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

/** An item with what its customer can be recognised by. */
export interface Unrecognised {
  readonly feedbackId: string;
  readonly customer: CustomerDetails;
  /** As they are stored: see `blindIdentity`. */
  readonly identities: readonly Identity[];
  /** The key that its words are sealed with. */
  readonly key?: DataKey;
}

/** Which customer each item belongs to, and what has to be written for it. */
export interface Recognition {
  readonly customerOf: Map<string, string>;
  readonly newCustomers: { id: string; customer: CustomerDetails; key?: DataKey }[];
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
      result.newCustomers.push({ id: customerId, customer: item.customer, ...(item.key && { key: item.key }) });
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
