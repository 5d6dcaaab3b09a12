import type { Sql } from '@huiyin/database';
import { CodedError, type Stage } from '@huiyin/loop';
import { depart, loopNow } from './ledger.js';
import { onward, passageOf, type Passage } from './passage.js';
import type { Fail, ItemAtStage, StageHandler, Wait } from './stage-handler.js';
import { recordFailures, waitInStage } from './staying.js';

/** Handlers that take items up straight from the stage before, by stage. */
export type StraightOn = ReadonlyMap<Stage, StageHandler>;

/** What one batch came to. */
export interface BatchResult {
  /** Items taken from the lane. */
  readonly claimed: number;
  /** Of these, the ones that left a stage. */
  readonly moved: number;
  readonly waiting: number;
  readonly failed: number;
  readonly parked: number;
  /** Stages that items have moved to, so that their lanes in this process can be woken. */
  readonly next: ReadonlySet<Stage | 'closed'>;
}

/** What a batch came to in which there was nothing. */
export const NOTHING: BatchResult = { claimed: 0, moved: 0, waiting: 0, failed: 0, parked: 0, next: new Set() };

/** Two batches as one. */
export function sum(a: BatchResult, b: BatchResult): BatchResult {
  return {
    claimed: a.claimed + b.claimed,
    moved: a.moved + b.moved,
    waiting: a.waiting + b.waiting,
    failed: a.failed + b.failed,
    parked: a.parked + b.parked,
    next: new Set([...a.next, ...b.next]),
  };
}

/**
 * Takes items that `tx` holds through the handler of their stage and on through those that take them up straight, then
 * writes where each has come to. An item that has to wait, or that fails, further on has left the stages before.
 */
export async function runBatch(
  items: readonly ItemAtStage[],
  handler: StageHandler,
  straightOn: StraightOn,
  tx: Sql,
): Promise<BatchResult> {
  const ends = new Ends();
  const steps = [{ handler, passages: items.map(passageOf) }];
  for (const step of steps) {
    const left = await ends.sort(step.passages, step.handler, tx);
    for (const [stage, passages] of byStage(left)) {
      const next = straightOn.get(stage);
      if (next) steps.push({ handler: next, passages });
      else ends.arrived.push(...passages);
    }
    ends.arrived.push(...left.filter(({ closed }) => closed));
  }
  const parked = await ends.write(tx);
  return {
    claimed: items.length,
    moved: ends.passages.filter(({ visits }) => visits.length > 0).length,
    waiting: ends.waits.length,
    failed: ends.failures.length,
    parked,
    next: new Set(ends.arrived.map(({ item, closed }) => (closed ? 'closed' : item.stage))),
  };
}

/** Where the items of a batch come to rest. */
class Ends {
  readonly arrived: Passage[] = [];
  readonly waits: { passage: Passage; wait: Wait }[] = [];
  readonly failures: { passage: Passage; fail: Fail }[] = [];

  get passages(): Passage[] {
    return [...this.arrived, ...[...this.waits, ...this.failures].map(({ passage }) => passage)];
  }

  /** Has the handler say what becomes of each item; answers with those that leave its stage. */
  async sort(passages: readonly Passage[], handler: StageHandler, tx: Sql): Promise<Passage[]> {
    const outcomes = await handler.handle(
      passages.map(({ item }) => item),
      tx,
    );
    const at = await loopNow(tx);
    const left: Passage[] = [];
    for (const passage of passages) {
      const outcome = outcomes.get(passage.item.id) ?? forgotten(passage.item);
      switch (outcome.type) {
        case 'go':
          left.push(onward(passage, outcome, at));
          break;
        case 'wait':
          this.waits.push({ passage, wait: outcome });
          break;
        case 'fail':
          this.failures.push({ passage, fail: outcome });
          break;
      }
    }
    return left;
  }

  /** @returns how many were parked */
  async write(tx: Sql): Promise<number> {
    await depart(
      tx,
      this.passages.filter(({ visits }) => visits.length > 0),
    );
    for (const [stage, waits] of groupBy(this.waits, ({ passage }) => passage.item.stage))
      await waitInStage(
        tx,
        stage,
        waits.map(({ passage, wait }) => ({ id: passage.item.id, wait })),
      );
    let parked = 0;
    for (const [stage, failures] of groupBy(this.failures, ({ passage }) => passage.item.stage))
      parked += await recordFailures(
        tx,
        stage,
        failures.map(({ passage, fail }) => ({ id: passage.item.id, ...describe(fail.error) })),
      );
    return parked;
  }
}

/** What went wrong with an item, in the form that is stored and shown. */
export function describe(error: unknown): { code: string; detail: string } {
  if (error instanceof CodedError) return { code: error.code, detail: error.detail };
  return { code: 'stage-failed', detail: error instanceof Error ? error.message : String(error) };
}

function forgotten({ id, stage }: ItemAtStage): Fail {
  return { type: 'fail', error: new CodedError('stage-failed', `The handler of ${stage} gave no outcome for ${id}.`) };
}

function byStage(passages: readonly Passage[]): Map<Stage, Passage[]> {
  return groupBy(
    passages.filter(({ closed }) => !closed),
    ({ item }) => item.stage,
  );
}

function groupBy<Key, T>(all: readonly T[], keyOf: (each: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
