import { expectation, type Hours } from './history.js';
import { surprise } from './tail.js';

/** Lengths of the time before now in which voices are counted, hours. */
export const WINDOWS = [1, 6, 24] as const;
export type Window = (typeof WINDOWS)[number];

/** Voices of the last 1, 6 and 24 hours. */
export type Seen = readonly [number, number, number];

/** Fewer voices in a window than this are no burst, however quiet it was before. */
const LEAST: Seen = [8, 10, 12];
/** A burst is at least so many times what is expected … */
const TIMES = 2;
/** … and chance alone would raise one alarm in so many checks (10 to the power of this), all that is looked at together. */
const LEAST_SCORE = 4;
/** What is quieter than this is expected to have one voice in a window. */
const LEAST_MEAN = 1;
/** A burst lasts while there are this many times what is expected, and no fewer voices than this. */
const LASTING_TIMES = 1.5;
const LASTING_LEAST = 4;
/** Everything at once: so many times what is expected of all there is, and so many voices more. */
const FLOOD_TIMES = 3;
const FLOOD = 200;

/** One window of something that is looked at. */
export interface Look {
  readonly window: Window;
  readonly seen: number;
  readonly expected: number;
  /** See `scoreOf`. */
  readonly score: number;
}

/** What is known at one check. */
export interface Present {
  /** Hours since 1970. */
  readonly now: number;
  /** When the operator's record begins, hours since 1970. */
  readonly since: number;
  /** How many things are looked at: the more, the more of them stand out by chance. */
  readonly tests: number;
  /** Everything together. */
  readonly all: { readonly seen: Seen; readonly hours: Hours };
}

/**
 * How sure a burst is: −log10 of the probability that chance makes any of the things that are looked at reach what was
 * seen (Bonferroni: times their number and that of the windows).
 */
export function scoreOf(
  seen: number,
  { mean, dispersion }: { mean: number; dispersion: number },
  tests: number,
): number {
  return surprise(seen, Math.max(mean, LEAST_MEAN), dispersion) - Math.log10(Math.max(1, tests) * WINDOWS.length);
}

/** The three windows of something, by its own history. */
export function look(seen: Seen, hours: Hours, { now, since, tests }: Present): Look[] {
  return WINDOWS.map((window, i) => {
    const expected = expectation(hours, window, now, since);
    const [count, mean] = [seen[i] as number, Math.max(expected.mean, LEAST_MEAN)];
    const score = count < TIMES * mean ? 0 : scoreOf(count, expected, tests);
    return { window, seen: count, expected: round(expected.mean), score: round(score) };
  });
}

/**
 * The window in which something bursts most clearly; undefined when it does not. When everything grows at once (a file
 * of items without their dates, an outage of ours that is over), only what makes up a good part of the growth counts: half
 * of it where it is more than 200 voices, else a third.
 * @param endedAt when its last burst ended, hours since 1970: windows that reach back before that are left out
 */
export function findBurst(looks: readonly Look[], present: Present, endedAt?: number): Look | undefined {
  const strong = looks.filter(({ window, seen, score }) => {
    const isNew = endedAt === undefined || endedAt <= present.now - window;
    return isNew && seen >= (LEAST[WINDOWS.indexOf(window)] as number) && score >= LEAST_SCORE;
  });
  if (strong.length === 0) return undefined;
  const all = look(present.all.seen, present.all.hours, present);
  return strong
    .filter(({ window, seen, expected }) => {
      const total = all[WINDOWS.indexOf(window)] as Look;
      const growth = total.seen - total.expected;
      const isFlood = total.seen >= FLOOD_TIMES * Math.max(total.expected, LEAST_MEAN);
      return !isFlood || seen - expected >= growth * (growth >= FLOOD ? 1 / 2 : 1 / 3);
    })
    .sort((a, b) => b.score - a.score || a.window - b.window)[0];
}

/**
 * Whether a burst lasts. It is over when the window that showed it, and the shorter ones (up to six hours in any case), are
 * near their ordinary level again, which is lower than what it took to begin: it does not flicker.
 */
export function lasts(looks: readonly Look[], window: number): boolean {
  return looks.some(
    (each) => each.window <= Math.max(6, window) && each.seen >= Math.max(LASTING_LEAST, LASTING_TIMES * each.expected),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
