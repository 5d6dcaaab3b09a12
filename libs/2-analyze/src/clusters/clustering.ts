import type { Language } from '../text/language.js';
import type { Features } from './features.js';

/** An item that looks for its cluster. */
export interface ClusterItem {
  readonly feedbackId: string;
  /** Only items of one scope are put together: the first level of the category. */
  readonly scope: string;
  readonly language: Language;
  readonly subject: string | null;
  readonly text: string;
  readonly features: Features;
}

/** Where an item went; `clusterId` is null when there is nothing to compare it by. */
export interface Assignment {
  readonly feedbackId: string;
  readonly clusterId: string | null;
  /** 0 to 1; 1 for the first item of a new cluster. */
  readonly similarity: number;
  readonly created: boolean;
}

/**
 * The port by which the analyze stage finds out which other voices say the same. Whoever implements it promises: an item
 * that has been assigned stays where a person put it; the answer has one assignment for every item of the batch, in
 * order; several workers at once give the same clusters as one (batches of a scope wait for each other). `Tx` is the
 * transaction in which the stage writes its results, so that clusters and items become visible together.
 */
export abstract class Clustering<Tx = unknown> {
  abstract assign(batch: readonly ClusterItem[], tx: Tx): Promise<Assignment[]>;
}
