import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type AddressCheck, literalAddress } from './address-check.js';
import { targetOf } from './target.js';

/** Finds the addresses of a name. */
export type Resolver = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** What is sent. */
export interface OutgoingRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is kept of an answer: nothing of its body. */
export interface OutgoingAnswer {
  readonly status: number;
  /** The seconds that a `Retry-After` header asks for, when it is there and a number. */
  readonly retryAfterSeconds?: number;
}

/** An answer of which the body is wanted. */
export interface WholeAnswer extends OutgoingAnswer {
  /** Its first 64 KB, as UTF-8. */
  readonly body: string;
}

/** The address may not be connected to. Its message says what an operator can do. */
export class NotPublicError extends Error {
  constructor() {
    super("The target's address is not public; if that is meant, add its network to HUIYIN_WEBHOOK_ALLOW.");
    this.name = 'NotPublicError';
  }
}

/** Of the receiver's answer no more than this is waited for. */
const ANSWER_BYTES = 64 * 1024;

const resolveByKernel: Resolver = (name, done) => systemLookup(name, { all: true, verbatim: true }, done);

/**
 * The one way by which Huiyin posts to an address that somebody has typed in. A name is resolved once, all its addresses
 * must be permitted, and the one that was checked is the one that is connected to; redirects are not followed.
 */
export class OutgoingHttp {
  constructor(
    private readonly check: AddressCheck,
    private readonly resolve: Resolver = resolveByKernel,
  ) {}

  /**
   * Posts once. The time limit is the caller's: `signal`.
   * @throws {NotPublicError} when the address may not be connected to
   * @throws {TypeError} when `target` is not a URL that may be called
   * @throws {Error} with `code` of Node, or named `AbortError`, when there was no answer
   */
  async post(target: string, request: OutgoingRequest, signal: AbortSignal): Promise<OutgoingAnswer> {
    const { body: _unread, ...answer } = await this.exchange(target, request, signal);
    return answer;
  }

  /** The same, and keeps what was answered: for services that say in the body what became of it. */
  async exchange(
    target: string,
    { method = 'POST', headers, body }: OutgoingRequest & { readonly method?: 'POST' | 'PUT' },
    signal: AbortSignal,
  ): Promise<WholeAnswer> {
    const url = targetOf(target);
    this.refuseLiteral(url);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const all = { 'user-agent': 'Huiyin', ...headers, 'content-length': String(Buffer.byteLength(body)) };
      // agent: false → a connection of its own: one kept open was checked for another name, and no proxy stands between.
      const options = { method, headers: all, agent: false, lookup: this.checkedLookup, signal } as const;
      const sent = request(url, options, (response) => resolve(readAway(response)));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /**
   * True unless it is known by now that `url` leads to where nobody may connect. A name that cannot be resolved now may be later.
   * @param withinMs what the name servers are given
   */
  async mayReach(url: URL, withinMs = 2_000): Promise<boolean> {
    if (literalAddress(url) !== null) return this.check.permits(literalAddress(url) as string);
    const addresses = await new Promise<readonly LookupAddress[]>((resolve) => {
      const timer = setTimeout(() => resolve([]), withinMs);
      this.resolve(url.hostname, (error, found) => {
        clearTimeout(timer);
        resolve(error ? [] : found);
      });
    });
    return addresses.every(({ address }) => this.check.permits(address));
  }

  private refuseLiteral(url: URL): void {
    const literal = literalAddress(url);
    if (literal !== null && !this.check.permits(literal)) throw new NotPublicError();
  }

  private readonly checkedLookup: LookupFunction = (name, options, done) => {
    this.resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), '', 4);
      if (!addresses.every(({ address }) => this.check.permits(address))) return done(new NotPublicError(), '', 4);
      if (options.all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
  };
}

function readAway(response: IncomingMessage): Promise<WholeAnswer> {
  const wish = response.headers['retry-after'] ?? '';
  const seconds = /^\d{1,9}$/.test(wish) ? { retryAfterSeconds: Number(wish) } : {};
  const answer = { status: response.statusCode ?? 0, ...seconds };
  return new Promise((resolve) => {
    let bytes = 0;
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > ANSWER_BYTES) response.destroy();
    });
    // The status has been said; an answer that breaks off afterwards changes nothing.
    response.on('error', () => undefined);
    response.on('close', () => {
      const body = Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString('utf8');
      resolve({ ...answer, body });
    });
  });
}
