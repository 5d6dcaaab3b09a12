import { isTransient, type Database, type Sql } from '@huiyin/database';
import type { Stage } from '@huiyin/loop';
import { describe, NOTHING, runBatch, sum, type BatchResult, type StraightOn } from './batch.js';
import { claimReady, claimThese, claimTimers } from './claim.js';
import { gateIsOpen } from './gate.js';
import type { ItemAtStage, StageHandler } from './stage-handler.js';
import { recordFailures } from './staying.js';

const NOWHERE: StraightOn = new Map();

/**
 * The lane of one stage: takes batches of due items through the stage's handler. Claiming, the handler's writes,
 * the ledger rows and the next stage are one transaction.
 */
export class Lane {
  private readonly straight: StraightOn;

  /**
   * @param others handlers of other stages: items go straight on to those that take them up so, in the same transaction,
   *   as far as they get. Each stage has its visit and its times all the same; the item row is written once.
   */
  constructor(
    private readonly db: Database,
    readonly handler: StageHandler,
    private readonly batchSize: number,
    others: readonly StageHandler[] = [],
  ) {
    this.straight = new Map(others.filter((each) => each.takesUpStraight).map((each) => [each.stage, each]));
  }

  get stage(): Stage {
    return this.handler.stage;
  }

  /**
   * Takes one batch. A batch that throws is halved until the item at fault is alone; that one is recorded as failed
   * and its neighbours move on.
   * @throws when the database cannot be reached; nothing is recorded against any item then.
   */
  takeBatch(): Promise<BatchResult> {
    return this.take((tx) => gateIsOpen(tx), this.straight);
  }

  /**
   * Takes batches until the lane is empty, whether the gate is open or not, and through this stage only: for whoever has
   * closed the gate, and for tests.
   */
  async drain(): Promise<BatchResult> {
    let total = NOTHING;
    for (;;) {
      const batch = await this.take(() => Promise.resolve(true), NOWHERE);
      total = sum(total, batch);
      // A batch that is not full has taken all there was.
      if (batch.claimed < this.batchSize) return total;
    }
  }

  private async take(mayRun: (tx: Sql) => Promise<boolean>, straight: StraightOn): Promise<BatchResult> {
    let items: ItemAtStage[] = [];
    try {
      return await this.db.transaction(async (tx) => {
        if (!(await mayRun(tx))) return NOTHING;
        items = await claimReady(tx, this.stage, this.batchSize);
        if (items.length < this.batchSize)
          items.push(...(await claimTimers(tx, this.stage, this.batchSize - items.length)));
        return items.length === 0 ? NOTHING : await runBatch(items, this.handler, straight, tx);
      });
    } catch (error) {
      if (items.length === 0 || isTransient(error)) throw error;
      const ids = items.map((item) => item.id);
      // It may have been a stage further on; that one's own lane will find the item at fault.
      return straight.size > 0 ? this.attempt(ids) : this.isolate(ids, error);
    }
  }

  /** Takes exactly these items through this stage only. */
  private async attempt(ids: readonly string[]): Promise<BatchResult> {
    try {
      return await this.db.transaction(async (tx) => {
        const items = await claimThese(tx, this.stage, ids);
        return items.length === 0 ? NOTHING : runBatch(items, this.handler, NOWHERE, tx);
      });
    } catch (error) {
      if (isTransient(error)) throw error;
      return this.isolate(ids, error);
    }
  }

  private async isolate(ids: readonly string[], error: unknown): Promise<BatchResult> {
    const [only] = ids;
    if (ids.length === 1 && only) return this.recordAlone(only, error);
    const middle = Math.ceil(ids.length / 2);
    return sum(await this.attempt(ids.slice(0, middle)), await this.attempt(ids.slice(middle)));
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
