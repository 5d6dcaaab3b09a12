import { Poller } from '@huiyin/bus';
import { isTransient, type Database, type Sql } from '@huiyin/database';
import { randomUUID } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';

/** What may be taken up now. */
export interface SendingRoom {
  /** Of this round: what is written down later is written only while the lease is still its. */
  readonly token: string;
  /** Most tries that may begin. */
  readonly total: number;
  /** Tries under way in this process, by target. */
  readonly busy: ReadonlyMap<string, number>;
}

/** What is sent, and how. */
export interface SendingWork<T> {
  /** Takes up what is due. @param gated true when nothing may be taken while the lanes are held */
  claim(room: SendingRoom, gated: boolean): Promise<readonly T[]>;
  /** Whom it goes to: tries are counted by it. */
  targetOf(one: T): string;
  /** Makes one try and writes down how it ended. `stop` ends it early. */
  send(one: T, token: string, stop: AbortSignal): Promise<void>;
  trouble(error: unknown): void;
  /** Most tries under way in one process. */
  readonly most: number;
}

/** A worker has ten seconds to stop; tries still under way after so many milliseconds are cut off. */
const PATIENCE_MS = 5_000;

/**
 * Makes tries, each by itself and outside of any transaction; the next is taken up as soon as one ends, so nobody waits for
 * somebody else's slow target. Any number may run, in any number of processes.
 */
export class Sending<T> {
  private readonly busy = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly ending = new AbortController();
  private readonly poller: Poller;

  constructor(private readonly work: SendingWork<T>) {
    this.poller = new Poller(
      () => this.takeUp(true),
      (error) => work.trouble(error),
    );
  }

  start(): void {
    this.poller.start();
  }

  /** Takes up nothing new, and waits a few seconds for what is under way; what is cut off then is due again. */
  async stop(): Promise<void> {
    await this.poller.stop();
    const timer = setTimeout(() => this.ending.abort(), PATIENCE_MS);
    await Promise.all(this.underWay);
    clearTimeout(timer);
  }

  /** There may be something to send. */
  wake(): void {
    this.poller.wake();
  }

  /** Sends until nothing is due; for tests. Answers how many tries were made. */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const taken = await this.takeUp(false);
      if (taken === 0 && this.underWay.size === 0) return total;
      total += taken;
      if (this.underWay.size > 0) await Promise.race(this.underWay);
    }
  }

  private async takeUp(gated: boolean): Promise<number> {
    const total = this.work.most - this.underWay.size;
    if (total <= 0) return 0;
    const token = randomUUID();
    const claimed = await this.work.claim({ token, total, busy: this.busy }, gated);
    for (const one of claimed) this.begin(one, token);
    return claimed.length;
  }

  private begin(one: T, token: string): void {
    const target = this.work.targetOf(one);
    this.busy.set(target, (this.busy.get(target) ?? 0) + 1);
    const work = this.work
      .send(one, token, this.ending.signal)
      .catch((error: unknown) => this.work.trouble(error))
      .finally(() => {
        this.underWay.delete(work);
        const left = (this.busy.get(target) ?? 1) - 1;
        if (left > 0) this.busy.set(target, left);
        else this.busy.delete(target);
        this.poller.wake();
      });
    this.underWay.add(work);
  }
}

/**
 * Writes down how a try ended. What has been sent must be on record: a database that is away for a moment is waited for.
 * @param patienceMs how long at most
 */
export async function writePatiently(
  db: Database,
  write: (tx: Sql) => Promise<void>,
  patienceMs: number,
  stop: AbortSignal,
): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let pause = 50; ; pause = Math.min(2 * pause, 1_000)) {
    try {
      return await db.transaction(write);
    } catch (error) {
      if (!isTransient(error) || performance.now() > until || stop.aborted) throw error;
    }
    await pauseFor(pause);
  }
}
