/** A webhook as it came, checked. `data` is the event; see docs/loop.md for the names. */
export interface WebhookEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Headers in any of the shapes that servers give them. */
export type GivenHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The message is not from Huiyin, or is too old. Answer 400 and do nothing. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

const TOLERANCE_SECONDS = 300;

/**
 * Checks a webhook (Standard Webhooks 1.0.0) and gives its event. During the rotation of a secret there are two
 * signatures; one that is right is enough.
 * @param body as it came, before anything has parsed it
 * @param secret `whsec_…`, as it was shown when the webhook was made
 * @throws {WebhookError} when the signature is not right, a header is missing or the message is more than 5 minutes old
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: GivenHeaders,
  secret: string,
): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = headerOf(headers, name);
    if (!value) throw new WebhookError(`The header ${name} is missing.`);
    return value;
  }) as [string, string, string];
  const age = Math.abs(Date.now() / 1_000 - Number(timestamp));
  if (!(age <= TOLERANCE_SECONDS)) throw new WebhookError('The message is too old, or one of the clocks is wrong.');
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  const key = await crypto.subtle.importKey('raw', bytesOf(secret.replace(/^whsec_/, '')), HMAC, false, ['verify']);
  for (const given of signatures.split(' ')) {
    const [version, signature = ''] = given.split(',');
    // `verify` takes as long for a wrong signature as for a right one.
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed)))
      return JSON.parse(text) as WebhookEvent;
  }
  throw new WebhookError('The signature is not right.');
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

function headerOf(headers: GivenHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : found?.[0];
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new WebhookError('A secret or signature is not Base64.');
  }
}
