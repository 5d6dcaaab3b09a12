import type { CustomerLanguage } from '@huiyin/loop';
/**
 * The roads to a customer. `log` sends nothing, the stored message shows what would have been sent; it serves where no
 * other is set up.
 */
export const CHANNELS = ['webhook', 'email', 'sms', 'log'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What a message is for: the answer to the customer, or the question whether it helped. */
export const PURPOSES = ['answer', 'survey'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where the system that the feedback came from wants to be told. */
export interface Callback {
  /** Name of the source. */
  readonly source: string;
  /** The source's own id of the item, when it gave one. */
  readonly externalId: string | null;
  readonly url: string;
  /** `whsec_…`, as in Standard Webhooks. */
  readonly secret: string;
}

/** One message, ready to be sent. It holds the real link and the real address, so it never goes into a log. */
export interface Message {
  /** Id of the delivery: the same at every try, so that a receiver can tell a second copy. */
  readonly id: string;
  readonly feedbackId: string;
  readonly reference: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  readonly language: CustomerLanguage;
  readonly subject: string;
  readonly body: string;
  /** The body as HTML where the operator has written one; null: it is made from `body`. */
  readonly html: string | null;
  /** What was answered; null for a survey. */
  readonly reply: string | null;
  /** Where the survey is answered; null for an answer. */
  readonly link: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Why the address is not written to although it is there; null when it may be. */
  readonly barred: 'bounced' | 'unsubscribed' | null;
  readonly callback: Callback | null;
  /** When it was taken up to be sent, ISO 8601 UTC with microseconds. */
  readonly takenAt: string;
  /** The same by the clock on the wall (seconds since 1970), also while history is replayed with another one: signatures need it. */
  readonly wallSeconds: number;
}

/**
 * What came of a try: it went out · it never will · not this time · nobody knows whether it went out. `badAddress`: there is
 * nobody at this address, now or later.
 */
export type ChannelResult =
  | { readonly status: 'sent'; readonly proof: string }
  | { readonly status: 'refused'; readonly reason: string; readonly badAddress?: true }
  | { readonly status: 'retry'; readonly reason: string; readonly afterSeconds?: number }
  | { readonly status: 'unsure'; readonly reason: string };

/** One road to a customer. Reasons and proofs are shown to staff: they hold no address, no secret, nothing of the answer's body. */
export abstract class Channel {
  abstract readonly name: ChannelName;
  /** True when the receiver can tell a second copy by the message's id, so that sending again does no harm. */
  abstract readonly repeatable: boolean;
  /** True when the stored message keeps the survey's link, because the stored message is all there is. */
  abstract readonly keepsLink: boolean;
  /** Most messages under way at once. */
  abstract readonly concurrency: number;
  /** Most messages taken up at once. */
  abstract readonly batchSize: number;
  /** A try that takes longer is given up. */
  abstract readonly timeoutMs: number;

  /** Tries once. Ends soon after `signal` fires. What it throws counts as `unsure`. */
  abstract send(message: Message, signal: AbortSignal): Promise<ChannelResult>;

  /** Lets go of open connections. */
  async close(): Promise<void> {}
}
