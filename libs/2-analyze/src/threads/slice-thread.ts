import { parentPort, workerData } from 'node:worker_threads';

/**
 * Where a thread shows its parent what it is at: the number of the slice (0 between slices) and the place of the task in
 * it. The parent reads it without asking, so it can tell a thread that works from one that hangs.
 */
export const SLICE = 0;
export const PLACE = 1;

/** What the parent sends: something to know from now on, or work. */
export type Order<Knowledge, Task> =
  { readonly know: Knowledge } | { readonly slice: number; readonly tasks: readonly Task[] };

/** What came of one task: `error` when the work threw. */
export type Done<Result> = { readonly result: Result } | { readonly error: string };

/** What a thread sends: that it can be given work, or what came of a slice, in order. */
export type Report<Result> = 'ready' | { readonly slice: number; readonly done: readonly Done<Result>[] };

/** What a thread is started with. */
export interface Start<Knowledge> {
  readonly progress: SharedArrayBuffer;
  readonly knowledge: Knowledge | undefined;
}

/** What a thread of a {@link SlicePool} can do. Nothing in it waits: a thread thinks. */
export interface Craft<Knowledge, Task, Result> {
  /** Told at the start, and whenever something changes. */
  know(knowledge: Knowledge): void;
  /** Told once, before any work: loads what takes long. */
  prepare(): void;
  work(task: Task): Result;
}

/** Called once by the file of a thread: takes orders from its {@link SlicePool} until it is ended. */
export function serveSlices<Knowledge, Task, Result>(craft: Craft<Knowledge, Task, Result>): void {
  if (!parentPort) throw new Error('This file is for a thread of a SlicePool.');
  const port = parentPort;
  const { progress, knowledge } = workerData as Start<Knowledge>;
  const shown = new Int32Array(progress);
  const report = (what: Report<Result>): void => port.postMessage(what);
  if (knowledge !== undefined) craft.know(knowledge);
  craft.prepare();
  port.on('message', (order: Order<Knowledge, Task>) => {
    if ('know' in order) return craft.know(order.know);
    Atomics.store(shown, PLACE, 0);
    Atomics.store(shown, SLICE, order.slice);
    const done = order.tasks.map((task, place): Done<Result> => {
      Atomics.store(shown, PLACE, place);
      return attempt(() => craft.work(task));
    });
    Atomics.store(shown, SLICE, 0);
    report({ slice: order.slice, done });
  });
  report('ready');
}

function attempt<Result>(work: () => Result): Done<Result> {
  try {
    return { result: work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
