import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CodedError } from '@huiyin/loop';

/** How a sender shows that it is the one it says it is. */
export type SenderCheck =
  /** Standard Webhooks (standardwebhooks.com): the safest, with id and time signed. */
  | { readonly type: 'standard'; readonly toleranceSeconds?: number }
  /** HMAC-SHA-256 of the body as it came, in a header; with `timestampHeader`, of `<its value>.<body>`. */
  | {
      readonly type: 'hmac';
      readonly header: string;
      readonly encoding?: 'hex' | 'base64';
      /** In front of the signature, e.g. `sha256=`. */
      readonly prefix?: string;
      readonly timestampHeader?: string;
      readonly toleranceSeconds?: number;
    }
  /** A fixed token, for systems that can do nothing else: `Authorization: Bearer …`, or alone in `header`. */
  | { readonly type: 'bearer'; readonly header?: string }
  /** User name and password. */
  | { readonly type: 'basic'; readonly username: string };

/** A request as it came. Names of headers in small letters. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** The clock on the wall, seconds since 1970. */
  readonly wallSeconds: number;
}

/** A signature may be so much older or younger, seconds. */
const TOLERANCE = 300;
/** Longer ids of messages are hashed. */
const LONGEST_ID = 150;

/**
 * Checks who sends.
 * @param secrets any of them is right: while a secret is being changed there are two
 * @returns an id of the message: the sender's own where it is signed, else a hash of the body
 * @throws {CodedError} `unauthenticated`
 */
export function checkSender(check: SenderCheck, secrets: readonly string[], request: SignedRequest): string {
  const hash = `sha256:${createHash('sha256').update(request.body).digest('hex').slice(0, 40)}`;
  switch (check.type) {
    case 'standard':
      return checkStandard(check, secrets, request);
    case 'hmac':
      checkHmac(check, secrets, request);
      return hash;
    case 'bearer': {
      const value = headerOf(request, check.header ?? 'authorization');
      const token = check.header === undefined ? /^Bearer +(\S+)$/i.exec(value)?.[1] : value;
      if (!secrets.some((secret) => same(secret, token ?? ''))) throw stranger();
      return hash;
    }
    case 'basic': {
      const given = /^Basic +(\S+)$/i.exec(headerOf(request, 'authorization'))?.[1] ?? '';
      const encoded = (secret: string) => Buffer.from(`${check.username}:${secret}`).toString('base64');
      if (!secrets.some((secret) => same(encoded(secret), given))) throw stranger();
      return hash;
    }
  }
}

function checkStandard(
  { toleranceSeconds }: SenderCheck & { type: 'standard' },
  secrets: readonly string[],
  request: SignedRequest,
): string {
  const [id, time] = [headerOf(request, 'webhook-id'), headerOf(request, 'webhook-timestamp')];
  const signatures = headerOf(request, 'webhook-signature').split(' ').slice(0, 20);
  const right = secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = `v1,${hmac(key, [`${id}.${time}.`, request.body]).toString('base64')}`;
    return signatures.some((signature) => same(expected, signature));
  });
  if (!right || id === '') throw stranger();
  refuseOld(time, request.wallSeconds, toleranceSeconds);
  return id.length > LONGEST_ID ? createHash('sha256').update(id).digest('hex') : id;
}

function checkHmac(check: SenderCheck & { type: 'hmac' }, secrets: readonly string[], request: SignedRequest): void {
  const { encoding = 'hex', prefix = '', timestampHeader } = check;
  const time = timestampHeader === undefined ? '' : headerOf(request, timestampHeader);
  const signed = timestampHeader === undefined ? [request.body] : [`${time}.`, request.body];
  const value = headerOf(request, check.header);
  const given = value.startsWith(prefix) ? value.slice(prefix.length) : '';
  const spelled = encoding === 'hex' ? given.toLowerCase() : given;
  if (!secrets.some((secret) => same(hmac(secret, signed).toString(encoding), spelled))) throw stranger();
  if (timestampHeader !== undefined) refuseOld(time, request.wallSeconds, check.toleranceSeconds);
}

/** Only after the signature was found right: a stranger is told nothing. */
function refuseOld(time: string, now: number, tolerance = TOLERANCE): void {
  const number = /^\d{1,16}$/.test(time) ? Number(time) : Number.NaN;
  // Thirteen digits are milliseconds.
  const seconds = number > 99_999_999_999 ? number / 1_000 : number;
  if (Math.abs(now - seconds) <= tolerance) return;
  throw new CodedError(
    'unauthenticated',
    `The signature is right, but its time is more than ${tolerance} seconds away from ours. Sign each try anew, and set the clock.`,
  );
}

function hmac(key: string | Buffer, parts: readonly (string | Buffer)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** In a time that does not tell where they differ. */
function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(left, right);
}

function headerOf({ headers }: SignedRequest, name: string): string {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' ? value : '';
}

/** The same for a source that is not there, that is off, and for a wrong signature. */
export function stranger(): CodedError {
  return new CodedError(
    'unauthenticated',
    'The source is not known, or its signature or token is not right. Check the name in the address, the secret and the header.',
  );
}
