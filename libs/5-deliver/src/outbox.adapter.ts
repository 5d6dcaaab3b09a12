import type { Sql } from '@huiyin/database';
import type { Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import type { ChannelSettings } from './deliver.js';
import { insertDeliveries, loadContacts } from './deliver.store.js';
import type { MailTokens } from './mail-tokens.js';
import { draft, type NewDelivery, type OutboxMessage } from './outbox.js';
import { selectTemplates } from './templates/templates.store.js';

/** The way out. Every message to a customer begins here as a row, in the transaction of whoever wants it sent. */
export class Outbox {
  constructor(
    private readonly settings: ChannelSettings,
    readonly vault: Vault,
    readonly tokens: MailTokens,
  ) {}

  /**
   * Puts each message on the first channel that can reach its customer and has not been tried for it. It is sent after
   * `tx` has been committed. One call holds at most one message of each item.
   * @returns the items whose message is on a channel now; for the others none is left
   */
  async post(tx: Sql, messages: readonly OutboxMessage[]): Promise<Set<string>> {
    if (messages.length === 0) return new Set();
    const drafts = (await this.draft(tx, messages)).map((drafted) => ({ ...drafted, id: uuidv7() }));
    await insertDeliveries(tx, this.vault, drafts);
    return new Set(drafts.map(({ feedbackId }) => feedbackId));
  }

  /** What `post` would put where, without doing it. Held in memory only: the texts are not masked. */
  async draft(tx: Sql, messages: readonly OutboxMessage[]): Promise<Omit<NewDelivery, 'id'>[]> {
    const contacts = await loadContacts(tx, this, messages);
    const written = await selectTemplates(tx);
    return messages.flatMap((message) => {
      const contact = contacts.get(message.feedbackId);
      return (contact && draft(message, contact, this.settings, written)) ?? [];
    });
  }
}
