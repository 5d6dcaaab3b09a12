import { CodedError, type FieldError } from '@huiyin/loop';
import { isRole, ROLE_NAMES, type Role } from './roles.js';
import { isScope, SCOPE_NAMES, type Scope } from './scopes.js';

/** Control characters (NUL among them) and lone surrogates, which Postgres refuses or screens cannot show. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** A `validation-failed` error about one field. */
export function invalid(field: string, message: string): CodedError {
  return new CodedError('validation-failed', `${field}: ${message}`, [{ field, message }]);
}

/** A `validation-failed` error about several fields; the detail repeats the first. */
export function invalidFields(errors: readonly FieldError[]): CodedError {
  const [first] = errors;
  return new CodedError('validation-failed', first ? `${first.field}: ${first.message}` : 'Not valid', errors);
}

/** Trims a name that people read and checks it: 1 to `max` characters on one line. */
export function cleanName(value: string, field: string, max = 200): string {
  const text = value.trim();
  if (text === '') throw invalid(field, 'Write at least one character');
  if ([...text].length > max) throw invalid(field, `Write at most ${max} characters`);
  if (UNPRINTABLE.test(text)) throw invalid(field, 'Leave out line breaks, control characters and broken characters');
  return text;
}

/** Checks names of scopes and drops doubles. */
export function cleanScopes(names: readonly string[]): Scope[] {
  const unknown = names.find((name) => !isScope(name));
  if (unknown !== undefined) {
    throw invalid('scopes', `There is no scope "${unknown.slice(0, 50)}"; use some of: ${SCOPE_NAMES.join(', ')}`);
  }
  return [...new Set(names.filter(isScope))];
}

/** Checks names of roles and drops doubles; the answer is in the order of the catalogue. */
export function cleanRoles(names: readonly string[]): Role[] {
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined) {
    throw invalid('roles', `There is no role "${unknown.slice(0, 50)}"; use some of: ${ROLE_NAMES.join(', ')}`);
  }
  return ROLE_NAMES.filter((role) => names.includes(role));
}
