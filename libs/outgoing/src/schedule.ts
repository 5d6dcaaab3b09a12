const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Pauses before the second, third, … try of one event, in seconds: four days in all. */
const PAUSES = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR, 24 * HOUR];

/** Up to so much shorter or longer: a target that comes back is not met by all at once. */
const JITTER = 0.2;
const LONGEST_WISH = 24 * HOUR;

/** From so many failed tries in a row on, a target is tried by one event at a time, and more and more seldom. */
export const FAILING_FROM = 5;

const SHORTEST_REST = 30;
const LONGEST_REST = 15 * MINUTE;

/**
 * Seconds until the next try of an event, or null when it is time to give up.
 * @param tries made so far, 1 after the first
 * @param random 0 ≤ r < 1
 * @param wish seconds that the receiver asked for
 */
export function pauseAfter(tries: number, random: number, wish = 0): number | null {
  const pause = PAUSES[tries - 1];
  return pause === undefined
    ? null
    : Math.max(pause * (1 - JITTER + 2 * JITTER * random), Math.min(wish, LONGEST_WISH));
}

/**
 * Seconds for which a target is left alone altogether: none for the first slips, then half a minute, doubled to a quarter of
 * an hour. A dead target with many events costs no more than one try each quarter of an hour.
 * @param failures in a row, all events counted
 */
export function restAfter(failures: number, random: number): number {
  if (failures < FAILING_FROM) return 0;
  const rest = Math.min(SHORTEST_REST * 2 ** Math.min(failures - FAILING_FROM, 10), LONGEST_REST);
  return rest * (1 - JITTER + 2 * JITTER * random);
}
