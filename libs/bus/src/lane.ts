import { isTransient, type Database, type Sql } from '@huiyin/database';
import { CodedError, edge, type Stage } from '@huiyin/loop';
import { claimReady, claimThese, claimTimers } from './claim.js';
import { gateIsOpen } from './gate.js';
import { leaveStage, recordFailures, waitInStage } from './ledger.js';
import type { Fail, Go, ItemAtStage, StageHandler, Wait } from './stage-handler.js';

/** What one batch came to. */
export interface BatchResult {
  /** Items taken from the lane. */
  readonly claimed: number;
  readonly moved: number;
  readonly waiting: number;
  readonly failed: number;
  readonly parked: number;
  /** Stages that items have moved to, so that their lanes in this process can be woken. */
  readonly next: ReadonlySet<Stage | 'closed'>;
}

const NOTHING: BatchResult = { claimed: 0, moved: 0, waiting: 0, failed: 0, parked: 0, next: new Set() };

function sum(a: BatchResult, b: BatchResult): BatchResult {
  return {
    claimed: a.claimed + b.claimed,
    moved: a.moved + b.moved,
    waiting: a.waiting + b.waiting,
    failed: a.failed + b.failed,
    parked: a.parked + b.parked,
    next: new Set([...a.next, ...b.next]),
  };
}

/** What went wrong with an item, in the form that is stored and shown. */
function describe(error: unknown): { code: string; detail: string } {
  if (error instanceof CodedError) return { code: error.code, detail: error.detail };
  return { code: 'stage-failed', detail: error instanceof Error ? error.message : String(error) };
}

/**
 * The lane of one stage: takes batches of due items through the stage's handler. Claiming, the handler's writes,
 * the ledger rows and the next stage are one transaction.
 */
export class Lane {
  constructor(
    private readonly db: Database,
    readonly handler: StageHandler,
    private readonly batchSize: number,
  ) {}

  get stage(): Stage {
    return this.handler.stage;
  }

  /**
   * Takes one batch. A batch that throws is halved until the item at fault is alone; that one is recorded as failed
   * and its neighbours move on.
   * @throws when the database cannot be reached; nothing is recorded against any item then.
   */
  takeBatch(): Promise<BatchResult> {
    return this.take((tx) => gateIsOpen(tx));
  }

  /** Takes batches until the lane is empty, whether the gate is open or not: for whoever has closed it, and for tests. */
  async drain(): Promise<BatchResult> {
    let total = NOTHING;
    for (;;) {
      const batch = await this.take(() => Promise.resolve(true));
      total = sum(total, batch);
      // A batch that is not full has taken all there was.
      if (batch.claimed < this.batchSize) return total;
    }
  }

  private async take(mayRun: (tx: Sql) => Promise<boolean>): Promise<BatchResult> {
    let items: ItemAtStage[] = [];
    try {
      return await this.db.transaction(async (tx) => {
        if (!(await mayRun(tx))) return NOTHING;
        items = await claimReady(tx, this.stage, this.batchSize);
        if (items.length < this.batchSize)
          items.push(...(await claimTimers(tx, this.stage, this.batchSize - items.length)));
        return items.length === 0 ? NOTHING : await this.step(items, tx);
      });
    } catch (error) {
      if (items.length === 0 || isTransient(error)) throw error;
      return this.isolate(
        items.map((item) => item.id),
        error,
      );
    }
  }

  private async step(items: readonly ItemAtStage[], tx: Sql): Promise<BatchResult> {
    const outcomes = await this.handler.handle(items, tx);
    const leaving: { id: string; go: Go<Stage> }[] = [];
    const waits: { id: string; wait: Wait }[] = [];
    const failures: { id: string; code: string; detail: string }[] = [];
    for (const { id } of items) {
      const outcome = outcomes.get(id) ?? this.forgotten(id);
      switch (outcome.type) {
        case 'go':
          leaving.push({ id, go: outcome });
          break;
        case 'wait':
          waits.push({ id, wait: outcome });
          break;
        case 'fail':
          failures.push({ id, ...describe(outcome.error) });
          break;
      }
    }
    await leaveStage(tx, this.stage, leaving, 'with-transaction');
    await waitInStage(tx, this.stage, waits);
    const parked = await recordFailures(tx, this.stage, failures);
    const next = new Set(leaving.map(({ go }) => this.destination(go)));
    return {
      claimed: items.length,
      moved: leaving.length,
      waiting: waits.length,
      failed: failures.length,
      parked,
      next,
    };
  }

  private destination(go: Go<Stage>): Stage | 'closed' {
    return edge(this.stage, go.outcome).to;
  }

  private forgotten(id: string): Fail {
    const detail = `The handler of ${this.stage} gave no outcome for ${id}.`;
    return { type: 'fail', error: new CodedError('stage-failed', detail) };
  }

  private async isolate(ids: readonly string[], error: unknown): Promise<BatchResult> {
    const [only] = ids;
    if (ids.length === 1 && only) return this.recordAlone(only, error);
    const middle = Math.ceil(ids.length / 2);
    let total = NOTHING;
    for (const half of [ids.slice(0, middle), ids.slice(middle)]) {
      try {
        const result = await this.db.transaction(async (tx) => {
          const items = await claimThese(tx, this.stage, half);
          return items.length === 0 ? NOTHING : this.step(items, tx);
        });
        total = sum(total, result);
      } catch (reason) {
        if (isTransient(reason)) throw reason;
        total = sum(total, await this.isolate(half, reason));
      }
    }
    return total;
  }

  private async recordAlone(id: string, error: unknown): Promise<BatchResult> {
    return this.db.transaction(async (tx) => {
      // Another lane may have taken it meanwhile; what it did stands.
      if ((await claimThese(tx, this.stage, [id])).length === 0) return NOTHING;
      const parked = await recordFailures(tx, this.stage, [{ id, ...describe(error) }]);
      return { ...NOTHING, claimed: 1, failed: 1, parked };
    });
  }
}
