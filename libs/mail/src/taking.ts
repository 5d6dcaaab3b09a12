import { prepare, type Intake } from '@huiyin/collect';
import type { Database, Sql } from '@huiyin/database';
import type { MailTokens, Returned } from '@huiyin/deliver';
import { CodedError } from '@huiyin/loop';
import { blindIdentity, keysOfItems, maskTexts, namesOfItem, originalsAt, type Vault } from '@huiyin/privacy';
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { InMail, Report } from './read-mail.js';
import { isThanks, ownWords } from './strip.js';
import * as store from './taking.store.js';

/** What mail is taken with. */
export interface TakingParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly tokens: MailTokens;
  readonly intake: Intake;
  readonly returned: Returned;
  /** The item of a reference (`HY-2026-000123`), null when there is none. */
  readonly byReference: (tx: Sql, reference: string) => Promise<string | null>;
}

/** How it is taken. */
export interface TakingSettings {
  /** True when a mail that belongs to no item becomes one. */
  readonly intake: boolean;
  /** Mails of one sender within an hour that are taken. */
  readonly perHour: number;
  /** Host of our Message-IDs. */
  readonly host: string;
  /** Our own addresses, in small letters: nothing from them is taken. */
  readonly own: readonly string[];
}

const SOURCE = 'mail';
const NO_ITEM = 'No item can be made of it.';
const UNREADABLE = 'It could not be read: too many parts or headers, or no mail at all.';
const LONGEST_WORDS = 10_000;
const ONLY_FILES = '（仅有附件）(attachment only)';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REFERENCE = /\bHY-\d{4}-\d{6,12}\b/i;

/**
 * What becomes of a mail. Everything that it causes is one transaction with the record that it came, so a mail is taken once:
 * a process that dies in the middle leaves nothing, and the mail comes again. The address that a mail says it is from is
 * matched and counted, never believed: it opens nothing, moves nothing on and is told nothing.
 */
export class MailTaking {
  constructor(
    private readonly parts: TakingParts,
    private readonly settings: TakingSettings,
  ) {}

  /**
   * Takes a mail that was read.
   * @param before runs first in the same transaction; what answers false has seen to it that the mail is left
   * @returns what became of it, null when it was on record or was left
   */
  async take(
    mail: InMail,
    door: string,
    before: (tx: Sql) => Promise<boolean> = async () => true,
  ): Promise<store.Noted | null> {
    const sender = mail.from === '' ? null : this.parts.tokens.indexOf(mail.from);
    return this.parts.db.transaction(async (tx) => {
      if (!(await before(tx))) return null;
      if (!(await store.claimMail(tx, { key: mail.key, door, sender }))) return null;
      const noted = await this.decide(tx, mail, sender);
      await store.noteMail(tx, mail.key, noted);
      return noted;
    });
  }

  /**
   * Notes a mail that could not be read, so that whoever misses it finds why.
   * @param before as for {@link take}
   */
  async noteUnreadable(
    raw: Buffer,
    door: string,
    before: (tx: Sql) => Promise<boolean> = async () => true,
  ): Promise<store.Noted | null> {
    const key = createHash('sha256').update(raw).digest();
    return this.parts.db.transaction(async (tx) => {
      if (!(await before(tx))) return null;
      if (!(await store.claimMail(tx, { key, door, sender: null }))) return null;
      const refused = noted('refused', UNREADABLE);
      await store.noteMail(tx, key, refused);
      return refused;
    });
  }

  private async decide(tx: Sql, mail: InMail, sender: Buffer | null): Promise<store.Noted> {
    if (mail.report) return this.bounced(tx, mail, mail.report);
    if (this.settings.own.includes(mail.from)) return noted('loop', 'It is from an address of ours.');
    if (mail.automatic !== null) return noted('automatic', mail.automatic);
    if (sender && (await store.countOfSender(tx, sender)) > this.settings.perHour)
      return noted('too-many', `More than ${this.settings.perHour} mails of one sender within an hour.`);
    const item = await this.itemOf(tx, mail);
    const words = (item === null ? mail.text.trim() : ownWords(mail.text)) || (mail.attachments > 0 ? ONLY_FILES : '');
    if (words === '') return noted('empty', null);
    if (item !== null) return this.reply(tx, mail, item, words);
    if (!this.settings.intake) return noted('belongs-nowhere', null);
    const id = await this.newItem(tx, mail, words, {});
    return id === null ? noted('refused', NO_ITEM) : noted('new-item', null, id);
  }

  /** By the tag of the address, by what it answers, last by the reference in the subject together with the customer's address. */
  private async itemOf(tx: Sql, mail: InMail): Promise<string | null> {
    const tagged = mail.to.flatMap((address) => this.parts.tokens.readReplyAddress(address) ?? []);
    const found = await store.itemOfDelivery(tx, [...tagged, ...this.ourIds(mail.answers)]);
    if (found !== null) return found;
    const [reference] = REFERENCE.exec(mail.subject) ?? [];
    if (reference === undefined || mail.from === '') return null;
    const item = await this.parts.byReference(tx, reference.toUpperCase());
    if (item === null) return null;
    const email = blindIdentity(this.parts.vault, { kind: 'email', value: mail.from }).value;
    return (await store.isOfCustomer(tx, item, email)) ? item : null;
  }

  /** The deliveries among Message-IDs. */
  private ourIds(messageIds: readonly string[]): string[] {
    return messageIds.flatMap((id) => {
      const [name = '', host = ''] = id.split('@');
      return host.toLowerCase() === this.settings.host && UUID.test(name) ? [name] : [];
    });
  }

  private async reply(tx: Sql, mail: InMail, item: string, words: string): Promise<store.Noted> {
    const standing = await store.lockItem(tx, item);
    if (!standing) return noted('belongs-nowhere', null);
    const thanks = isThanks(words) && mail.attachments === 0;
    const becameId =
      standing.state === 'closed' && !thanks ? await this.newItem(tx, mail, words, { answers: item }) : null;
    const decision = thanks ? 'thanks' : becameId === null ? null : 'new-item';
    await this.note(tx, { ...standing, feedbackId: item, kind: 'reply', attachments: mail.attachments, becameId, decision }, words); // prettier-ignore
    if (decision === null) await store.stopClock(tx, item);
    return noted('reply', decision, item);
  }

  private async note(tx: Sql, message: Omit<store.NewMessage, 'id' | 'text' | 'sealed'>, text: string): Promise<void> {
    const id = uuidv7();
    const { feedbackId } = message;
    const names = await namesOfItem(tx, this.parts.vault, feedbackId);
    const { masked, originals } = maskTexts({ text: text.slice(0, LONGEST_WORDS).toWellFormed() }, names);
    const key = originals && (await keysOfItems(tx, this.parts.vault, [feedbackId], uuidv7)).get(feedbackId);
    const sealed = (key && key.seal(JSON.stringify(originals), originalsAt('customer_message', id))) ?? null;
    await store.insertMessage(tx, { ...message, id, text: masked.text ?? '', sealed });
  }

  /** Null when what it says does not pass the rules of collecting: trying again would not help. */
  private async newItem(tx: Sql, mail: InMail, words: string, links: { answers?: string }): Promise<string | null> {
    const { from, fromName, subject, attachments, key } = mail;
    const piece = {
      text: words.slice(0, LONGEST_WORDS).toWellFormed(),
      ...(subject === '' ? {} : { subject }),
      channel: 'email',
      source: SOURCE,
      externalId: key.toString('hex'),
      customer: { email: from, ...(fromName === '' || fromName.includes('@') ? {} : { name: fromName }) },
      attributes: { ...links, ...(attachments > 0 ? { attachmentsLeftOut: attachments } : {}) },
    } as const;
    const made = await prepare([piece], `inbound:${SOURCE}`, { resolve: async () => new Map() });
    const submissions = made.flatMap((one) => (one instanceof CodedError ? [] : [one]));
    const [receipt] = await this.parts.intake.acceptWithin(tx, submissions);
    return !receipt || receipt instanceof CodedError ? null : receipt.id;
  }

  private async bounced(tx: Sql, mail: InMail, report: Report): Promise<store.Noted> {
    const tagged = mail.to.flatMap((address) => this.parts.tokens.readReplyAddress(address) ?? []);
    const [deliveryId] = [...tagged, ...this.ourIds([...mail.answers, ...report.messageIds])];
    const status = report.status === '' ? 'no code' : report.status;
    if (deliveryId === undefined) return noted(mail.automatic === null ? 'belongs-nowhere' : 'automatic', `A report (${status}) about no mail of ours.`); // prettier-ignore
    if (!report.permanent) return noted('automatic', `A report (${status}): still being tried.`);
    const reason = `The mail came back (${status}).`;
    const badAddress = report.status === '' || report.status.startsWith('5.1.');
    const followed = await this.parts.returned.note(tx, { deliveryId, reason, badAddress });
    if (!followed) return noted('bounce', 'It was known already, or is no mail of ours.');
    if (followed.unreached) {
      const told = { ...followed, kind: 'bounce', attachments: 0, becameId: null, decision: null } as const;
      await this.note(tx, told, `${reason} 客户未收到答复，已无其他渠道。The customer has not got the answer, and no channel is left.`); // prettier-ignore
      await store.stopClock(tx, followed.feedbackId);
    }
    return noted('bounce', reason, followed.feedbackId);
  }
}

function noted(outcome: store.Outcome, detail: string | null, feedbackId: string | null = null): store.Noted {
  return { outcome, detail, feedbackId };
}
