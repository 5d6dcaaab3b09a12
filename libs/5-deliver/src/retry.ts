import type { ChannelResult } from './channel.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Pauses before the second, third, … try, in seconds: some three days in all, as Standard Webhooks advises. */
const PAUSES = [5, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 18 * HOUR, 24 * HOUR];

/** Tries after which a message is given up. */
export const MAX_TRIES = PAUSES.length + 1;

/** A pause is up to so much shorter or longer than the schedule says, so that a receiver that comes back is not met by all at once. */
const JITTER = 0.2;
const LONGEST_WISH = 24 * HOUR;

/**
 * Seconds until the next try, or null when it is time to give up.
 * @param tries made so far, 1 after the first
 * @param random 0 ≤ r < 1
 */
export function pauseAfter(tries: number, random: number): number | null {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? null : pause * (1 - JITTER + 2 * JITTER * random);
}

/** What an operator wants of e-mails that may have gone out: a person decides, or a second copy is risked. */
export type UnsurePolicy = 'hold' | 'resend';

/** What is known when a try has ended. */
export interface Try {
  /** Tries so far, this one included. */
  readonly tries: number;
  /** True when the receiver can tell a second copy. */
  readonly repeatable: boolean;
  readonly policy: UnsurePolicy;
  /** 0 ≤ r < 1 */
  readonly random: number;
}

/** What is stored of a try. */
export type Ending =
  | { readonly state: 'sent'; readonly proof: string }
  | { readonly state: 'failed' | 'unknown'; readonly error: string; readonly badAddress?: true }
  | { readonly state: 'pending'; readonly error: string; readonly seconds: number };

/** From what the channel says to what becomes of the delivery. */
export function endingOf(result: ChannelResult, attempt: Try): Ending {
  switch (result.status) {
    case 'sent':
      return { state: 'sent', proof: result.proof };
    case 'refused':
      return { state: 'failed', error: result.reason, ...(result.badAddress ? { badAddress: true } : {}) };
    case 'unsure':
      if (!attempt.repeatable && attempt.policy === 'hold') return { state: 'unknown', error: result.reason };
      return again(result.reason, attempt, 0);
    case 'retry':
      return again(result.reason, attempt, Math.min(result.afterSeconds ?? 0, LONGEST_WISH));
  }
}

function again(reason: string, { tries, random }: Try, wish: number): Ending {
  const pause = pauseAfter(tries, random);
  if (pause === null) return { state: 'failed', error: `${reason} (given up after ${tries} tries)` };
  return { state: 'pending', error: reason, seconds: Math.max(pause, wish) };
}
