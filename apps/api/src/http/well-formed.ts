import { CodedError, type FieldError } from '@huiyin/loop';
import { isUtf8 } from 'node:buffer';

/** JSON nested deeper than this is refused; nothing we take is deeper than a handful of levels. */
const DEEPEST = 32;

/** Where in `value` a string is that Postgres and JSON cannot both hold: a NUL character or half of a surrogate pair. */
export function illFormed(value: unknown, path = '', depth = 0): FieldError | undefined {
  if (depth > DEEPEST) return { field: path, message: 'nested too deeply' };
  if (typeof value === 'string') return illFormedString(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    const found = illFormedString(key, path) ?? illFormed(inner, here, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function illFormedString(value: string, field: string): FieldError | undefined {
  if (value.includes('\u0000')) return { field, message: 'contains a NUL character' };
  if (!value.isWellFormed()) return { field, message: 'contains half of a surrogate pair' };
  return undefined;
}

/**
 * Reads a JSON body: UTF-8, well-formed, without NUL characters, lone surrogates or prototype keys.
 * @throws {CodedError} `malformed-body`, or `validation-failed` with the field
 */
export function readJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new CodedError('malformed-body', 'The body is not UTF-8. Send UTF-8.');
  return parseJson(body.toString());
}

/** Like `readJson`, for text: a body or one line of NDJSON. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CodedError('malformed-body', `This is not JSON: ${(error as Error).message}`);
  }
  if (/"(__proto__|constructor|prototype)"\s*:/.test(text))
    throw new CodedError('validation-failed', 'Field names such as __proto__ are not taken. Rename the field.', [
      { field: '__proto__', message: 'not a name for a field' },
    ]);
  const found = illFormed(value);
  if (found) throw new CodedError('validation-failed', `Remove it and send again. ${found.field}: ${found.message}`, [found]);
  return value;
}
