import { wallClock } from './calendar.js';

/** How many times the lanes are run in the course of a history, more or less. */
const WANTED = 500;
const LEAST_GAP_MS = 6 * 60_000;
/** In working hours something may be decided, so the lanes look at least so often. */
const DAY_GAP_MS = 6 * 3_600_000;
const NIGHT_GAP_MS = 14 * 3_600_000;

/**
 * The moments at which the lanes run: where much comes in, more often. Ascending, the last one is `to`.
 * @param arrivals milliseconds since 1970, ascending
 */
export function ticksFor(arrivals: readonly number[], from: number, to: number): number[] {
  const each = Math.max(1, Math.round(arrivals.length / WANTED));
  const ticks: number[] = [];
  let last = from;
  const pass = (until: number): void => {
    for (;;) {
      const next = last + gapAt(last);
      if (next > until - LEAST_GAP_MS) return;
      ticks.push((last = next));
    }
  };
  for (let index = each - 1; index < arrivals.length; index += each) {
    const at = arrivals[index] ?? to;
    pass(at);
    if (at - last < LEAST_GAP_MS || to - at < LEAST_GAP_MS) continue;
    ticks.push((last = at));
  }
  pass(to);
  return [...ticks, to];
}

function gapAt(at: number): number {
  const { hour } = wallClock(at);
  return hour >= 7.5 && hour < 18 ? DAY_GAP_MS : NIGHT_GAP_MS;
}
