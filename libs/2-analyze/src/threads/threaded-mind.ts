import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { notAnalysed, type Understanding, type Words } from '../analyze.js';
import { shareable } from './shareable.js';
import { SlicePool } from './slice-pool.js';
import { TextMind, type Knowledge } from './text-mind.js';
import { threadUrl } from './thread.js';

/** More threads than this are of use only to an operator who asks for them: each keeps dictionaries of its own. */
const MOST_BY_ITSELF = 8;
/** Far above what any text needs; a thread that wants more has met a text that it should not be thinking about. */
const MEMORY_MB = 512;
const SIGN_OF_LIFE_MS = 1_000;

/** How a {@link ThreadedMind} thinks. */
export interface MindPlan {
  /** Number of threads; 0 for one for each core, 8 at most. */
  readonly threads: number;
  /** What one text may take, milliseconds. */
  readonly limitMs: number;
  /** Time between two signs of life, milliseconds; a second when left out. */
  readonly lifeMs?: number;
  /** Most memory for what JavaScript keeps in one thread, MiB; 512 when left out. */
  readonly memoryMb?: number;
  /** Another file for the threads; for tests. */
  readonly url?: URL;
  /** Told of every text that could not be analysed. */
  readonly trouble?: (detail: string) => void;
}

/** Understands texts in threads, away from the event loop; see docs/decisions/0007. */
export class ThreadedMind extends TextMind {
  private readonly pool: SlicePool<Knowledge, Words, Understanding>;

  constructor(private readonly plan: MindPlan) {
    super();
    this.pool = new SlicePool({
      url: plan.url ?? threadUrl(import.meta.url, './mind.thread'),
      threads: plan.threads || Math.min(availableParallelism(), MOST_BY_ITSELF),
      limitMs: plan.limitMs,
      memoryMb: plan.memoryMb ?? MEMORY_MB,
    });
  }

  teach({ models, dictionary }: Knowledge): void {
    this.pool.know({ models: shareable(models), dictionary });
  }

  async understandAll(words: readonly Words[], life: () => Promise<unknown>): Promise<Understanding[]> {
    const asked = words.map(({ subject = null, text, declaredKind = null }) => ({ subject, text, declaredKind }));
    const outcomes = await meanwhile(this.pool.run(asked), life, this.plan.lifeMs ?? SIGN_OF_LIFE_MS);
    return outcomes.map((outcome, i) => {
      if ('result' in outcome) return outcome.result;
      this.plan.trouble?.(outcome.detail);
      return notAnalysed(words[i]!, outcome.failure);
    });
  }

  /** Starts the threads now instead of with the first batch. */
  start(): void {
    this.pool.start();
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.pool.close();
  }
}

/** Waits for `work`, and calls `sign` every so many milliseconds until it is there. */
async function meanwhile<T>(work: Promise<T>, sign: () => Promise<unknown>, everyMs: number): Promise<T> {
  const stop = new AbortController();
  const ended = work.finally(() => stop.abort());
  // Who waits for it is below; a rejection before then is no surprise to anybody.
  ended.catch(() => undefined);
  while (!stop.signal.aborted) {
    const due = await pause(everyMs, true, { signal: stop.signal }).catch(() => false);
    if (due) await sign();
  }
  return ended;
}
