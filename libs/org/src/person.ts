import type { UnitRef } from './principal.js';
import type { Role } from './roles.js';
import type { Scope } from './scopes.js';

/** The languages of the screens. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Somebody who signs in. The password hash never leaves the store. */
export interface Person {
  readonly id: number;
  /** Lower case. */
  readonly username: string;
  readonly displayName: string;
  readonly language: Language;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  /** What the person is to the loop; `scopesOf` says what that allows. */
  readonly roles: readonly Role[];
  /** Units that the person belongs to, by code; without any, the person sees the whole organisation. */
  readonly units: readonly UnitRef[];
  /** What the person may do besides what the roles allow. */
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
}

/** Somebody to add. Without a password one is made. */
export interface NewPerson {
  readonly username: string;
  /** Left out, it is the user name. */
  readonly displayName?: string | undefined;
  readonly password?: string | undefined;
  readonly language?: Language | undefined;
  readonly roles?: readonly string[] | undefined;
  /** Codes of units. */
  readonly units?: readonly string[] | undefined;
  /** Besides the roles. */
  readonly scopes?: readonly string[] | undefined;
  /** Whether the first sign-in must end in a new password; left out, yes. */
  readonly mustChangePassword?: boolean | undefined;
}

/** What to change of a person; fields left out stay. */
export interface PersonPatch {
  readonly displayName?: string | undefined;
  readonly language?: Language | undefined;
  readonly active?: boolean | undefined;
  readonly roles?: readonly string[] | undefined;
  /** Codes of units. */
  readonly units?: readonly string[] | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** With `active: false`: also revoke the API keys that the person has made. Left out, they go on working. */
  readonly revokeKeys?: boolean | undefined;
}

/** The form in which user names are stored and compared. */
export function normaliseUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

/** 2 to 64 letters and digits of any script, then also `.`, `_`, `@`, `+`, `-`. */
export function isUsername(username: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,63}$/u.test(username);
}
