import type { Sql } from '@huiyin/database';
import type { OutsideSettings } from './outside.js';
import { insertVectorTasks, insertWordingTasks } from './outside-tasks.store.js';

/**
 * Where a stage says what an outside model should be asked. Nothing is asked here: a row is written in the stage's own
 * transaction, and the lane takes it up after the commit. Where the endpoint is off, not even that.
 */
export class OutsideTasks {
  constructor(private readonly settings: Pick<OutsideSettings, 'vector' | 'wording'>) {}

  /** Which model gives vectors; null when none does, and the built-in ones serve. */
  get vectorModel(): string | null {
    return this.settings.vector?.model ?? null;
  }

  /** Asks for the vectors of items, once for each model and cycle; those that failed for good are tried anew. */
  async requestVectors(tx: Sql, feedbackIds: readonly string[]): Promise<void> {
    const { vector } = this.settings;
    if (vector && feedbackIds.length > 0) await insertVectorTasks(tx, vector.model, feedbackIds);
  }

  /** Asks for names and summaries of clusters, once for each model and size; for clusters whose items have changed. */
  async requestWording(tx: Sql, clusterIds: readonly string[]): Promise<void> {
    const { wording } = this.settings;
    if (wording && clusterIds.length > 0) await insertWordingTasks(tx, wording.model, clusterIds);
  }
}
