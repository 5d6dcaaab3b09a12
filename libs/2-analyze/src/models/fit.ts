import { Alphabet, type Vector } from './alphabet.js';
import type { Grams } from './grams.js';
import type { LinearModel } from './linear-model.js';
import { quantised } from './quantise.js';
import { tellingOf } from './telling.js';

/** A text that somebody has judged; `weight` below 1 makes it count for less than others. */
export interface Example {
  readonly grams: Grams;
  readonly label: string;
  readonly weight?: number;
}

/** What a mistake costs against the size of the weights (L2): the same for all data. */
const COST = 1;
const EPOCHS = 12;
/** A sweep that met no slope above this ends the fit. */
const STILL = 0.02;
/** A label with fewer examples cannot be learnt; its texts count as "none of the others". */
export const LEAST_PER_LABEL = 3;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

interface Fitted {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * One label against all others: L2 and squared hinge loss, by coordinate descent on the dual problem (Hsieh and others,
 * ICML 2008), on values times what each n-gram tells of the label. Logistic loss was tried; see
 * docs/decisions/0009.
 * @param signs 1 for rows of the label, −1 for the others
 */
function fitOne(rows: readonly Vector[], signs: Int8Array, costs: Float64Array, size: number): Fitted {
  const telling = tellingOf(rows, signs, size).map((factor) => factor * factor);
  const curvature = Float64Array.from(rows, ({ indices, values }, i) => {
    let square = 1 + 1 / (2 * costs[i]!);
    for (let j = 0; j < indices.length; j++) square += values[j]! ** 2 * telling[indices[j]!]!;
    return square;
  });
  // Already times what each tells, so that a row can be used as it is; what moves them is times it once more.
  const weights = new Float64Array(size);
  let bias = 0;
  const multipliers = new Float64Array(rows.length);
  const order = Uint32Array.from(rows, (_, i) => i);
  const random = numbers(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    let farthest = 0;
    for (const i of order) {
      const { indices, values } = rows[i]!;
      let sum = bias;
      for (let j = 0; j < indices.length; j++) sum += weights[indices[j]!]! * values[j]!;
      const now = multipliers[i]!;
      const slope = signs[i]! * sum - 1 + now / (2 * costs[i]!);
      if (now === 0 && slope >= 0) continue;
      farthest = Math.max(farthest, Math.abs(slope));
      const by = (Math.max(0, now - slope / curvature[i]!) - now) * signs[i]!;
      multipliers[i]! += by * signs[i]!;
      for (let j = 0; j < indices.length; j++) weights[indices[j]!]! += by * values[j]! * telling[indices[j]!]!;
      bias += by;
    }
    if (farthest < STILL) break;
  }
  return { weights, bias };
}

/** Labels with enough examples, in a fixed order. */
export function learnableLabels(examples: readonly Pick<Example, 'label'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= LEAST_PER_LABEL)
    .map(([label]) => label)
    .sort();
}

/**
 * Fits one linear classifier a label on hashed n-grams (sublinear counts, damped inverse document frequency,
 * more for what tells the label from others, L2). The
 * same examples in the same order give the same model on any machine. Time: about 10 s for 10,000 sentences with 77 labels;
 * call it off the event loop.
 * @returns undefined with fewer than two labels that have {@link LEAST_PER_LABEL} examples
 */
export function fit(examples: readonly Example[], version: string): LinearModel | undefined {
  const labels = learnableLabels(examples);
  if (labels.length < 2) return undefined;
  const alphabet = Alphabet.of(
    examples.map(({ grams }) => grams),
    labels.length,
  );
  const rows = examples.map(({ grams }) => alphabet.vector(grams));
  const costs = Float64Array.from(examples, ({ weight = 1 }) => COST * weight);
  const fitted = labels.map((label) =>
    fitOne(
      rows,
      Int8Array.from(examples, (example) => (example.label === label ? 1 : -1)),
      costs,
      alphabet.size,
    ),
  );
  return quantised({ version, labels, alphabet, fitted });
}
