import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process went: a status of its own, or the signal that ended it. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The API or a worker, as a process of its own; at most one at a time. */
export class Child {
  /** Of what it runs; a process with this path in its command line is one of ours. */
  readonly script: string;
  private process: ChildProcess | undefined;
  private gone: Promise<End> = Promise.resolve({ code: 0, signal: null });

  /** `script` is relative to the folder that holds `apps`. */
  constructor(
    readonly name: string,
    script: string,
  ) {
    this.script = fileURLToPath(new URL(`../../../../${script}`, import.meta.url));
  }

  /** Undefined while it is not running. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Starts it; its output goes where ours goes. It notices by its end of the channel when we are gone. */
  start(): void {
    const child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process = child;
    this.gone = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        this.process = undefined;
        resolve({ code, signal });
      };
      child.once('exit', end);
      child.once('error', () => end(-1, null));
    });
  }

  /** Settles when it is gone; at once when it is not running. */
  ended(): Promise<End> {
    return this.gone;
  }

  tell(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
  }
}
