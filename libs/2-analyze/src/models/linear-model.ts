import type { Kind } from '@huiyin/loop';
import { KINDS } from '@huiyin/loop';
import { categoryNode } from '../data/taxonomy.js';
import type { Sentiment } from '../sentiment.js';
import type { Reading } from '../text/segment.js';
import { vectorOf, type Vector } from './alphabet.js';
import { becauseOf } from './because.js';
import { gramsOf, type Grams } from './grams.js';

/** What can be corrected, and learnt from corrections. */
export const FIELDS = ['kind', 'category', 'sentiment'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * A linear classifier over hashed n-grams. A plain object of strings, numbers and typed arrays, so it can be posted to a
 * worker thread.
 */
export interface LinearModel {
  /** E.g. `category-7`; stored with every analysis that it took part in. */
  readonly version: string;
  readonly labels: readonly string[];
  /** Open-addressing table of n-gram hashes, a power of two long; 0 is an empty slot. */
  readonly slots: Uint32Array;
  /** Row of `weights` for each slot. */
  readonly rows: Uint32Array;
  /** How rare the n-gram of each row is: damped inverse document frequency. */
  readonly rarity: Float32Array;
  /** One row of `labels.length` weights for each n-gram, in units of its scale. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** What the sums are multiplied by before they become shares, so that a score of 0.8 is right about 8 times in 10. */
  readonly sharpness: number;
}

/** The models in use; a field without one is judged by rules. */
export type Models = { readonly [field in Field]?: LinearModel };

/** What a model says: `score` is its share of 1, `because` the words of the text that spoke for it, strongest first. */
export interface Judgement<Label extends string = string> {
  readonly label: Label;
  readonly score: number;
  readonly because: readonly string[];
  /** Version of the model that judged. */
  readonly model: string;
}

/** What the models say of a text; a field is missing where no model has anything to say, so that rules decide. */
export interface Judgements {
  readonly kind?: Judgement<Kind>;
  readonly category?: Judgement;
  readonly sentiment?: Judgement<Sentiment['label']>;
}

/** Row of a hash in the model's table, −1 when the model does not know it. */
function rowOf({ slots, rows }: LinearModel, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot]!;
    if (found === hash) return rows[slot]!;
    if (found === 0) return -1;
  }
}

/** The table that {@link LinearModel} looks n-grams up in; at most half full. */
export function tableOf(hashes: Uint32Array): Pick<LinearModel, 'slots' | 'rows'> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
  const slots = new Uint32Array(size);
  const rows = new Uint32Array(size);
  hashes.forEach((hash, row) => {
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = hash;
    rows[slot] = row;
  });
  return { slots, rows };
}

/** The text as the model sees it. */
export function seenBy(model: LinearModel, grams: Grams): Vector {
  return vectorOf(grams, (hash) => rowOf(model, hash), model.rarity);
}

/** What speaks for each label, in the order of the labels; above 0 the text is more likely to have it than not. */
export function sumsOf({ labels, bias, weights, scales }: LinearModel, { indices, values }: Vector): Float64Array {
  const sums = Float64Array.from(bias);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]!;
    const factor = values[i]! * scales[row]!;
    const from = row * labels.length;
    for (let label = 0; label < sums.length; label++) sums[label]! += factor * weights[from + label]!;
  }
  return sums;
}

/** The sums as shares of 1. */
export function sharesOf(sums: Float64Array, sharpness: number): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = sums.map((sum) => Math.exp((sum - most) * sharpness));
  const total = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / total);
}

/**
 * What a model says of a text. 0.02 to 0.1 ms for a sentence.
 * @param allowed labels that still exist; the best of them is taken
 * @returns undefined when the model knows no word of the text, or none of its labels is allowed
 */
export function judge(
  model: LinearModel,
  reading: Reading,
  grams: Grams,
  allowed: (label: string) => boolean = () => true,
): Judgement | undefined {
  const seen = seenBy(model, grams);
  if (seen.indices.length === 0) return undefined;
  const sums = sumsOf(model, seen);
  let best = -1;
  for (let label = 0; label < sums.length; label++)
    if ((best < 0 || sums[label]! > sums[best]!) && allowed(model.labels[label]!)) best = label;
  if (best < 0) return undefined;
  return {
    label: model.labels[best]!,
    score: Math.round(sharesOf(sums, model.sharpness)[best]! * 100) / 100,
    because: becauseOf(reading, grams, evidenceFor(model, seen, best, grams.hashes.length)),
    model: model.version,
  };
}

/** What each n-gram of the text adds to one label, in the order of the n-grams. */
function evidenceFor(
  { labels, weights, scales }: LinearModel,
  seen: Vector,
  label: number,
  size: number,
): Float32Array {
  const parts = new Float32Array(size);
  for (let i = 0; i < seen.indices.length; i++) {
    const row = seen.indices[i]!;
    parts[seen.grams[i]!] = seen.values[i]! * scales[row]! * weights[row * labels.length + label]!;
  }
  return parts;
}

const SENTIMENTS: readonly string[] = ['positive', 'neutral', 'negative'] satisfies Sentiment['label'][];

/** Whether a label may be given to an item today: a category that has left the taxonomy may not. */
export function isLabel(field: Field, label: string): boolean {
  if (field === 'category') return categoryNode(label) !== undefined;
  return field === 'kind' ? (KINDS as readonly string[]).includes(label) : SENTIMENTS.includes(label);
}

/**
 * Asks every model that is in use. What a sender declared is not known here: the caller keeps it.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one
 */
export function judgeByModels(reading: Reading, subjectEnd: number, models: Models): Judgements {
  const inUse = FIELDS.flatMap((field) => (models[field] ? [[field, models[field]] as const] : []));
  if (inUse.length === 0) return {};
  const grams = gramsOf(reading, subjectEnd);
  const said = inUse.flatMap(([field, model]) => {
    const judgement = judge(model, reading, grams, (label) => isLabel(field, label));
    return judgement ? [[field, judgement]] : [];
  });
  return Object.fromEntries(said) as Judgements;
}
