import { CodedError } from '@huiyin/loop';

/** The largest number that an event can have (int8). */
export const LAST_EVENT = 9_223_372_036_854_775_807n;

/**
 * Takes a cursor apart.
 * @throws {CodedError} `bad-cursor`
 */
export function parseCursor(cursor: string): [xid: string, eventId: string] {
  const match = /^(\d{1,19})-(\d{1,19})$/.exec(cursor);
  if (!match?.[1] || !match[2] || BigInt(match[2]) > LAST_EVENT)
    throw new CodedError('bad-cursor', 'Use the cursor of an event that this server sent, unchanged.');
  return [match[1], match[2]];
}
