import { Channel, type ChannelResult } from '../channel.js';

/** Sends nothing. The stored delivery shows what would have been sent: the embedded default, and the last resort of every operator. */
export class LogChannel extends Channel {
  readonly name = 'log';
  readonly repeatable = true;
  readonly keepsLink = true;
  readonly concurrency = 500;
  readonly batchSize = 500;
  readonly timeoutMs = 1_000;

  async send(): Promise<ChannelResult> {
    return { status: 'sent', proof: 'On record here only; nothing left this system.' };
  }
}
