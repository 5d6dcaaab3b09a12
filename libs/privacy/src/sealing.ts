import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value lies. It is bound to the value: moved to another row or column, the value does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  /** The primary key of the row as text. */
  readonly row: string;
}

/** Only this cipher is ever used; a change of it gets another prefix. */
const CIPHER = 'aes-256-gcm';
const PREFIX = 's1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const POOL_BYTES = 8_192;
let pool = Buffer.alloc(0);

/** Random bytes, from the operating system; fetched many at a time, since every item that comes in needs some. */
export function freshBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(POOL_BYTES);
  const taken = Buffer.from(pool.subarray(0, count));
  pool = pool.fill(0, 0, count).subarray(count);
  return taken;
}

/** A value that does not open: another key, another place, or tampered with. */
export class SealError extends Error {}

/** The bytes that tie a value to its place; no part of them can be mistaken for another. */
function placeBytes({ table, column, row }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, column, row]));
}

/**
 * Seals `value` with AES-256-GCM, a random 96-bit nonce and the place as additional data.
 * @param keyId is readable in the answer, so that it is known which key opens it
 * @returns `s1.<keyId>.<nonce, ciphertext and tag in base64url>`
 */
export function sealWith(key: Buffer, keyId: string, value: string, place: Place): string {
  const iv = freshBytes(IV_BYTES);
  // Its tag has TAG_BYTES unless told otherwise; being told costs a microsecond, and every item that comes in is sealed twice.
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(placeBytes(place));
  const body = Buffer.concat([iv, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${PREFIX}.${keyId}.${body.toString('base64url')}`;
}

/** The id of the key that opens a sealed value; undefined when it is none. */
export function keyIdOf(sealed: string): string | undefined {
  return /^s1\.([\w-]{1,64})\./.exec(sealed)?.[1];
}

/**
 * Opens what `sealWith` sealed.
 * @throws {SealError}
 */
export function openWith(key: Buffer, sealed: string, place: Place): string {
  const [prefix, , encoded = ''] = sealed.split('.');
  const body = Buffer.from(encoded, 'base64url');
  if (prefix !== PREFIX || body.length < IV_BYTES + TAG_BYTES) throw new SealError(refusal(place));
  const decipher = createDecipheriv(CIPHER, key, body.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
  try {
    const opened = decipher.update(body.subarray(IV_BYTES, body.length - TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    throw new SealError(refusal(place));
  }
}

function refusal({ table, column, row }: Place): string {
  return `The sealed value in ${table}.${column} of row ${row} does not open: it is not from there, or was changed.`;
}
