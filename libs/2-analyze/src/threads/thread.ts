import { extname } from 'node:path';
import { parentPort, Worker, workerData, type Transferable } from 'node:worker_threads';

/** How a job is run in a thread of its own; without a limit it may take as long as it likes. */
export interface ThreadOptions {
  /** Ends the thread; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** The thread is ended after so many milliseconds. */
  readonly limitMs?: number;
  /** Most memory for what JavaScript keeps in the thread, in MiB; a thread that needs more dies, the process does not. */
  readonly memoryMb?: number;
  /** Buffers of the input that are handed over instead of copied; the caller cannot use them any more. */
  readonly transfer?: readonly Transferable[];
}

/** A thread that gave no answer: it took too long, ran out of memory or ended by itself. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/**
 * Where the file of a thread is, seen from the file that starts it: `threadUrl(import.meta.url, './mind.thread')`. It ends
 * like the file that asks: `.js` when built, `.ts` from the sources (a thread starts with the loader of its parent).
 */
export function threadUrl(here: string, path: string): URL {
  return new URL(`${path}${extname(new URL(here).pathname)}`, here);
}

/**
 * Runs a long job away from the event loop: starts the file, which calls {@link inThread}, hands it `input` (copied as
 * by `structuredClone`: no functions, no classes) and answers with what it answers. The thread ends with the job.
 * @example const fitted = await runInThread<Fitted>(threadUrl(import.meta.url, './fit.thread'), texts, { memoryMb: 512 });
 * @throws {ThreadLost} when the thread gave no answer
 * @throws whatever the job throws, as an Error with its message
 */
export async function runInThread<Output>(
  url: URL,
  input: unknown,
  { signal, limitMs, memoryMb, transfer = [] }: ThreadOptions = {},
): Promise<Output> {
  signal?.throwIfAborted();
  const resourceLimits = memoryMb === undefined ? {} : { maxOldGenerationSizeMb: memoryMb };
  const thread = new Worker(url, { workerData: { input }, transferList: [...transfer], resourceLimits });
  let timer: NodeJS.Timeout | undefined;
  let abort: () => void = () => undefined;
  try {
    return await new Promise<Output>((resolve, reject) => {
      thread.once('message', ({ output }: { output: Output }) => resolve(output));
      thread.once('error', (error: Error & { code?: string }) => reject(lost(error) ?? error));
      thread.once('exit', (code) => reject(new ThreadLost(`The thread ended with ${code} and gave no answer.`)));
      abort = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', abort, { once: true });
      if (limitMs !== undefined) {
        timer = setTimeout(() => reject(new ThreadLost(`The thread took longer than ${limitMs} ms.`)), limitMs);
      }
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    await thread.terminate();
  }
}

function lost(error: Error & { code?: string }): ThreadLost | undefined {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return new ThreadLost('The thread ran out of memory.', { cause: error });
}

/**
 * The other end of {@link runInThread}, called once by the file of the thread with the job that it does.
 * @param handedOver buffers of the output that are handed over instead of copied
 */
export function inThread<Input, Output>(
  work: (input: Input) => Output | Promise<Output>,
  handedOver: (output: Output) => readonly Transferable[] = () => [],
): void {
  if (!parentPort) throw new Error('This file is for a thread; start it with runInThread().');
  const port = parentPort;
  const { input } = workerData as { input: Input };
  // A rejection that nobody handles ends the thread with that error, which is what the parent waits for.
  void Promise.resolve(work(input)).then((output) => port.postMessage({ output }, handedOver(output)));
}
