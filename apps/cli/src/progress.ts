import { SingleBar } from 'cli-progress';

const LINE_EVERY_MS = 3_000;

/** What a long command shows while it works: a bar in a terminal, a line every few seconds elsewhere (a log, a pipe). */
export interface Progress {
  /** @param note what else is worth knowing, such as `12,000 rows/s` */
  update(done: number, note: string): void;
  /** Ends the bar; print nothing before it. */
  stop(): void;
}

/** Where it is shown. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Begins to show how far something is.
 * @param total what `done` will be at the end; at least 1
 * @param words how to write a number of whatever is counted, such as `12.1 MB`
 */
export function startProgress(
  total: number,
  words: (amount: number) => string,
  out: ProgressOutput = process.stderr,
): Progress {
  return out.isTTY ? bar(total, words) : lines(total, words, out);
}

function bar(total: number, words: (amount: number) => string): Progress {
  const single = new SingleBar({
    format: '{bar} {percentage}% · {done} · {note}',
    stream: process.stderr,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    // A resized or narrow window would repeat the line.
    linewrap: false,
  });
  single.start(total, 0, { done: of(0, total, words), note: '' });
  return {
    update: (done, note) => single.update(Math.min(done, total), { done: of(done, total, words), note }),
    stop: () => single.stop(),
  };
}

function lines(total: number, words: (amount: number) => string, out: ProgressOutput): Progress {
  let next = performance.now() + LINE_EVERY_MS;
  return {
    update: (done, note) => {
      if (performance.now() < next) return;
      next = performance.now() + LINE_EVERY_MS;
      out.write(`${Math.floor((100 * done) / total)}% · ${of(done, total, words)} · ${note}\n`);
    },
    stop: () => undefined,
  };
}

function of(done: number, total: number, words: (amount: number) => string): string {
  return `${words(done)} of ${words(total)}`;
}

/** `52.9 MB` */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `1,234,567` */
export function count(amount: number): string {
  return Math.round(amount).toLocaleString('en');
}
