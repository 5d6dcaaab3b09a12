import {
  NotPublicError,
  problemOfTarget,
  signatureHeaders,
  type OutgoingAnswer,
  type OutgoingHttp,
} from '@huiyin/outgoing';
import { Channel, type Callback, type ChannelResult, type Message } from '../channel.js';

/**
 * Tells the system that the feedback came from, signed after Standard Webhooks (standardwebhooks.com). The address that
 * was checked is the address that is connected to; redirects are not followed.
 */
export class WebhookChannel extends Channel {
  readonly name = 'webhook';
  readonly repeatable = true;
  readonly keepsLink = false;
  readonly concurrency = 16;
  readonly batchSize = 64;
  readonly timeoutMs = 10_000;

  constructor(private readonly http: OutgoingHttp) {
    super();
  }

  async send(message: Message, signal: AbortSignal): Promise<ChannelResult> {
    const { callback } = message;
    if (!callback) return { status: 'refused', reason: 'The source has no callback any more.' };
    if (problemOfTarget(callback.url) !== null)
      return { status: 'refused', reason: 'The callback is not a URL that may be called.' };
    try {
      return verdict(await this.http.post(callback.url, signed(message, callback), signal));
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      if (error instanceof NotPublicError) return { status: 'refused', reason: error.message };
      if (name === 'AbortError') return { status: 'retry', reason: 'The receiver did not answer in time.' };
      return { status: 'retry', reason: `The receiver was not reached (${code ?? 'error'}).` };
    }
  }
}

interface Signed {
  readonly body: string;
  readonly headers: Record<string, string>;
}

function signed(message: Message, { secret, source, externalId }: Callback): Signed {
  const { id, feedbackId, reference, cycle, language, subject, reply, link } = message;
  const data = {
    deliveryId: id,
    feedbackId,
    reference,
    source,
    externalId,
    cycle,
    language,
    subject,
    body: message.body,
    reply,
    link,
  };
  const body = JSON.stringify({ type: `feedback.${message.purpose}`, timestamp: message.takenAt, data });
  const seconds = Math.floor(message.wallSeconds);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...signatureHeaders([secret], { id, seconds, body }),
  };
  return { body, headers };
}

function verdict({ status, retryAfterSeconds }: OutgoingAnswer): ChannelResult {
  if (status >= 200 && status < 300) return { status: 'sent', proof: `HTTP ${status}` };
  if (status === 410) return { status: 'refused', reason: 'The receiver is gone for good (HTTP 410).' };
  const reason =
    status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed.` : `The receiver said HTTP ${status}.`;
  const wish = retryAfterSeconds === undefined ? {} : { afterSeconds: retryAfterSeconds };
  return { status: 'retry', reason, ...wish };
}
