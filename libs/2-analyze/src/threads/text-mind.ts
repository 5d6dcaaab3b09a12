import type { Understanding, Words } from '../analyze.js';
import type { Models } from '../models/linear-model.js';
import type { Dictionary } from '../dictionary/dictionary.js';

/** What a mind has been taught beside the rules that it is born with. */
export interface Knowledge {
  readonly models: Models;
  readonly dictionary: Dictionary;
}

/**
 * The port by which texts are understood. Whoever implements it promises: one understanding for each text, in order, for
 * whatever a customer wrote; a text that cannot be analysed within its time limit is answered as not analysable, and its
 * neighbours are not held up by it.
 */
export abstract class TextMind {
  /** What it knows from the next batch on. */
  abstract teach(knowledge: Knowledge): void;

  /**
   * Understands a batch.
   * @param life called about every second while the batch takes, one call after the other; when it throws, so does the batch
   */
  abstract understandAll(words: readonly Words[], life: () => Promise<unknown>): Promise<Understanding[]>;
}
