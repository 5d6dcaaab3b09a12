import { Channel, type ChannelResult } from '../channel.js';

/** Stands in for e-mail while no mail server is set: what was meant for it goes to the next channel. */
export class NoMailChannel extends Channel {
  readonly name = 'email';
  readonly repeatable = false;
  readonly keepsLink = false;
  readonly concurrency = 100;
  readonly batchSize = 100;
  readonly timeoutMs = 1_000;

  async send(): Promise<ChannelResult> {
    return { status: 'refused', reason: 'No mail server is set (SMTP_URL).' };
  }
}
