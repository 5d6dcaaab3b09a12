import type { Sql } from '@huiyin/database';
import type { OutsidePurpose } from './outside.js';
import type { OutsideClaim } from './outside-tasks.store.js';

/** A task as it was taken up, with what it is made from still as it is. */
export interface RawTask {
  readonly id: string;
  readonly attempts: number;
}

/** What an outside model is asked, how, and what becomes of its answers: all that tells one purpose from the other. */
export abstract class OutsideWork<Task extends RawTask, Input, Output> {
  abstract readonly purpose: OutsidePurpose;
  /** Most tasks in one call. */
  abstract readonly perCall: number;
  /** Takes up tasks that are due. */
  abstract claim(tx: Sql, claim: OutsideClaim, limit: number): Promise<Task[]>;
  /** What leaves of a task, masked and cut; null when nothing is left to ask about. */
  abstract prepare(task: Task): Input | null;
  /**
   * Calls the model, outside of any transaction.
   * @throws {OutsideError}
   */
  abstract ask(inputs: readonly Input[], signal: AbortSignal): Promise<Output[]>;
  /** Stores what the model said, as far as the tasks are still ours. */
  abstract store(tx: Sql, token: string, answered: readonly Answered<Input, Output>[]): Promise<void>;
}

/** A task and what the model said. */
export interface Answered<Input, Output> {
  readonly id: string;
  readonly input: Input;
  readonly output: Output;
}
