import {
  identities,
  maskEmail,
  maskName,
  maskPhone,
  maskTexts,
  namesOf,
  redact,
  redactDeep,
  type Identity,
} from '@huiyin/privacy';
import type { CustomerDetails, Submission } from './collect.js';

/** What of a submission is sealed: the fields whose masked form differs, as they came in. */
export type Originals = Partial<Pick<Submission, 'text' | 'subject' | 'customer' | 'tags' | 'attributes' | 'product'>>;

/** A submission in the form in which it may be read, searched and analysed, and what is sealed beside it. */
export interface Guarded {
  readonly masked: Submission;
  /** Null when there is nothing to seal. */
  readonly originals: Originals | null;
  /** What its customer is recognised by, the surest first. */
  readonly identities: readonly Identity[];
}

/** Everything that is not the plain value of a field that was left out. */
type Fields = { -readonly [K in keyof Originals]: Originals[K] };

/**
 * Masks a submission: phone, e-mail and name of the customer, and whatever the redactor finds in texts, tags and attributes; the
 * customer's own name, number and address wherever they stand in the words.
 */
export function guard(row: Submission): Guarded {
  const { customer } = row;
  const known = customer ? namesOf(customer) : [];
  const { masked: texts, originals } = maskTexts(
    { text: row.text, subject: row.subject ?? null, product: row.product ?? null },
    known,
  );
  const sealed: Fields = {};
  if (originals?.text) sealed.text = originals.text;
  if (originals?.subject) sealed.subject = originals.subject;
  if (originals?.product) sealed.product = originals.product;
  const tags = redactDeep(row.tags, known);
  if (tags !== row.tags) sealed.tags = row.tags;
  const attributes = redactDeep(row.attributes, known);
  if (attributes !== row.attributes) sealed.attributes = row.attributes;
  const shown = customer && maskCustomer(customer);
  if (customer && tells(customer, shown as CustomerDetails)) sealed.customer = customer;
  return {
    masked: masked(row, { ...texts, tags, attributes, customer: shown }),
    originals: Object.keys(sealed).length > 0 ? sealed : null,
    identities: customer ? identities(customer, row.source ?? null) : [],
  };
}

function masked(
  row: Submission,
  to: Pick<Submission, 'tags' | 'attributes'> & {
    text: string;
    subject: string | null;
    product: string | null;
    customer: CustomerDetails | undefined;
  },
): Submission {
  return { ...row, ...to } as unknown as Submission;
}

function tells(given: CustomerDetails, shown: CustomerDetails): boolean {
  return (Object.keys(given) as (keyof CustomerDetails)[]).some((field) => given[field] !== shown[field]);
}

/**
 * A customer as anybody may see them who may see the item: `王**`, `138****1234`, `a***@example.com`. The id in the sender's
 * system stays, since it tells nothing outside of that system, unless a number or an address was taken for it.
 */
export function maskCustomer(given: CustomerDetails): CustomerDetails {
  const { id, name, phone, email, region, tier } = given;
  return {
    ...(id ? { id: redact(id).text } : {}),
    ...(name ? { name: maskName(name) } : {}),
    ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(email ? { email: maskEmail(email) } : {}),
    ...(region ? { region: redact(region).text } : {}),
    ...(tier ? { tier: redact(tier).text } : {}),
  };
}
