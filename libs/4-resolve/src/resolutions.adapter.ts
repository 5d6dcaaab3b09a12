import type { Conductor } from '@huiyin/bus';
import type { Database, RowCondition } from '@huiyin/database';
import { keysOfItems, maskTexts, namesOfItem, originalsAt, redact, type Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import type { Resolution } from './resolve.js';
import { insertHandBack, insertResolution, listOpenMembers, resolveMembers, resolveOne, type OpenMember } from './resolve.store.js'; // prettier-ignore

/** What of a resolution is text. */
function wordsOf({ summary, reply }: Resolution): { summary: string; reply: string } {
  return { summary, reply };
}

/** What people do with items that wait in resolve. `actor` is `person:<id>` or `key:<id>`. */
export class Resolutions {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
    private readonly vault: Vault,
  ) {}

  /**
   * Resolves one item; it goes on to deliver.
   * @throws {CodedError} `not-found`, `not-waiting`
   */
  async resolve(feedbackId: string, resolution: Resolution, actor: string): Promise<{ resolutionId: string }> {
    const id = uuidv7();
    await this.conductor.finish(feedbackId, { stage: 'resolve', outcome: 'resolved', actor }, async (tx, item) => {
      const { masked, originals } = maskTexts(wordsOf(resolution), await namesOfItem(tx, this.vault, item.id));
      const key = originals && (await keysOfItems(tx, this.vault, [item.id], uuidv7)).get(item.id);
      const sealed = (key && key.seal(JSON.stringify(originals), originalsAt('resolution', id))) ?? null;
      await insertResolution(tx, { id, clusterId: null, actor, ...resolution, ...masked, sealed });
      await resolveOne(tx, id, item);
    });
    return { resolutionId: id };
  }

  /**
   * Resolves every open item of a cluster at once, or those that are `seen`; the lanes carry them on.
   * @returns how many items it is for
   */
  async resolveCluster(
    clusterId: string,
    resolution: Resolution,
    { actor, seen = () => 'true' }: { readonly actor: string; readonly seen?: RowCondition },
  ): Promise<{ resolutionId: string; affected: number }> {
    const id = uuidv7();
    const affected = await this.db.transaction(async (tx) => {
      const { masked, originals } = maskTexts(wordsOf(resolution));
      const sealed = originals && this.vault.seal(JSON.stringify(originals), originalsAt('resolution', id));
      await insertResolution(tx, { id, clusterId, actor, ...resolution, ...masked, sealed });
      const ids = await resolveMembers(tx, id, { clusterId, seen });
      await this.conductor.wake(tx, 'resolve', ids);
      return ids.length;
    });
    return { resolutionId: id, affected };
  }

  /** The items that {@link resolveCluster} would be for now. */
  openMembers(clusterId: string, seen: RowCondition): Promise<OpenMember[]> {
    return listOpenMembers(this.db, { clusterId, seen });
  }

  /**
   * The unit cannot answer it: back to route, which looks for another one, or gives it to `toUnitId`.
   * @throws {CodedError} `not-found`, `not-waiting`
   */
  handBack(feedbackId: string, handBack: { reason: string; toUnitId: number | null }, actor: string): Promise<void> {
    return this.conductor.finish(feedbackId, { stage: 'resolve', outcome: 'handed-back', actor }, async (tx, item) => {
      const reason = redact(handBack.reason, await namesOfItem(tx, this.vault, item.id)).text;
      await insertHandBack(tx, item, { ...handBack, reason, actor });
    });
  }

  /**
   * There is nothing to answer (spam, withdrawn); the item closes with the written reason.
   * @throws {CodedError} `not-found`, `not-waiting`, `validation-failed` without a reason
   */
  async dismiss(feedbackId: string, reason: string, actor: string): Promise<void> {
    const names = await namesOfItem(this.db, this.vault, feedbackId);
    await this.conductor.finish(
      feedbackId,
      { stage: 'resolve', outcome: 'dismissed', actor, reason: redact(reason, names).text },
      () => Promise.resolve(),
    );
  }

  /** A person takes the item in hand; the working time of the visit begins. */
  take(feedbackId: string): Promise<void> {
    return this.conductor.take(feedbackId, 'resolve');
  }
}
