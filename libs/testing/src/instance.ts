import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
/** The built command line, `huiyin`. */
export const commandLine = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');

/** How a process of Huiyin is started in a test. */
export interface InstanceOptions {
  readonly dataDir: string;
  readonly port: number;
  /** More settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** An account of the machine to start it under; root only. */
  readonly uid?: number;
  /** Instead of the supervisor: the program and its arguments. */
  readonly command?: readonly string[];
  /** Instead of the top folder. */
  readonly cwd?: string;
}

/** How a process ended, and what it has said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** What `npm start` runs once it has built: the supervisor with everything below it. dist/ has to be up to date. */
export class Instance {
  out = '';
  err = '';
  /** Settles when the supervisor is gone and everything below it has closed its output. */
  readonly ended: Promise<Ended>;
  /** Settles when the supervisor is gone, whatever it left behind. */
  readonly gone: Promise<void>;
  private readonly process: ChildProcess;

  constructor(readonly options: InstanceOptions) {
    const [program = '', ...args] = options.command ?? [process.execPath, commandLine, 'start'];
    const account = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
    this.process = spawn(program, args, {
      ...account,
      cwd: options.cwd ?? root,
      env: {
        PATH: `${join(process.execPath, '..')}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
        HUIYIN_DATA_DIR: options.dataDir,
        PORT: String(options.port),
        HUIYIN_LOG_LEVEL: 'warn',
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.gone = new Promise((resolve) => this.process.once('exit', () => resolve()));
    this.ended = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('close', (code, signal) => resolve({ code, signal, out: this.out, err: this.err }));
    });
  }

  /** Of the supervisor. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** Of the embedded Postgres. */
  get postgresPid(): number {
    return Number(readFileSync(join(this.options.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Of the API (`The API`) and the worker (`The worker`), as the supervisor has noted them. */
  get childPids(): Record<string, number> {
    return JSON.parse(readFileSync(join(this.options.dataDir, 'children.json'), 'utf8')) as Record<string, number>;
  }

  /** Settles at the ready line; rejects with everything it said when it ends before. */
  async ready(): Promise<this> {
    const line = `Huiyin is ready at ${this.url}\n`;
    const said = new Promise<void>((resolve) => {
      const look = (): void => (this.out.includes(line) ? resolve() : undefined);
      this.process.stdout?.on('data', look);
      look();
    });
    const early = this.ended.then(({ code, out, err }) => {
      throw new Error(`Ended with ${code} before it was ready:\n${out}${err}`);
    });
    await Promise.race([said, early]);
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Asks it to stop, and waits. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.process.kill(signal);
    return this.ended;
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
