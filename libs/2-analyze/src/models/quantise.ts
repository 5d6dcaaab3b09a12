import type { Alphabet } from './alphabet.js';
import { sharesOf, tableOf, type LinearModel } from './linear-model.js';

/** What a fit found: weights of every n-gram of the alphabet and a bias for each label, in the order of the labels. */
export interface Fitted {
  readonly version: string;
  readonly labels: readonly string[];
  readonly alphabet: Alphabet;
  readonly fitted: readonly { readonly weights: Float64Array; readonly bias: number }[];
}

/** Weights are whole numbers up to this: finer ones change no answer and do not compress. */
const LEVELS = 31;
/** Most rows and weights that are kept, the telling ones. */
const MAX_ROWS = 60_000;
const MAX_WEIGHTS = 2_400_000;

/** The model in the form that is stored and used: only telling n-grams, in the order of their hashes, in small numbers. */
export function quantised({ version, labels, alphabet, fitted }: Fitted): LinearModel {
  const strength = new Float64Array(alphabet.size);
  for (const { weights } of fitted)
    weights.forEach((weight, row) => {
      if (Math.abs(weight) > strength[row]!) strength[row] = Math.abs(weight);
    });
  const limit = Math.min(MAX_ROWS, Math.floor(MAX_WEIGHTS / labels.length));
  const hashOf = alphabet.hashes;
  const kept = [...strength.keys()]
    .filter((row) => strength[row]! > 0)
    .sort((a, b) => strength[b]! - strength[a]! || hashOf[a]! - hashOf[b]!)
    .slice(0, limit)
    .sort((a, b) => hashOf[a]! - hashOf[b]!);
  const scales = Float32Array.from(kept, (row) => strength[row]! / LEVELS);
  const weights = new Int8Array(kept.length * labels.length);
  kept.forEach((row, i) =>
    fitted.forEach((one, label) => {
      weights[i * labels.length + label] = Math.round(one.weights[row]! / scales[i]!);
    }),
  );
  return {
    version,
    labels,
    ...tableOf(Uint32Array.from(kept, (row) => hashOf[row]!)),
    rarity: Float32Array.from(kept, (row) => alphabet.rarity[row]!),
    weights,
    scales,
    bias: Float32Array.from(fitted, ({ bias }) => bias),
    sharpness: 1,
  };
}

/** Sharpnesses that are tried, from flat to steep. */
const SHARPNESSES = Array.from({ length: 25 }, (_, i) => 0.25 * 1.2 ** i);

/**
 * The sharpness under which texts that the model has not learnt from were least surprising (temperature scaling).
 * @param judged sums of each text and the index of its true label
 */
export function sharpnessFor(judged: readonly { readonly sums: Float64Array; readonly label: number }[]): number {
  if (judged.length === 0) return 1;
  const surprise = (sharpness: number) =>
    judged.reduce((sum, { sums, label }) => sum - Math.log(Math.max(1e-9, sharesOf(sums, sharpness)[label]!)), 0);
  return SHARPNESSES.map((sharpness) => ({ sharpness, surprise: surprise(sharpness) })).reduce((a, b) =>
    b.surprise < a.surprise ? b : a,
  ).sharpness;
}
