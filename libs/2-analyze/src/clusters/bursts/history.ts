/** Voices by the hour (whole hours since 1970) in which they were raised. */
export type Hours = ReadonlyMap<number, number>;

/** Hours of history that are held against the present. */
export const HISTORY_HOURS = 28 * 24;
/** The last day is what is judged: it is no history yet. */
export const PRESENT_HOURS = 24;

const DAY = 24;
const WEEK = 168;

/** What the history of something says about the present. */
export interface Expectation {
  /** Voices that are to be expected. */
  readonly mean: number;
  /** How much days differ beyond chance: 0.05 to 1; see `surprise`. */
  readonly dispersion: number;
}

/** Voices between two moments (hours since 1970); an hour that is cut counts for its part. */
export function voicesBetween(hours: Hours, from: number, to: number): number {
  let sum = 0;
  for (let hour = Math.floor(from); hour < to; hour++) {
    const count = hours.get(hour);
    if (count) sum += count * (Math.min(hour + 1, to) - Math.max(hour, from));
  }
  return sum;
}

/** The busiest of three neighbouring windows: what comes every Monday at nine may come at ten. */
function around(hours: Hours, end: number, window: number): number {
  return Math.max(...[-1, 0, 1].map((shift) => voicesBetween(hours, end - window + shift, end + shift)));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * What to expect in the `window` hours before `now`: the greatest of the mean of 28 days, the mean of the last 7 (what has
 * gone on for a week is no news), the mean of the same window on the seven days before, and of the same window of the
 * week in the four weeks before (what comes every Monday is no news on a Monday).
 * @param now hours since 1970
 * @param since when the operator's record begins; what lies before is unknown, not nothing
 */
export function expectation(hours: Hours, window: number, now: number, since: number): Expectation {
  const end = now - PRESENT_HOURS;
  const known = Math.max(DAY, Math.min(HISTORY_HOURS, end - since));
  const rate = (length: number) => {
    const span = Math.min(length, known);
    return (voicesBetween(hours, end - span, end) / span) * window;
  };
  const backBy = (step: number, times: number) => {
    const enough = Array.from({ length: times }, (_, i) => now - step * (i + 1)).filter((at) => at - window >= since);
    return mean(enough.map((at) => around(hours, at, window)));
  };
  return {
    mean: Math.max(rate(HISTORY_HOURS), rate(WEEK), window < DAY ? backBy(DAY, 7) : 0, backBy(WEEK, 4)),
    dispersion: dispersionOf(hours, end, Math.floor(known / DAY)),
  };
}

/** From how the daily counts vary: (variance − mean) / mean². Bounded, so that one earlier burst does not hide the next. */
function dispersionOf(hours: Hours, end: number, days: number): number {
  const counts = Array.from({ length: days }, (_, i) => voicesBetween(hours, end - DAY * (i + 1), end - DAY * i));
  const average = mean(counts);
  if (average === 0 || days < 7) return 0.2;
  const variance = mean(counts.map((count) => (count - average) ** 2));
  return Math.min(1, Math.max(0.05, (variance - average) / average ** 2));
}
