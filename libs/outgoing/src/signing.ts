import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** One message to sign. */
export interface Signed {
  /** The same at every try; without a dot. */
  readonly id: string;
  /** When this try is made, whole seconds since 1970. */
  readonly seconds: number;
  readonly body: string;
}

/** A new secret after Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** What is wrong with a secret that somebody brings, as a sentence; null when nothing is. */
export function problemOfSecret(value: string): string | null {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const exact = bytes.toString('base64') === encoded && bytes.length >= 24 && bytes.length <= 64;
  return exact ? null : 'Use whsec_ followed by 24 to 64 random bytes in base64, or leave it out.';
}

/**
 * The headers of a message after Standard Webhooks (standardwebhooks.com), one signature for each secret: while a secret is
 * being changed, receivers with the old one and with the new one both find theirs.
 */
export function signatureHeaders(secrets: readonly string[], { id, seconds, body }: Signed): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}
