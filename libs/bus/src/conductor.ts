import type { Database, Sql } from '@huiyin/database';
import { CodedError, edge, type OutcomeOf, type Stage } from '@huiyin/loop';
import { itemColumns } from './claim.js';
import { depart, loopNow } from './ledger.js';
import { onward, passageOf } from './passage.js';
import type { Facts, Go, ItemAtStage } from './stage-handler.js';
import { replayParked, wake } from './staying.js';

/** A stage finished by a person. */
export interface Finish<S extends Stage> {
  readonly stage: S;
  readonly outcome: OutcomeOf<S>;
  /** `person:<id>`, `key:<id>` or `customer`. */
  readonly actor: string;
  readonly facts?: Facts;
  readonly reason?: string;
}

/** Where an item stands, as its row says under lock. */
export interface Standing {
  readonly id: string;
  readonly cycle: number;
  readonly seq: number;
  readonly unitId: number | null;
}

/**
 * Moves items where a person decides. The lanes move them everywhere else; both write the ledger through the
 * same statements.
 */
export class Conductor {
  constructor(private readonly db: Database) {}

  /**
   * Ends the visit of one item in a stage that waits for a person. `write` stores what was decided, in the same
   * transaction.
   * @throws {CodedError} `not-found`, or `not-waiting` when the item is elsewhere in the loop
   */
  async finish<S extends Stage>(
    id: string,
    finish: Finish<S>,
    write: (tx: Sql, item: Standing) => Promise<void>,
  ): Promise<void> {
    if (edge(finish.stage, finish.outcome).needsReason && !finish.reason?.trim())
      throw new CodedError('validation-failed', 'Write the reason.', [
        { field: 'reason', message: 'A reason is needed.' },
      ]);
    await this.db.transaction(async (tx) => {
      const item = await lockWaiting(tx, id, finish.stage);
      await write(tx, item);
      const { outcome, facts = {}, actor, reason } = finish;
      const gone: Go<Stage> = { type: 'go', outcome, facts, actor, ...(reason ? { reason } : {}) };
      await depart(tx, [onward(passageOf(item), gone, await loopNow(tx))]);
    });
  }

  /** A person takes the item in hand: from now on its visit counts as worked on. Taking it again changes nothing. */
  async take(id: string, stage: Stage): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockWaiting(tx, id, stage);
      await tx.query('update feedback set started_at = coalesce(started_at, loop_now()) where id = $1', [id]);
    });
  }

  /** Wakes items that wait in `stage`; see `wake`. */
  wake(tx: Sql, stage: Stage, ids: readonly string[]): Promise<number> {
    return wake(tx, stage, ids);
  }

  /** Gives parked items back to their lane; answers with their ids. */
  replay(filter: { ids?: readonly string[]; stage?: Stage }): Promise<string[]> {
    return this.db.transaction((tx) => replayParked(tx, filter));
  }
}

async function lockWaiting(tx: Sql, id: string, stage: Stage): Promise<ItemAtStage> {
  const [row] = await tx.query<ItemAtStage & { state: string }>(
    `select ${itemColumns('loop_now()')}, state from feedback where id = $1 for update`,
    [id],
  );
  if (!row) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
  if (row.stage !== stage || row.state !== 'waiting') {
    const where = row.state === 'closed' ? 'is closed' : `is in stage ${row.stage} (${row.state})`;
    throw new CodedError('not-waiting', `The item ${where}; this needs an item that waits in stage ${stage}.`);
  }
  return row;
}
