import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type Server, createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '@huiyin/config';
import { makeDataDir } from './data-dir.js';
import { socketPath } from './socket-path.js';

const POLL_MS = 20;
const ANSWER_MS = 1_000;
/** One that is stopping is waited for so long, milliseconds; it has promised to be gone within 10 seconds. */
const LEAVING_MS = 12_000;

/** Who uses a data directory: `start` for a whole instance, else the name of a command such as `import`. */
export interface Holder {
  readonly what: string;
  readonly pid: number;
  /** False while it is still finding out whether it is alone. */
  readonly holds: boolean;
  /** True when it has been told to stop and is finishing its work. */
  readonly leaving: boolean;
}

/**
 * The right to be the one instance on a data directory. It is held by listening on a socket in the folder `running`, so the
 * kernel lets go of it when the process dies, however it dies. Every process has a socket of its own name, never used
 * again: one that does not answer can be removed by anybody without harm.
 *
 * Of two that come at once exactly one wins: each listens before it looks round, so at least one sees the other;
 * who sees a holder gives up, and of two that are undecided the one with the smaller name waits for the other to give up or win.
 */
export class InstanceLock {
  private holds = false;
  private leaving = false;

  private constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly what: string,
    private readonly server: Server,
  ) {}

  /**
   * Takes the data directory, which is made when missing; waits for a holder that is just stopping.
   * @throws {OperatorError} when another process has it.
   */
  static async take(dataDir: string, what: string): Promise<InstanceLock> {
    const folder = runningFolder(dataDir);
    for (;;) {
      const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
      const server = createServer();
      const lock = new InstanceLock(folder, name, what, server);
      await lock.listen();
      try {
        await lock.decide(dataDir);
      } catch (error) {
        lock.release();
        throw error;
      }
      // A neighbour that looked between our bind and our listen took us for dead and removed the socket: once more.
      if (existsSync(join(folder, name))) return lock;
      lock.release();
    }
  }

  /** Tells those who ask that we are stopping, so that they wait. */
  leave(): void {
    this.leaving = true;
  }

  /** Lets go. */
  release(): void {
    this.server.close();
    rmSync(join(this.folder, this.name), { force: true });
  }

  private async listen(): Promise<void> {
    const { path, done } = socketPath(this.folder, this.name);
    this.server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      const holder: Holder = { what: this.what, pid: process.pid, holds: this.holds, leaving: this.leaving };
      socket.end(JSON.stringify(holder));
    });
    await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(path, resolve));
    this.server.unref();
    done();
  }

  private async decide(dataDir: string): Promise<void> {
    const deadline = performance.now() + LEAVING_MS;
    for (;;) {
      const others = await othersIn(this.folder, this.name);
      const winner = others.find(({ name, holder }) => holder.holds || name < this.name);
      if (winner && !(winner.holder.leaving && performance.now() < deadline)) throw occupied(dataDir, winner.holder);
      if (others.length === 0) break;
      await pause(POLL_MS);
    }
    this.holds = true;
  }
}

/** Who holds the data directory now; undefined when nobody does. */
export async function instanceHolder(dataDir: string): Promise<Holder | undefined> {
  const folder = join(dataDir, 'running');
  if (!existsSync(folder)) return undefined;
  const others = await othersIn(folder, '');
  return others.find(({ holder }) => holder.holds)?.holder;
}

function runningFolder(dataDir: string): string {
  makeDataDir(dataDir);
  const folder = join(dataDir, 'running');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
  }
  return folder;
}

function occupied(dataDir: string, { what, pid }: Holder): OperatorError {
  if (what === 'start') {
    return new OperatorError(
      `Huiyin is already running on the data directory ${dataDir} (process ${pid}); stop it first, or set HUIYIN_DATA_DIR and PORT for a second instance.`,
    );
  }
  return new OperatorError(
    `The command "${what}" (process ${pid}) is using the data directory ${dataDir}; try again when it is done.`,
  );
}

async function othersIn(folder: string, own: string): Promise<{ name: string; holder: Holder }[]> {
  const names = readdirSync(folder).filter((name) => name !== own);
  const asked = await Promise.all(names.map(async (name) => ({ name, holder: await ask(folder, name) })));
  return asked.flatMap(({ name, holder }) => (holder ? [{ name, holder }] : []));
}

/** Who listens on the socket `name`; undefined when nobody does, and then the socket is removed. */
async function ask(folder: string, name: string): Promise<Holder | undefined> {
  for (;;) {
    const { path, done } = socketPath(folder, name);
    const answer = await converse(path);
    done();
    if (typeof answer === 'object') return answer;
    if (answer === 'dead') rmSync(join(folder, name), { force: true });
    if (answer === 'dead') return undefined;
    // Stopped by a signal, or another user's: it counts as a whole instance.
    if (answer === 'silent') return { what: 'start', pid: Number.parseInt(name, 10), holds: true, leaving: false };
    // It hung up: it is just letting go, and the next try finds it dead.
    await pause(POLL_MS);
  }
}

function converse(path: string): Promise<Holder | 'dead' | 'silent' | 'hung up'> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    let text = '';
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('silent')));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve('dead');
      else resolve(code === 'ECONNRESET' || code === 'EPIPE' ? 'hung up' : 'silent');
    });
    socket.on('close', () => resolve(text === '' ? 'hung up' : (JSON.parse(text) as Holder)));
  });
}
