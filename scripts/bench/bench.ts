/** What one round measured: what it did a second (or another figure, where the benchmark says so). */
export type Round = () => Promise<number>;

/** One benchmark: a figure of ours and the same of something to hold it against. */
export interface Bench {
  readonly name: string;
  /** What is measured, and beside what. */
  readonly figure: string;
  readonly beside: string;
  /** What the ratio must reach, and what we aim at. */
  readonly bar: string;
  readonly aim: string;
  run(options: BenchOptions): Promise<Measured>;
}

export interface BenchOptions {
  readonly rounds: number;
  /** Told what is going on. */
  readonly say: (line: string) => void;
  /** A file (NDJSON), or a folder of such files, with texts of one's own instead of those of the demo. */
  readonly data?: string;
}

/** Raw figures of every round, in order; both empty where the benchmark counts violations instead. */
export interface Measured {
  readonly ours: readonly number[];
  readonly beside: readonly number[];
  /** In words, when there is more to say than the ratio. */
  readonly note?: string;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs both in turn, A B A B …, after one round of each that does not count. */
export async function interleaved(ours: Round, beside: Round, { rounds, say }: BenchOptions): Promise<Measured> {
  const measured: { ours: number[]; beside: number[] } = { ours: [], beside: [] };
  await ours();
  await beside();
  for (let round = 1; round <= rounds; round++) {
    measured.ours.push(await ours());
    measured.beside.push(await beside());
    const [a = 0, b = 0] = [measured.ours.at(-1), measured.beside.at(-1)];
    say(`  round ${round}: ${a.toFixed(0)} beside ${b.toFixed(0)} = ${(a / b).toFixed(2)}`);
  }
  return measured;
}

/** Runs `work` and answers with `count` divided by the seconds it took. */
export async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - begin);
}
