import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { type AddressCheck, literalAddress } from '../address-check.js';
import { Channel, type Callback, type ChannelResult, type Message } from '../channel.js';

/** Finds the addresses of a name. */
export type Resolver = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const NOT_PUBLIC = 'EADDRNOTPUBLIC';
const NOT_PUBLIC_REASON =
  "The callback's address is not public; if that is meant, add its network to HUIYIN_WEBHOOK_ALLOW.";
/** Of the receiver's answer nothing is kept; beyond so much it is not even waited for. */
const ANSWER_BYTES = 64 * 1024;

const resolveByKernel: Resolver = (name, done) => systemLookup(name, { all: true, verbatim: true }, done);

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

  constructor(
    private readonly check: AddressCheck,
    private readonly resolve: Resolver = resolveByKernel,
  ) {
    super();
  }

  async send(message: Message, signal: AbortSignal): Promise<ChannelResult> {
    const { callback } = message;
    if (!callback) return { status: 'refused', reason: 'The source has no callback any more.' };
    const url = URL.canParse(callback.url) ? new URL(callback.url) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
      return { status: 'refused', reason: 'The callback is not an http(s) URL.' };
    const literal = literalAddress(url);
    if (literal !== null && !this.check.permits(literal)) return { status: 'refused', reason: NOT_PUBLIC_REASON };
    try {
      return verdict(await this.post(url, signed(message, callback), signal));
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      if (code === NOT_PUBLIC) return { status: 'refused', reason: NOT_PUBLIC_REASON };
      if (name === 'AbortError') return { status: 'retry', reason: 'The receiver did not answer in time.' };
      return { status: 'retry', reason: `The receiver was not reached (${code ?? 'error'}).` };
    }
  }

  private post(url: URL, { body, headers }: Signed, signal: AbortSignal): Promise<Answer> {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      // agent: false → a connection of its own: one kept open was checked for another name, and no proxy stands between.
      const options = { method: 'POST', headers, agent: false, lookup: this.checkedLookup, signal } as const;
      const sent = request(url, options, (response) => resolve(readAway(response)));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private readonly checkedLookup: LookupFunction = (name, options, done) => {
    this.resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? problem('ENOTFOUND'), '', 4);
      if (!addresses.every(({ address }) => this.check.permits(address))) return done(problem(NOT_PUBLIC), '', 4);
      if (options.all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
  };
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
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Huiyin',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(secret).sign(id, new Date(seconds * 1000), body),
  };
  return { body, headers };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

function readAway(response: IncomingMessage): Promise<Answer> {
  const answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
  return new Promise((resolve) => {
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > ANSWER_BYTES) response.destroy();
    });
    // The status has been said; an answer that breaks off afterwards changes nothing.
    response.on('error', () => undefined);
    response.on('close', () => resolve(answer));
  });
}

function verdict({ status, retryAfter }: Answer): ChannelResult {
  if (status >= 200 && status < 300) return { status: 'sent', proof: `HTTP ${status}` };
  if (status === 410) return { status: 'refused', reason: 'The receiver is gone for good (HTTP 410).' };
  const reason =
    status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed.` : `The receiver said HTTP ${status}.`;
  const wish = /^\d{1,9}$/.test(retryAfter ?? '') ? { afterSeconds: Number(retryAfter) } : {};
  return { status: 'retry', reason, ...wish };
}

function problem(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
