import { gateIsOpen } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Breaker } from './breaker.js';
import { OutsideError, outsideEnding, type OutsidePurpose, TRIES_IN_COMPANY } from './outside.js';
import { type EndingRow, recordEndings, settleExpiredTasks } from './outside-tasks.store.js';
import type { OutsideWork, RawTask } from './outside-work.js';

/** How a lane works. */
export interface PurposeLaneSettings {
  readonly timeoutMs: number;
  /** Told when calls fail in a new way, when the endpoint is left alone, and when tasks fail for good. */
  readonly trouble?: ((purpose: OutsidePurpose, error: Error) => void) | undefined;
  /** 0 ≤ r < 1 */
  readonly random?: () => number;
  readonly breaker?: Breaker;
}

/** Calls that one process has under way at once. */
const CALLS = 2;
/** For writing an answer down, beyond the time of two calls one after the other. */
const SPARE_MS = 20_000;

/** A task that was taken up. */
interface OutsideJob<Input> extends RawTask {
  /** What leaves; null when nothing is left to ask about. */
  readonly input: Input | null;
}

interface Batch<Input> {
  readonly token: string;
  /** Of this process's own monotonic clock: also a process that was frozen knows that its lease is over. */
  readonly claimedAt: number;
  readonly jobs: readonly OutsideJob<Input>[];
}

/** The tasks of one purpose: taken up under a lease, asked outside of any transaction, stored while the lease is still ours. */
export class PurposeLane<Task extends RawTask, Input, Output> {
  private readonly underWay = new Set<AbortController>();
  private readonly breaker: Breaker;
  private readonly leaseMs: number;
  private quitting = false;
  private lastTold = '';

  constructor(
    private readonly db: Database,
    private readonly work: OutsideWork<Task, Input, Output>,
    private readonly settings: PurposeLaneSettings,
  ) {
    this.breaker = settings.breaker ?? new Breaker();
    this.leaseMs = 2 * settings.timeoutMs + SPARE_MS;
  }

  get purpose(): OutsidePurpose {
    return this.work.purpose;
  }

  /** Begins no further call; what has been taken up and not begun is given back. */
  quit(): void {
    this.quitting = true;
  }

  /** Cuts off the calls that are under way; their tasks are given back. */
  hurry(): void {
    for (const stop of this.underWay) stop.abort();
  }

  /**
   * Takes up one batch and asks the model.
   * @param gated false for who holds the gate of the bus
   * @returns how many tasks were taken up; 0 also while the endpoint is left alone
   */
  async takeBatch(gated: boolean): Promise<number> {
    const width = this.breaker.width(CALLS);
    if (width === 0 || this.quitting) return 0;
    const batch = await this.claim(width * this.work.perCall, gated);
    const queue = this.calls(batch.jobs);
    const carry = async (): Promise<void> => {
      for (let call = queue.shift(); call; call = queue.shift()) await this.carryOut(call, batch);
    };
    const carriers = await Promise.allSettled(Array.from({ length: Math.min(width, queue.length) }, carry));
    const broken = carriers.find((carrier) => carrier.status === 'rejected');
    if (broken) throw broken.reason;
    return batch.jobs.length;
  }

  private async claim(limit: number, gated: boolean): Promise<Batch<Input>> {
    const token = randomUUID();
    const claimedAt = performance.now();
    const tasks = await this.db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return [];
      await settleExpiredTasks(tx, this.purpose);
      return this.work.claim(tx, { purpose: this.purpose, token, leaseSeconds: this.leaseMs / 1_000 }, limit);
    });
    const jobs: OutsideJob<Input>[] = [];
    for (const task of tasks) {
      jobs.push({ id: task.id, attempts: task.attempts, input: this.prepared(task) });
      // The stages' lanes share this thread, and masking a long text takes its time.
      await setImmediate();
    }
    return { token, claimedAt, jobs };
  }

  /** Of a text that cannot be masked nothing leaves. */
  private prepared(task: Task): Input | null {
    try {
      return this.work.prepare(task);
    } catch (error) {
      this.settings.trouble?.(this.purpose, new Error(`A text could not be masked (${(error as Error).name}).`));
      return null;
    }
  }

  /** Which tasks go together. */
  private calls(jobs: readonly OutsideJob<Input>[]): OutsideJob<Input>[][] {
    const { perCall } = this.work;
    const together = jobs.filter(({ input, attempts }) => input !== null && attempts <= TRIES_IN_COMPANY);
    const alone = jobs.filter((job) => !together.includes(job));
    const calls = alone.map((job) => [job]);
    for (let i = 0; i < together.length; i += perCall) calls.unshift(together.slice(i, i + perCall));
    return calls;
  }

  private async carryOut(call: readonly OutsideJob<Input>[], batch: Batch<Input>): Promise<void> {
    const asked = call.flatMap(({ id, input }) => (input === null ? [] : [{ id, input }]));
    if (asked.length === 0) return this.end(call, batch, () => NOTHING_TO_SAY);
    const tooLate = performance.now() - batch.claimedAt > this.leaseMs - this.settings.timeoutMs - SPARE_MS / 2;
    if (this.quitting || tooLate || this.breaker.width(1) === 0) return this.end(call, batch, () => GIVEN_BACK);
    const outputs = await this.ask(asked.map(({ input }) => input));
    if (outputs === null) return this.end(call, batch, () => GIVEN_BACK);
    if (outputs instanceof OutsideError) {
      const { random = Math.random } = this.settings;
      return this.end(call, batch, ({ attempts }) => outsideEnding(outputs, attempts, random()));
    }
    const answered = asked.map((job, i) => ({ ...job, output: outputs[i] as Output }));
    await this.db.transaction((tx) => this.work.store(tx, batch.token, answered));
  }

  /** Answers null when the call was cut off because the process stops. */
  private async ask(inputs: readonly Input[]): Promise<Output[] | OutsideError | null> {
    const stop = new AbortController();
    this.underWay.add(stop);
    try {
      const outputs = await this.work.ask(inputs, stop.signal);
      this.breaker.succeeded();
      this.lastTold = '';
      return outputs;
    } catch (error) {
      if (stop.signal.aborted) return null;
      const failure =
        error instanceof OutsideError ? error : new OutsideError('answer', 'The answer could not be read.');
      this.tell(failure, this.breaker.failed(failure.afterSeconds));
      return failure;
    } finally {
      this.underWay.delete(stop);
    }
  }

  private tell(failure: OutsideError, restSeconds: number): void {
    if (restSeconds === 0 && failure.message === this.lastTold) return;
    this.lastTold = failure.message;
    const rest = restSeconds > 0 ? ` It is left alone for ${Math.ceil(restSeconds)} s.` : '';
    this.settings.trouble?.(this.purpose, new OutsideError(failure.fault, failure.message + rest));
  }

  private async end(
    call: readonly OutsideJob<Input>[],
    { token }: Batch<Input>,
    ending: (job: OutsideJob<Input>) => Omit<EndingRow, 'id'>,
  ): Promise<void> {
    const rows = call.map((job) => ({ id: job.id, ...ending(job) }));
    await this.db.transaction((tx) => recordEndings(tx, token, rows));
    const lost = rows.filter(({ state }) => state === 'failed');
    const [first] = lost;
    if (first)
      this.settings.trouble?.(
        this.purpose,
        new Error(`${lost.length} failed for good; the built-in way stays. ${first.error}`),
      );
  }
}

const GIVEN_BACK: Omit<EndingRow, 'id'> = { state: 'pending', error: null, seconds: 0, tried: 0 };
const NOTHING_TO_SAY: Omit<EndingRow, 'id'> = {
  state: 'failed',
  error: 'There is no word left to send.',
  seconds: 0,
  tried: 1,
};
