/** Voices by the hour in which they were raised, ready to be added up over any time. */
export class Hours {
  /** How many there were before the hour with the same number, counted from `first`. */
  private readonly before: Uint32Array;
  /** The first hour with a voice (whole hours since 1970); infinite when there is none. */
  readonly first: number;

  constructor(counts: ReadonlyMap<number, number>) {
    let [first, last] = [Infinity, -Infinity];
    for (const hour of counts.keys()) [first, last] = [Math.min(first, hour), Math.max(last, hour)];
    this.first = first;
    this.before = new Uint32Array(counts.size === 0 ? 1 : last - first + 2);
    for (let i = 1; i < this.before.length; i++)
      this.before[i] = this.before[i - 1]! + (counts.get(first + i - 1) ?? 0);
  }

  /** Voices between two moments (hours since 1970); an hour that is cut counts for its part. */
  between(from: number, to: number): number {
    return this.until(to) - this.until(from);
  }

  private until(moment: number): number {
    const place = moment - this.first;
    const last = this.before.length - 1;
    if (!(place > 0)) return 0;
    if (place >= last) return this.before[last]!;
    const whole = Math.floor(place);
    const [sum, next] = [this.before[whole]!, this.before[whole + 1]!];
    return sum + (next - sum) * (place - whole);
  }
}

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

/** The busiest of three neighbouring windows: what comes every Monday at nine may come at ten. */
function around(hours: Hours, end: number, window: number): number {
  return Math.max(...[-1, 0, 1].map((shift) => hours.between(end - window + shift, end + shift)));
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
    return (hours.between(end - span, end) / span) * window;
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
  const counts = Array.from({ length: days }, (_, i) => hours.between(end - DAY * (i + 1), end - DAY * i));
  const average = mean(counts);
  if (average === 0 || days < 7) return 0.2;
  const variance = mean(counts.map((count) => (count - average) ** 2));
  return Math.min(1, Math.max(0.05, (variance - average) / average ** 2));
}
