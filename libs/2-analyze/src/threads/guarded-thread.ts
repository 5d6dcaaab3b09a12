import { Worker } from 'node:worker_threads';
import { PLACE, SLICE, type Done, type Order, type Report, type Start } from './slice-thread.js';

/** Some tasks of a batch; `place` is where each stands in the batch. */
export interface Slice<Task, Result> {
  readonly tasks: readonly { readonly task: Task; readonly place: number }[];
  settle(place: number, outcome: Outcome<Result>): void;
  reject(error: Error): void;
}

/** Why a task has no result: it took longer than it may, or it threw or took its thread with it. */
export interface Failed {
  readonly failure: 'time-limit' | 'error';
  readonly detail: string;
}

/** What came of one task. */
export type Outcome<Result> = { readonly result: Result } | Failed;

/** How threads are started and what a task may take. */
export interface ThreadPlan {
  /** The file, which calls `serveSlices`. */
  readonly url: URL;
  /** A task that takes longer is given up, milliseconds. */
  readonly limitMs: number;
  /** Most memory for what JavaScript keeps in one thread, MiB. */
  readonly memoryMb: number;
}

/** Whom a thread tells. */
interface Owner<Task, Result> {
  done(slice: Slice<Task, Result>, done: readonly Done<Result>[]): void;
  /** The thread has ended with these slices undone; `at` is the task of the first one that it was at, null for none. */
  gone(left: readonly Slice<Task, Result>[], end: Failed & { readonly at: number | null }): void;
}

/** A thread that loads its dictionaries, or learns, for longer than this has failed. */
const START_LIMIT_MS = 60_000;

/**
 * One thread with the slices that it has been given, and a watch over it. The watch counts only time in which this
 * process could look, so a machine that was suspended, or a blocked event loop, is not held against a text.
 */
export class GuardedThread<Knowledge, Task, Result> {
  private readonly thread: Worker;
  private readonly shown = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  private readonly slices = new Map<number, Slice<Task, Result>>();
  private readonly periodMs: number;
  private watch: NodeJS.Timeout | undefined;
  private numbers = 0;
  private seen = { slice: 0, place: 0, forMs: 0, at: 0 };
  private cause: Failed = { failure: 'error', detail: 'The thread ended by itself.' };

  constructor(
    private readonly plan: ThreadPlan,
    knowledge: Knowledge | undefined,
    private readonly owner: Owner<Task, Result>,
  ) {
    this.periodMs = Math.min(Math.max(plan.limitMs / 8, 5), 250);
    const workerData: Start<Knowledge> = { progress: this.shown.buffer, knowledge };
    this.thread = new Worker(plan.url, { workerData, resourceLimits: { maxOldGenerationSizeMb: plan.memoryMb } });
    this.thread.on('message', (report: Report<Result>) => this.hear(report));
    this.thread.on('error', (error) => (this.cause = { failure: 'error', detail: error.message }));
    this.thread.once('exit', () => this.exited());
    this.thread.unref();
  }

  /** Slices that it has not yet reported. */
  get held(): number {
    return this.slices.size;
  }

  know(knowledge: Knowledge): void {
    this.order({ know: knowledge });
  }

  take(slice: Slice<Task, Result>): void {
    const number = ++this.numbers;
    this.slices.set(number, slice);
    this.order({ slice: number, tasks: slice.tasks.map(({ task }) => task) });
    this.thread.ref();
    if (this.watch) return;
    this.seen = { slice: -1, place: 0, forMs: 0, at: performance.now() };
    this.watch = setInterval(() => this.look(), this.periodMs);
  }

  /** Forgets what it was given and answers with it. */
  drop(): Slice<Task, Result>[] {
    const left = [...this.slices.values()];
    this.slices.clear();
    this.rest();
    return left;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private order(order: Order<Knowledge, Task>): void {
    this.thread.postMessage(order);
  }

  private hear(report: Report<Result>): void {
    if (report === 'ready') return;
    const slice = this.slices.get(report.slice);
    if (!slice) return;
    this.slices.delete(report.slice);
    if (this.slices.size === 0) this.rest();
    this.owner.done(slice, report.done);
  }

  private rest(): void {
    clearInterval(this.watch);
    this.watch = undefined;
    this.thread.unref();
  }

  private look(): void {
    const now = performance.now();
    const [slice, place] = [Atomics.load(this.shown, SLICE), Atomics.load(this.shown, PLACE)];
    const same = slice === this.seen.slice && place === this.seen.place;
    const passed = Math.min(now - this.seen.at, 2 * this.periodMs);
    const forMs = same ? this.seen.forMs + passed : 0;
    this.seen = { slice, place, forMs, at: now };
    const limit = slice === 0 ? Math.max(START_LIMIT_MS, this.plan.limitMs) : this.plan.limitMs;
    if (forMs <= limit) return;
    const detail = `Longer than ${limit} ms.`;
    this.cause = { failure: 'time-limit', detail };
    clearInterval(this.watch);
    void this.thread.terminate();
  }

  private exited(): void {
    const slice = Atomics.load(this.shown, SLICE);
    // What it finished but could not report any more is done again; only the slice under way has a culprit.
    const current = this.slices.get(slice);
    const others = [...this.slices].filter(([number]) => number !== slice).map(([, other]) => other);
    this.slices.clear();
    this.rest();
    const at = current ? Atomics.load(this.shown, PLACE) : null;
    this.owner.gone(current ? [current, ...others] : others, { ...this.cause, at });
  }
}
