import type { Sql } from '@huiyin/database';
import { customerLanguage } from '@huiyin/loop';
import type { ChannelName, Purpose } from './channel.js';
import { compose, type Content } from './compose.js';
import { type ChannelSettings, type Contact, nextChannel } from './deliver.js';
import { recipientOf } from './masking.js';
import { templateFor, type Template } from './templates/templates.store.js';

/** A message to one customer, handed to the outbox. */
export interface OutboxMessage {
  readonly feedbackId: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  /** Language of the customer's words, as the analysis names it; null when it is not known. */
  readonly language: string | null;
  /** What the customer is answered; needed for purpose `answer`. */
  readonly reply?: string;
}

/** A delivery that is about to be stored. */
export interface NewDelivery {
  readonly id: string;
  readonly feedbackId: string;
  readonly cycle: number;
  readonly purpose: Purpose;
  readonly channel: ChannelName;
  /** Masked. */
  readonly recipient: string | null;
  readonly subject: string;
  readonly body: string;
  readonly html: string | null;
  /** Of the customer, where the text holds it: it is masked in what is stored. */
  readonly names: readonly string[];
}

/** How a customer is reached, and what the texts for them say. */
export type Addressee = Contact & {
  readonly reference: string;
  readonly kind: string | null;
  readonly name: string | null;
};

/** Where a survey is answered. Bound to stage 6 where the stages are put together. */
export abstract class SurveyLinks {
  /**
   * Makes a link for each survey that is about to be sent, in the transaction `tx` that takes it up; what has to be
   * remembered of it is written there. A survey that may no longer be answered is left out.
   * @returns delivery id → absolute address of the page, whose path is `/s/{token}`
   */
  abstract mint(
    tx: Sql,
    requests: readonly { deliveryId: string; feedbackId: string; cycle: number }[],
  ): Promise<Map<string, string>>;
}

/**
 * The delivery by which a message goes out next.
 * @returns null when every channel that could reach the customer has been tried
 */
export function draft(
  message: OutboxMessage,
  contact: Addressee,
  settings: ChannelSettings,
  written: readonly Template[],
): Omit<NewDelivery, 'id'> | null {
  const channel = nextChannel(contact, settings);
  if (channel === null) return null;
  const { feedbackId, cycle, purpose } = message;
  const language = customerLanguage(message.language);
  const template = templateFor(written, { purpose, kind: contact.kind, language });
  const words = compose(contentOf(message, contact), template, { language, channel });
  const names = contact.name === null ? [] : [contact.name];
  return { feedbackId, cycle, purpose, channel, recipient: recipientOf(channel, contact), ...words, names };
}

function contentOf({ purpose, reply }: OutboxMessage, { reference, name }: Addressee): Content {
  return purpose === 'answer' ? { purpose, reference, name, reply: reply ?? '' } : { purpose, reference, name };
}
