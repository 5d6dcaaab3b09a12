import { edges, type OutcomeName } from '@huiyin/loop';

/**
 * Times are counted in bins whose upper edge is 4 % above the lower one. A time is told from its bin by the geometric mean
 * of the edges, so it is off by at most √1.04 − 1 < 2 % of itself. Bin 0 is a microsecond and less.
 */
const RATIO = 1.04;
const SMALLEST_SECONDS = 1e-6;

/** How far a percentile from bins may lie from the exact one, as a share of it. */
export const SKETCH_ERROR = 0.02;

/** Bins, or things that happen, of one measure. */
const BINS = 4_096;

/** What of a visit is measured: its whole time, of it waiting, of it working, and of one that closed its item the whole way since it was received. */
export const MEASURES = ['inStage', 'waiting', 'working', 'round'] as const;
export type Measure = (typeof MEASURES)[number];

/** What is counted: visits that began, those that ended by their outcome, those resolved within and after their limit, answers by score. */
export type Happening = 'entered' | OutcomeName | 'kept' | 'late' | `score${number}`;

const HAPPENINGS: readonly Happening[] = [
  'entered',
  ...edges().map(({ outcome }) => outcome),
  'kept',
  'late',
  ...Array.from({ length: 10 }, (_, index) => `score${index + 1}` as const),
];

/** The number under which a bin of a measure is counted. */
export function binCode(measure: Measure, bin: number): number {
  return MEASURES.indexOf(measure) * BINS + bin;
}

/** The number under which something that happened is counted. */
export function happeningCode(happening: Happening): number {
  return MEASURES.length * BINS + HAPPENINGS.indexOf(happening);
}

/** Bins of lengths of time as SQL knows them (`duration_bin`): the seconds that a bin stands for. */
export function secondsOf(bin: number): number {
  return bin === 0 ? 0 : SMALLEST_SECONDS * RATIO ** (bin - 0.5);
}

/** How often which code was counted. */
export type Counts = ReadonlyMap<number, number>;

/** How often something happened. */
export function happened(counts: Counts, ...happenings: readonly Happening[]): number {
  return happenings.reduce((sum, happening) => sum + (counts.get(happeningCode(happening)) ?? 0), 0);
}

/** How many lengths of time were counted. */
export function measured(counts: Counts, measure: Measure): number {
  return binsOf(counts, measure).reduce((sum, [, n]) => sum + n, 0);
}

/**
 * The length below which a share of them lies, in seconds, interpolated as `percentile_cont` does; null without any.
 * It lies within {@link SKETCH_ERROR} of the exact one.
 */
export function percentile(counts: Counts, measure: Measure, part: number): number | null {
  const bins = binsOf(counts, measure);
  const total = bins.reduce((sum, [, n]) => sum + n, 0);
  if (total === 0) return null;
  const rank = part * (total - 1);
  const [low, high] = [nth(bins, Math.floor(rank)), nth(bins, Math.ceil(rank))];
  return low + (high - low) * (rank - Math.floor(rank));
}

/** Adds counts up. */
export function together(all: readonly Counts[]): Counts {
  const sum = new Map<number, number>();
  for (const counts of all) for (const [code, n] of counts) sum.set(code, (sum.get(code) ?? 0) + n);
  return sum;
}

function binsOf(counts: Counts, measure: Measure): [bin: number, n: number][] {
  const [first, next] = [binCode(measure, 0), binCode(measure, BINS)];
  return [...counts]
    .filter(([code]) => code >= first && code < next)
    .map(([code, n]): [number, number] => [code - first, n])
    .sort(([a], [b]) => a - b);
}

/** The length number `index` of all, the shortest being 0. */
function nth(bins: readonly [bin: number, n: number][], index: number): number {
  let before = 0;
  for (const [bin, n] of bins) {
    before += n;
    if (index < before) return secondsOf(bin);
  }
  return secondsOf(bins.at(-1)?.[0] ?? 0);
}
