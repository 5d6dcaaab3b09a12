import type { CodedError, Kind, OutcomeOf, Stage, WaitingFor } from '@huiyin/loop';
import type { Sql } from '@huiyin/database';

/** Why a handler sees an item: it has just entered, a timer ran out, somebody signalled, or an operator replays it. */
export type WokenBy = 'entry' | 'timer' | 'signal' | 'replay';

/** What the loop knows about an item; stages add to it through `Facts`. */
export interface ItemAtStage {
  readonly id: string;
  readonly stage: Stage;
  readonly cycle: number;
  /** Number of the visit under way. */
  readonly seq: number;
  readonly attempts: number;
  readonly wokenBy: WokenBy;
  readonly priority: number;
  readonly kind: Kind | null;
  readonly category: string | null;
  readonly language: string | null;
  readonly urgency: number | null;
  readonly channel: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly unitId: number | null;
  readonly customerId: string | null;
  /** When the visit began; ISO 8601 UTC with microseconds. */
  readonly stageSince: string;
  /** When the work on it began. */
  readonly startedAt: string;
}

/** What a stage found out and the item row carries from then on. A field left out stays as it is. */
export interface Facts {
  readonly kind?: Kind;
  readonly category?: string;
  readonly sentiment?: string;
  readonly urgency?: number;
  readonly language?: string;
  readonly region?: string;
  readonly unitId?: number;
  readonly customerId?: string;
  /** Smaller is sooner; 5 is ordinary. */
  readonly priority?: number;
  /** The unit's time limit from now on, in seconds; `'none'` takes it away. */
  readonly limitSeconds?: number | 'none';
}

/** The item leaves the stage. */
export interface Go<S extends Stage> {
  readonly type: 'go';
  readonly outcome: OutcomeOf<S>;
  readonly facts: Facts;
  /** Who decided, when it was not the system. */
  readonly actor?: string;
  /** Needed by the edges that say so in the loop. */
  readonly reason?: string;
}

/** The item stays and waits. `seconds` until a timer wakes it, `null` for no timer. */
export interface Wait {
  readonly type: 'wait';
  readonly for: WaitingFor;
  readonly seconds: number | null;
  readonly facts: Facts;
}

/** The stage could not do its work on this item; it is tried again, then parked. */
export interface Fail {
  readonly type: 'fail';
  readonly error: CodedError;
}

/** What a handler says of one item. */
export type Outcome<S extends Stage> = Go<S> | Wait | Fail;

/** The item leaves by `outcome`, e.g. `go('routed', { unitId, limitSeconds: 86_400 })`. */
export function go<S extends Stage>(outcome: OutcomeOf<S>, facts: Facts = {}, actor?: string): Go<S> {
  return { type: 'go', outcome, facts, ...(actor ? { actor } : {}) };
}

/** The item waits, e.g. `wait('customer', 7 * 86_400)`. */
export function wait(waitingFor: WaitingFor, seconds: number | null, facts: Facts = {}): Wait {
  return { type: 'wait', for: waitingFor, seconds, facts };
}

/** The stage failed on this item. */
export function fail(error: CodedError): Fail {
  return { type: 'fail', error };
}

/**
 * The one handler of a stage. It is given a batch whose rows are locked by the transaction `tx`, writes only the
 * stage's own tables, through `tx`, and answers with an outcome for every item. It must not reach outside the
 * database: external effects are deliveries. When it throws, the batch is rolled back and halved until the
 * item at fault is alone.
 */
export abstract class StageHandler<S extends Stage = Stage> {
  abstract readonly stage: S;
  /**
   * True when the handler knows of an item what it is given, and what other tables say, but reads nothing of the item row
   * itself. Then items can come to it straight from the stage before, in one transaction, before their row has been
   * written.
   */
  readonly takesUpStraight: boolean = false;
  abstract handle(items: readonly ItemAtStage[], tx: Sql): Promise<ReadonlyMap<string, Outcome<S>>>;
}
