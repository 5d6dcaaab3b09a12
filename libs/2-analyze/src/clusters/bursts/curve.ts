import { expectation, type Hours } from './history.js';

/** One moment of a burst's curve. */
export interface CurvePoint {
  /** In hours, counted from wherever the voices are. */
  readonly hour: number;
  /** Voices in the window that ends at this moment. */
  readonly voices: number;
  /** As many as the history before that moment lets expect. */
  readonly expected: number;
  /** Between these, two standard deviations around what is expected, lies what is normal. */
  readonly low: number;
  readonly high: number;
}

/** What a curve is drawn from. Moments are hours, all counted from the same one. */
export interface CurveOf {
  readonly hours: Hours;
  readonly window: number;
  /** First and last moment. */
  readonly from: number;
  readonly to: number;
  /** When the operator's record begins. */
  readonly since: number;
}

/** Standard deviations to either side. */
const NORMAL = 2;

/**
 * How often something was raised, hour by hour, against its own normal band, by the rule by which bursts are found: voices
 * of the window against `expectation`, whose variance is mean + dispersion · mean².
 */
export function curveOf({ hours, window, from, to, since }: CurveOf): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let hour = to - Math.floor(to - from); hour <= to; hour++) {
    const { mean, dispersion } = expectation(hours, window, hour, since);
    const spread = NORMAL * Math.sqrt(mean + dispersion * mean ** 2);
    const voices = round(hours.between(hour - window, hour));
    points.push({ hour, voices, expected: round(mean), low: round(Math.max(0, mean - spread)), high: round(mean + spread) }); // prettier-ignore
  }
  return points;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
