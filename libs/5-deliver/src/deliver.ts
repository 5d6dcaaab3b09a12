import type { ChannelName } from './channel.js';

/** Where a delivery stands. `unknown`: it may have gone out, and a person has to decide. */
export const DELIVERY_STATES = ['pending', 'sending', 'sent', 'failed', 'unknown'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What stage 5 does with an item, given the answers of this cycle that are on record. */
export type Step = 'delivered' | 'wait' | 'ask-team' | 'post';

/**
 * One answer that arrived is enough; one under way is waited for; one of which nobody knows is for a person;
 * otherwise the next channel is tried.
 */
export function nextStep(states: readonly DeliveryState[]): Step {
  if (states.includes('sent')) return 'delivered';
  if (states.includes('pending') || states.includes('sending')) return 'wait';
  if (states.includes('unknown')) return 'ask-team';
  return 'post';
}

/** How a customer can be reached, and how it has been tried. */
export interface Contact {
  /** The feedback's source, when it has a callback. */
  readonly source: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** True when the address must not be written to with this message: it bounced, or its holder wants no surveys. */
  readonly emailBarred: boolean;
  /** Channels on which this message has been put already. */
  readonly tried: readonly ChannelName[];
  /** The channel on which the answer arrived, when this is the question that follows it. */
  readonly reachedBy: ChannelName | null;
}

/** What the operator has set up. */
export interface ChannelSettings {
  /** In the order in which they are tried. */
  readonly order: readonly ChannelName[];
  /** True when there is a mail server. */
  readonly mail: boolean;
  /** True when there is an SMS gateway. */
  readonly sms: boolean;
}

/** True for one plain address, `name@host`; a list of addresses or a line break is none. */
export function isMailAddress(value: string | null): value is string {
  return value !== null && value.length <= 254 && /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/.test(value);
}

/** True for what an SMS can be sent to: a mobile number of mainland China however it is written, or any in the form `+…`. */
export function isMobileNumber(value: string | null): value is string {
  const plain = value?.normalize('NFKC').replace(/[\s().-]/g, '') ?? '';
  return /^(\+86|0086|86|0)?1[3-9]\d{9}$/.test(plain) || /^\+[1-9]\d{6,14}$/.test(plain);
}

/**
 * The channel to try next, in the operator's order; the one that reached the customer before goes first. `log` sends
 * nothing, so it never stands in for a channel that leaves the house: it is open only where none of those is set up.
 * @returns null when every one that could reach this customer has been tried
 */
export function nextChannel(contact: Contact, { order, mail, sms }: ChannelSettings): ChannelName | null {
  const callback = contact.source !== null;
  const reaches: Record<ChannelName, boolean> = {
    webhook: callback,
    email: mail && isMailAddress(contact.email) && !contact.emailBarred,
    sms: sms && isMobileNumber(contact.phone),
    log:
      !(callback && order.includes('webhook')) && !(mail && order.includes('email')) && !(sms && order.includes('sms')),
  };
  const left = order.filter((channel) => reaches[channel] && !contact.tried.includes(channel));
  return left.find((channel) => channel === contact.reachedBy) ?? left[0] ?? null;
}
