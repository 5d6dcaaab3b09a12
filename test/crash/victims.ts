import { Instance } from '@huiyin/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const WORKER = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'worker', 'src', 'main.js');

/** Who may be killed: a process, or all of them at once. */
export const VICTIMS = ['api', 'worker', 'second worker', 'postgres', 'everything'] as const;
export type Victim = (typeof VICTIMS)[number];

/** An instance as `npm start` runs it, with a second worker beside it; everything in it can be killed and comes back. */
export class Victims {
  private instance: Instance;
  private second: ChildProcess;

  private constructor(private readonly options: Instance['options']) {
    this.instance = new Instance(options);
    this.second = this.spawnSecond();
  }

  static async start(options: Instance['options']): Promise<Victims> {
    // The second worker needs the database that the first start makes.
    const first = await new Instance(options).ready();
    await first.stop();
    const victims = new Victims(options);
    await victims.instance.ready();
    return victims;
  }

  get url(): string {
    return this.instance.url;
  }

  /** SIGKILL, without a word. Answers false when the victim was not there to be killed. */
  async kill(victim: Victim): Promise<boolean> {
    switch (victim) {
      case 'api':
        return this.killChild('The API');
      case 'worker':
        return this.killChild('The worker');
      case 'second worker':
        return this.second.kill('SIGKILL');
      case 'postgres':
        return signal(read(() => this.instance.postgresPid));
      case 'everything':
        return this.killEverything();
    }
  }

  /** Stops the second worker where it is, for longer than it may hold anything, and lets it go on. */
  async freeze(ms: number): Promise<void> {
    this.second.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.second.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.second.removeAllListeners('exit');
    this.second.kill('SIGKILL');
    await this.instance.stop();
  }

  private async killEverything(): Promise<boolean> {
    const pids = [
      this.instance.pid,
      ...Object.values(read(() => this.instance.childPids) ?? {}),
      read(() => this.instance.postgresPid),
    ];
    const killed = pids.map((pid) => signal(pid)).includes(true);
    await this.instance.gone;
    this.instance = new Instance(this.options);
    return killed;
  }

  private killChild(name: string): boolean {
    return signal(read(() => this.instance.childPids[name]));
  }

  private spawnSecond(): ChildProcess {
    const { dataDir, env } = this.options;
    const child = spawn(process.execPath, [WORKER], {
      env: { HUIYIN_DATA_DIR: dataDir, HUIYIN_LOG_LEVEL: 'fatal', ...env },
      stdio: 'ignore',
    });
    child.once('exit', () => (this.second = this.spawnSecond()));
    return child;
  }
}

function signal(pid: number | undefined): boolean {
  if (!pid) return false;
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** A pid file that is just being written says nothing. */
function read<T>(value: () => T): T | undefined {
  try {
    return value();
  } catch {
    return undefined;
  }
}
