import type { Piece, Submission } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { Principal } from '@huiyin/org';
import { createHash } from 'node:crypto';

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * The idempotency key of a request with the hash of its body; the order of the fields does not matter.
 * @throws {CodedError} `validation-failed` when the header is not a key
 */
export function idempotency(key: string | undefined, sender: Principal, body: Piece): Submission['idempotency'] {
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw new CodedError('validation-failed', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', [
      { field: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' },
    ]);
  return { owner: sender.actor, key, bodyHash: createHash('sha256').update(canonical(body)).digest('hex') };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
