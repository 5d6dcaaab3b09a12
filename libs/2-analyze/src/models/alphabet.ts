import { BLOCKS, type Grams } from './grams.js';

/** Most n-grams that are looked at while fitting, and most weights; rarer ones are left out first. */
const MAX_GRAMS = 400_000;
const MAX_WEIGHTS = 16_000_000;
/** Inverse document frequency to this power: the whole of it gives too much to what occurred once. */
const DAMPING = 0.5;

/** A text as a vector of length 1 over the n-grams that are known. */
export interface Vector {
  /** Which n-gram of the text each number belongs to. */
  readonly grams: Uint32Array;
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/**
 * The vector of a text over the n-grams that are known: sublinear counts times rarity, each block of length 1 times its
 * weight, the whole of length 1.
 * @param indexOf index of a hash, −1 when it is not known
 */
export function vectorOf(grams: Grams, indexOf: (hash: number) => number, rarity: Float32Array): Vector {
  const { hashes, counts, blocks } = grams;
  const found = new Uint32Array(hashes.length);
  const indices = new Uint32Array(hashes.length);
  const values = new Float32Array(hashes.length);
  const parts = new Uint8Array(hashes.length);
  const squares = BLOCKS.map(() => 0);
  let size = 0;
  for (let i = 0; i < hashes.length; i++) {
    const index = indexOf(hashes[i]!);
    if (index < 0) continue;
    const count = counts[i]!;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * rarity[index]!;
    found[size] = i;
    indices[size] = index;
    values[size] = value;
    squares[(parts[size++] = blocks[i]!)]! += value * value;
  }
  const whole = Math.sqrt(squares.reduce((sum, square, part) => sum + (square > 0 ? BLOCKS[part]! ** 2 : 0), 0));
  const factors = squares.map((square, part) => (square > 0 ? BLOCKS[part]! / Math.sqrt(square) / whole : 0));
  for (let i = 0; i < size; i++) values[i]! *= factors[parts[i]!]!;
  return { grams: found.subarray(0, size), indices: indices.subarray(0, size), values: values.subarray(0, size) };
}

/** The n-grams that a model is fitted over, with their rarity. */
export class Alphabet {
  private constructor(
    private readonly indexOf: ReadonlyMap<number, number>,
    readonly rarity: Float32Array,
  ) {}

  /** All n-grams of the texts, or the most frequent ones when there are too many. */
  static of(texts: readonly Grams[], labels: number): Alphabet {
    const frequency = new Map<number, number>();
    for (const { hashes } of texts) for (const hash of hashes) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
    const limit = Math.min(MAX_GRAMS, Math.floor(MAX_WEIGHTS / labels));
    const kept = [...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    const rarity = Float32Array.from(kept, ([, df]) => (Math.log((1 + texts.length) / (1 + df)) + 1) ** DAMPING);
    return new Alphabet(new Map(kept.map(([hash], index) => [hash, index])), rarity);
  }

  get size(): number {
    return this.indexOf.size;
  }

  /** Hashes in the order of their indices. */
  get hashes(): number[] {
    return [...this.indexOf.keys()];
  }

  vector(grams: Grams): Vector {
    return vectorOf(grams, (hash) => this.indexOf.get(hash) ?? -1, this.rarity);
  }
}
