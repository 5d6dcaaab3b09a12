import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 characters of base64url: the secret of a session or a key. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The shape of {@link randomToken}. */
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `length` random characters that are not mistaken for each other when read aloud (31 to choose from). */
export function randomReadable(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');
}

/** SHA-256; enough for secrets of 256 random bits, never for passwords. */
export function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** Compares in a time that does not depend on where the bytes differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
