import { hash, verify, type Options } from '@node-rs/argon2';
import { invalid } from './fields.js';
import { randomReadable } from './secrets.js';

/** Argon2id as in the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. 2 = argon2id (a const enum in the library). */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password, made with the same cost, so that an unknown user takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$sLb4ZMttZpz+c/al7X/6Xg$A6yOz0aInTh+i+3chYrOJic5w8+ABnespcrfqpwSWoM';

/** Least number of characters in a password. */
export const PASSWORD_MIN = 12;

/** Most characters in a password: a bound for the work of hashing. */
export const PASSWORD_MAX = 128;

/** The beginnings of every list of stolen passwords; what is left after taking them out has to carry the password. */
const WORN_OUT =
  /password|passw0rd|qwerty(uiop)?|asdfgh(jkl)?|zxcvbn(m)?|1q2w3e(4r)?|letmein|welcome|iloveyou|administrator|admin|root|test|user|huiyin|chinamobile|10086|abc|(0?1234567890?)|12345678?|1234|123|(?<same>.)\k<same>{2,}/gi;

const LEAST_LEFT = 6;

/** One form for characters that can be typed in several ways (full-width digits, composed accents). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Refuses a password that is too short, too long, contains the user name or is made of worn-out words.
 * No rule about kinds of characters (NIST SP 800-63B §3.1.1.2: length and a block list, not composition).
 */
export function checkPassword(password: string, username: string): void {
  const text = normalise(password);
  const length = [...text].length;
  if (length < PASSWORD_MIN) throw invalid('password', `Use at least ${PASSWORD_MIN} characters`);
  if (length > PASSWORD_MAX) throw invalid('password', `Use at most ${PASSWORD_MAX} characters`);
  const left = text.toLowerCase().replaceAll(username.toLowerCase(), '').replace(WORN_OUT, '');
  if (new Set(left).size < LEAST_LEFT) {
    throw invalid('password', 'This one is too easy to guess; use several unrelated words or a generated password');
  }
}

/** Hashes a password; answers with the PHC string that {@link verifyPassword} takes. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), ARGON2ID);
}

/** Compares with a stored hash; without one (no such user) it works as long and answers false. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, normalise(password).slice(0, PASSWORD_MAX * 2));
  return stored !== undefined && matches;
}

/** A new password of 20 readable characters in four groups, 79 random bits and more. */
export function generatePassword(): string {
  return Array.from({ length: 4 }, () => randomReadable(5)).join('-');
}
