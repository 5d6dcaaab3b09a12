import { createHmac } from 'node:crypto';

/** An entry as it is chained: every column but those of the chain, as text. */
export interface ChainedEntry {
  readonly id: number;
  /** ISO 8601 UTC with microseconds. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** As Postgres writes the JSON. */
  readonly details: string;
}

/** The hash before the first entry. */
export const NO_HASH = Buffer.alloc(32);

/**
 * The hash of an entry in its place: HMAC-SHA-256 over the hash before it, its place and all it says. The key is outside the
 * database, so whoever changes entries there cannot mend the chain.
 */
export function chainHash(key: Buffer, before: Buffer, seq: number, entry: ChainedEntry): Buffer {
  const { id, at, actor, action, subject, details } = entry;
  return createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify([seq, id, at, actor, action, subject, details]))
    .digest();
}
