import { GuardedThread, type Failed, type Outcome, type Slice, type ThreadPlan } from './guarded-thread.js';
import type { Done } from './slice-thread.js';

/** What a pool needs to know. */
export interface PoolPlan extends ThreadPlan {
  /** Most threads; they are started when there is work for them. */
  readonly threads: number;
}

/** Slices that a thread has at once: while one is thought about, the next is on its way. */
const AHEAD = 2;
/** Most tasks of a slice: what is done again when a neighbour takes the thread with it. */
const MOST_TASKS = 32;
/** Threads that die one after the other before they have done anything: they cannot work here at all. */
const FALSE_STARTS = 3;
/** Nothing is tried for so long after that, so that a batch that is halved again and again fails quickly. */
const REST_MS = 5_000;

/** Threads that cannot be started, or a pool that was closed. */
export class NoThreads extends Error {
  override readonly name = 'NoThreads';
}

/**
 * Threads that do small tasks in slices, each task within a time limit. A task that takes longer, or takes its thread
 * with it, fails alone: the others of its slice are done by a fresh thread. Results come in the order of the tasks.
 */
export class SlicePool<Knowledge, Task, Result> {
  private readonly threads = new Set<GuardedThread<Knowledge, Task, Result>>();
  private readonly queue: Slice<Task, Result>[] = [];
  private knowledge: Knowledge | undefined;
  private falseStarts = 0;
  private restUntil = 0;
  private closed = false;

  constructor(private readonly plan: PoolPlan) {}

  /** From the next slice on, every thread knows this. */
  know(knowledge: Knowledge): void {
    this.knowledge = knowledge;
    for (const thread of this.threads) thread.know(knowledge);
  }

  /**
   * What came of each task, in order.
   * @throws {NoThreads} when threads die before they have done anything, or the pool is closed meanwhile
   */
  run(tasks: readonly Task[]): Promise<Outcome<Result>[]> {
    if (this.closed) return Promise.reject(new NoThreads('The pool of threads is closed.'));
    if (performance.now() < this.restUntil) return Promise.reject(new NoThreads('No thread can be started.'));
    if (tasks.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const outcomes: Outcome<Result>[] = [];
      let left = tasks.length;
      const settle = (place: number, outcome: Outcome<Result>): void => {
        outcomes[place] = outcome;
        if (--left === 0) resolve(outcomes);
      };
      const size = Math.min(MOST_TASKS, Math.ceil(tasks.length / this.plan.threads));
      for (let first = 0; first < tasks.length; first += size) {
        const part = tasks.slice(first, first + size).map((task, i) => ({ task, place: first + i }));
        this.queue.push({ tasks: part, settle, reject });
      }
      this.hand();
    });
  }

  /** Starts every thread now, so that the first batch does not wait for dictionaries. */
  start(): void {
    while (!this.closed && this.threads.size < this.plan.threads) this.open();
  }

  /** Ends every thread; what was under way is rejected. */
  async close(): Promise<void> {
    this.closed = true;
    this.rejectAll(new NoThreads('The pool of threads is closed.'));
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private hand(): void {
    if (this.closed) return;
    for (let depth = 0; depth < AHEAD; depth++) {
      for (const thread of this.threads) if (thread.held === depth) this.give(thread);
      while (depth === 0 && this.queue.length > 0 && this.threads.size < this.plan.threads) this.give(this.open());
    }
  }

  private give(thread: GuardedThread<Knowledge, Task, Result>): void {
    const slice = this.queue.shift();
    if (slice) thread.take(slice);
  }

  private open(): GuardedThread<Knowledge, Task, Result> {
    const thread = new GuardedThread<Knowledge, Task, Result>(this.plan, this.knowledge, {
      done: (slice, done) => this.settle(slice, done),
      gone: (left, end) => this.gone(thread, left, end),
    });
    this.threads.add(thread);
    return thread;
  }

  private settle(slice: Slice<Task, Result>, done: readonly Done<Result>[]): void {
    this.falseStarts = 0;
    slice.tasks.forEach(({ place }, i) => {
      const each = done[i]!;
      slice.settle(place, 'result' in each ? each : { failure: 'error', detail: each.error });
    });
    this.hand();
  }

  private gone(
    thread: GuardedThread<Knowledge, Task, Result>,
    left: readonly Slice<Task, Result>[],
    { at, ...end }: Failed & { readonly at: number | null },
  ): void {
    this.threads.delete(thread);
    const [first, ...others] = left;
    const culprit = at === null ? undefined : first?.tasks[at];
    if (first && culprit) {
      this.falseStarts = 0;
      const neighbours = first.tasks.filter((task) => task !== culprit);
      this.queue.unshift(...(neighbours.length > 0 ? [{ ...first, tasks: neighbours }] : []), ...others);
      first.settle(culprit.place, end);
    } else {
      this.queue.unshift(...left);
      if (++this.falseStarts >= FALSE_STARTS) return this.rest(end.detail);
    }
    this.hand();
  }

  private rest(detail: string): void {
    this.falseStarts = 0;
    this.restUntil = performance.now() + REST_MS;
    this.rejectAll(new NoThreads(`No thread can be started: ${detail}`));
  }

  private rejectAll(error: NoThreads): void {
    const slices = [...this.queue.splice(0), ...[...this.threads].flatMap((thread) => thread.drop())];
    for (const slice of slices) slice.reject(error);
  }
}
