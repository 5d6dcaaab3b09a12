import { setTimeout as pause } from 'node:timers/promises';
import { type Config, OperatorError } from '@huiyin/config';
import { EmbeddedPostgres, InstanceLock, migrate } from '@huiyin/database';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { Child } from './child.js';
import { keepFirstCredentials } from './credentials.js';
import { keepGoing } from './keep-going.js';
import { endOrphans, forgetChildren, noteChildren } from './orphans.js';
import { checkPort, untilReady } from './readiness.js';

/** Together less than the 10 seconds that a stop may take, milliseconds. */
const PATIENCE = { start: 1_000, children: 5_500, postgres: 1_500 };
/** A process that ends by itself so often before anything was ready will not get better. */
const FALSE_STARTS = 3;

/**
 * One instance: Postgres, the API and a worker, each a process of its own that is started again when it dies.
 * Ends when `stopRequested` does: children first, then Postgres.
 */
export class Supervisor {
  private readonly children = [
    new Child('The API', 'apps/api/src/main.js'),
    new Child('The worker', 'apps/worker/src/main.js'),
  ];
  private readonly over = new AbortController();
  private readonly stop: AbortSignal;
  private postgres: EmbeddedPostgres | undefined;
  private lock: InstanceLock | undefined;
  private readonly lives: Promise<void>[] = [];
  private ready = false;
  private falseStarts = 0;
  private failure: Error | undefined;

  constructor(
    private readonly config: Config,
    stopRequested: AbortSignal,
  ) {
    this.stop = AbortSignal.any([stopRequested, this.over.signal]);
  }

  /**
   * Runs until it is told to stop and everything has ended.
   * @throws {OperatorError} when it cannot start.
   */
  async run(): Promise<void> {
    const start = this.start().catch((error: Error) => this.fail(error));
    await this.stopped();
    this.lock?.leave();
    await Promise.race([start, pause(PATIENCE.start)]);
    await this.end();
    if (this.failure) throw this.failure;
  }

  private fail(error: Error): void {
    // What is broken off by a stop is no failure.
    if (this.stop.aborted) return;
    this.failure = error;
    this.over.abort();
  }

  private async start(): Promise<void> {
    this.lock = await InstanceLock.take(this.config.dataDir, 'start');
    await endOrphans(this.config.dataDir, this.children);
    await checkPort(this.config);
    const url = await this.startPostgres();
    await migrate(url, MIGRATIONS);
    await keepFirstCredentials(url, this.config);
    for (const child of this.children) this.keep(child.name, () => this.live(child));
    if (await untilReady(this.config.localUrl, this.stop)) {
      this.ready = true;
      console.log(`Huiyin is ready at ${this.config.localUrl}`);
    }
  }

  /** The embedded Postgres, unless the operator has one; answers where it is. */
  private async startPostgres(): Promise<string> {
    if (!this.config.embedded) return this.config.databaseUrl;
    const { url } = (this.postgres = await this.newPostgres());
    this.keep('Postgres', () => this.livePostgres(url));
    return url;
  }

  private keep(name: string, life: () => Promise<string>): void {
    this.lives.push(keepGoing(name, life, this.stop));
  }

  private newPostgres(): Promise<EmbeddedPostgres> {
    return EmbeddedPostgres.start({ dataDir: this.config.dataDir, signal: this.stop });
  }

  private async livePostgres(firstUrl: string): Promise<string> {
    this.postgres ??= await this.newPostgres();
    if (this.stop.aborted) await this.postgres.stop(PATIENCE.postgres);
    // A stranger took its port while it was down: the others have to learn the new one, which they read at their start.
    if (this.postgres.url !== firstUrl) for (const child of this.children) child.tell('SIGTERM');
    const end = await this.postgres.exited;
    if (!this.stop.aborted) this.postgres = undefined;
    return end;
  }

  private async live(child: Child): Promise<string> {
    child.start();
    noteChildren(this.config.dataDir, this.children);
    const { code, signal } = await child.ended();
    if (code !== null) this.falseStart(child);
    return signal ?? `status ${code}`;
  }

  private falseStart({ name }: Child): void {
    const databaseIsUp = this.postgres !== undefined || !this.config.embedded;
    if (this.ready || !databaseIsUp || ++this.falseStarts < FALSE_STARTS) return;
    this.fail(new OperatorError(`${name} does not start; why is in the lines above.`));
  }

  private stopped(): Promise<void> {
    return new Promise((resolve) => {
      if (this.stop.aborted) resolve();
      else this.stop.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Work under way is finished by the children; Postgres goes last. Nothing is lost when somebody has to be killed. */
  private async end(): Promise<void> {
    for (const child of this.children) child.tell('SIGTERM');
    const ended = Promise.all(this.children.map((child) => child.ended()));
    const patience = new AbortController();
    await Promise.race([
      ended,
      pause(PATIENCE.children, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    for (const child of this.children) child.tell('SIGKILL');
    await ended;
    await this.postgres?.stop(PATIENCE.postgres);
    // A Postgres that was just being started again.
    await Promise.race([Promise.all(this.lives), pause(PATIENCE.start)]);
    if (!this.lock) return;
    forgetChildren(this.config.dataDir);
    this.lock.release();
  }
}
