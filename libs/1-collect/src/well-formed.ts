import { CodedError, type FieldError } from '@huiyin/loop';
import { isUtf8 } from 'node:buffer';

/** JSON nested deeper than this is refused; nothing we take is deeper than a handful of levels. */
const DEEPEST = 32;

/** Names with which a careless merge of objects would change every object of the process. */
const NOT_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What in `value` cannot be taken, with its place: a string that Postgres and JSON cannot both hold (a NUL character or half of
 * a surrogate pair), a prototype key, a number beyond all bounds, or too many levels. `undefined` when all is well.
 */
export function illFormed(value: unknown, depth = 0): FieldError | undefined {
  if (typeof value === 'string') return illFormedString(value);
  // 1e999 is Infinity by now, and would be stored as null.
  if (typeof value === 'number' && !Number.isFinite(value)) return { field: '', message: 'is too large a number' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return { field: '', message: 'nested too deeply' };
  const list = Array.isArray(value);
  for (const key of Object.keys(value)) {
    const found = list ? undefined : illFormedName(key);
    if (found) return found;
    const inner = illFormed((value as Record<string, unknown>)[key], depth + 1);
    if (inner) return { ...inner, field: within(key, list, inner.field) };
  }
  return undefined;
}

function illFormedName(name: string): FieldError | undefined {
  return NOT_NAMES.has(name) ? { field: name, message: 'not a name for a field' } : illFormedString(name);
}

function illFormedString(value: string): FieldError | undefined {
  if (value.includes('\u0000')) return { field: '', message: 'contains a NUL character' };
  if (!value.isWellFormed()) return { field: '', message: 'contains half of a surrogate pair' };
  return undefined;
}

/** The place of what is wrong, seen from one level further out: `items[3].text`. */
function within(key: string, list: boolean, inner: string): string {
  const here = list ? `[${key}]` : key;
  return inner === '' || inner.startsWith('[') ? here + inner : `${here}.${inner}`;
}

/**
 * Reads a JSON body: UTF-8, well-formed, without NUL characters, lone surrogates or prototype keys.
 * @throws {CodedError} `malformed-body`, or `validation-failed` with the field
 */
export function readJson(body: Buffer): unknown {
  return parseJson(readText(body));
}

/**
 * Reads the JSON of a batch. Its rows are checked one by one later, so that a bad one does not spoil its neighbours.
 * @throws {CodedError} `malformed-body`
 */
export function readBatchJson(body: Buffer): unknown {
  return parse(readText(body));
}

/**
 * Reads a body as text.
 * @throws {CodedError} `malformed-body` when it is not UTF-8
 */
export function readText(body: Buffer): string {
  if (!isUtf8(body)) throw new CodedError('malformed-body', 'The body is not UTF-8. Send UTF-8.');
  return body.toString();
}

/** Like `readJson`, for text: a body or one line of NDJSON. */
export function parseJson(text: string): unknown {
  const value = parse(text);
  const found = illFormed(value);
  if (found)
    throw new CodedError('validation-failed', `Remove it and send again. ${found.field}: ${found.message}`, [found]);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CodedError('malformed-body', `This is not JSON: ${(error as Error).message}`);
  }
}
