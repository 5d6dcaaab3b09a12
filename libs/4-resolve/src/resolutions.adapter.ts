import type { Conductor } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import type { Resolution } from './resolve.js';
import { insertHandBack, insertResolution, resolveMembers, resolveOne } from './resolve.store.js';

/** What people do with items that wait in resolve. `actor` is `person:<id>` or `key:<id>`. */
export class Resolutions {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
  ) {}

  /**
   * Resolves one item; it goes on to deliver.
   * @throws {CodedError} `not-found`, `not-waiting`
   */
  async resolve(feedbackId: string, resolution: Resolution, actor: string): Promise<{ resolutionId: string }> {
    const id = uuidv7();
    await this.conductor.finish(feedbackId, { stage: 'resolve', outcome: 'resolved', actor }, async (tx, item) => {
      await insertResolution(tx, { id, clusterId: null, actor, ...resolution });
      await resolveOne(tx, id, item);
    });
    return { resolutionId: id };
  }

  /**
   * Resolves every open item of a cluster at once; the lanes carry them on.
   * @returns how many items it is for
   */
  async resolveCluster(
    clusterId: string,
    resolution: Resolution,
    actor: string,
  ): Promise<{ resolutionId: string; affected: number }> {
    const id = uuidv7();
    const affected = await this.db.transaction(async (tx) => {
      await insertResolution(tx, { id, clusterId, actor, ...resolution });
      const ids = await resolveMembers(tx, id, clusterId);
      await this.conductor.wake(tx, 'resolve', ids);
      return ids.length;
    });
    return { resolutionId: id, affected };
  }

  /**
   * The unit cannot answer it: back to route, which looks for another one, or gives it to `toUnitId`.
   * @throws {CodedError} `not-found`, `not-waiting`
   */
  handBack(feedbackId: string, handBack: { reason: string; toUnitId: number | null }, actor: string): Promise<void> {
    return this.conductor.finish(feedbackId, { stage: 'resolve', outcome: 'handed-back', actor }, (tx, item) =>
      insertHandBack(tx, item, { ...handBack, actor }),
    );
  }

  /**
   * There is nothing to answer (spam, withdrawn); the item closes with the written reason.
   * @throws {CodedError} `not-found`, `not-waiting`, `validation-failed` without a reason
   */
  dismiss(feedbackId: string, reason: string, actor: string): Promise<void> {
    return this.conductor.finish(feedbackId, { stage: 'resolve', outcome: 'dismissed', actor, reason }, () =>
      Promise.resolve(),
    );
  }

  /** A person takes the item in hand; the working time of the visit begins. */
  take(feedbackId: string): Promise<void> {
    return this.conductor.take(feedbackId, 'resolve');
  }
}
