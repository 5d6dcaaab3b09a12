import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { barUnsubscribed, clearBounce, selectBars, type MailBar } from './mail-bars.store.js';
import type { MailTokens } from './mail-tokens.js';

const MOST_SHOWN = 200;

/** Addresses that are not written to, as staff and their holders meet them. */
export class MailBars {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
  ) {}

  /** The latest 200, or the one of an address. */
  list(address?: string): Promise<MailBar[]> {
    return selectBars(this.db, address === undefined ? null : this.tokens.indexOf(address), MOST_SHOWN);
  }

  /** Mail is tried again to an address that bounced. @throws {CodedError} `not-found` */
  async clear(id: string): Promise<void> {
    if (!(await this.db.transaction((tx) => clearBounce(tx, id))))
      throw new CodedError(
        'not-found',
        'No mail to this address came back. GET /api/v1/mail-bars lists those that did.',
      );
  }

  /** True when a token is one of ours; nothing is changed. */
  knows(token: string): boolean {
    return this.tokens.readUnsubscribe(token) !== null;
  }

  /** The holder of a link wants no more questions. Answers false when the link is not one of ours. */
  async unsubscribe(token: string): Promise<boolean> {
    const address = this.tokens.readUnsubscribe(token);
    if (address === null) return false;
    await barUnsubscribed(this.db, address);
    return true;
  }
}
