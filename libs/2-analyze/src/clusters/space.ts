import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { eachFeature, type Features } from './features.js';
import { seededRandom } from './random.js';
import { leadingDirections, type SparseRows } from './svd.js';
import { normalise } from './vectors.js';

/** What the similarities in a space are like: a threshold that is a constant would fit one operator and no other. */
export interface SpaceStatistics {
  /** Mean and standard deviation of the similarity of two texts taken at random. */
  readonly mean: number;
  readonly deviation: number;
  /** Median similarity of a text to its twentieth neighbour. */
  readonly tightness: number;
}

/**
 * Similarity that is no more than chance: what two texts at random have and as much again as they usually differ in, but
 * never more than half of what neighbours have, as in a small collection two texts at random are often about the same.
 */
export function background({ mean, deviation, tightness }: SpaceStatistics): number {
  return Math.min(mean + deviation, tightness / 2);
}

/** A vector space fitted on texts: latent semantic analysis (Deerwester et al. 1990) over words, pieces of words and characters. */
export interface Space {
  readonly dimensions: number;
  /** Feature id → row of {@link basis}. */
  readonly rows: ReadonlyMap<number, number>;
  /** How much a feature tells: the logarithm of its rarity in the texts. By row. */
  readonly rarity: Float32Array;
  /** Row by row, `dimensions` numbers each. */
  readonly basis: Float32Array;
  /** What a feature tells that none of the texts has twice. */
  readonly unknownRarity: number;
  /** How much of a text like those it was fitted on the space knows, 0 to 1: the median. */
  readonly coverage: number;
}

/** Dimensions of a space; more of them pull coarse topics apart, fewer blur fine ones. */
export const DIMENSIONS = 100;
/** Texts that a space is fitted on, and features that it knows: memory and time are bounded by these. */
export const MAX_TEXTS = 20_000;
const MAX_FEATURES = 60_000;

/** The features that at least two texts have, the most frequent first, each with the texts that have it. */
function vocabulary(texts: readonly Features[]): Map<number, number> {
  const frequency = new Map<number, number>();
  for (const text of texts) eachFeature(text, (id) => frequency.set(id, (frequency.get(id) ?? 0) + 1));
  const known = [...frequency].filter(([, count]) => count >= 2);
  known.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Map(known.slice(0, MAX_FEATURES));
}

/** Texts as rows of weights, each of length 1. */
function weigh(texts: readonly Features[], rows: ReadonlyMap<number, number>, rarity: Float32Array): SparseRows {
  const starts = new Uint32Array(texts.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  texts.forEach((text, i) => {
    const from = columns.length;
    let square = 0;
    eachFeature(text, (id, weight) => {
      const row = rows.get(id);
      if (row === undefined) return;
      const value = weight * rarity[row]!;
      columns.push(row);
      values.push(value);
      square += value * value;
    });
    const length = Math.sqrt(square) || 1;
    for (let k = from; k < values.length; k++) values[k]! /= length;
    starts[i + 1] = columns.length;
  });
  return { starts, columns: Uint32Array.from(columns), values: Float32Array.from(values), width: rows.size };
}

/** A seeded choice of at most `most` of them, in their order; the same whichever came first if they are sorted before. */
export function sample<T>(all: readonly T[], most: number, seed: number): readonly T[] {
  if (all.length <= most) return all;
  const random = seededRandom(seed);
  const chosen: T[] = [];
  all.forEach((each, i) => {
    const left = all.length - i;
    if (random() * left < most - chosen.length) chosen.push(each);
  });
  return chosen;
}

/**
 * Fits a space on texts. The same texts in the same order give the same space; sort them by their content and it does
 * not depend on the order in which they arrived. Null for fewer than three texts, or texts that share nothing.
 */
export function fitSpace(texts: readonly Features[]): Space | null {
  const fitted = sample(texts, MAX_TEXTS, 1);
  const frequency = vocabulary(fitted);
  const dimensions = Math.min(DIMENSIONS, fitted.length - 1, frequency.size);
  if (dimensions < 1) return null;
  const ids = [...frequency.keys()];
  const rows = new Map(ids.map((id, row) => [id, row]));
  const rarity = Float32Array.from(ids, (id) => Math.log(1 + fitted.length / frequency.get(id)!));
  const basis = leadingDirections(weigh(fitted, rows, rarity), dimensions);
  const space = { dimensions, rows, rarity, basis, unknownRarity: Math.log(1 + fitted.length) };
  const known = fitted.map((text) => shareKnown(text, space)).sort((a, b) => a - b);
  return { ...space, coverage: known[Math.floor(known.length / 2)] ?? 1 };
}

/** How much of a text a space knows, 0 to 1, by what its features tell. */
function shareKnown(text: Features, { rows, rarity, unknownRarity }: Omit<Space, 'coverage'>): number {
  let known = 0;
  let all = 0;
  eachFeature(text, (id, weight) => {
    const row = rows.get(id);
    const square = (weight * (row === undefined ? unknownRarity : rarity[row]!)) ** 2;
    all += square;
    if (row !== undefined) known += square;
  });
  return all > 0 ? known / all : 0;
}

/**
 * What similarities to a text are worth, 0 to 1: a text of whose words the space knows few seems near to whatever has
 * those few. The cosine over all its features would be smaller by the root of the share that is known.
 */
export function confidence(text: Features, space: Space): number {
  return Math.min(1, Math.sqrt(shareKnown(text, space) / (space.coverage || 1)));
}

/** The direction of a text in a space, of length 1; all zeros for a text of which the space knows no feature. */
export function project(text: Features, { dimensions, rows, rarity, basis }: Space): Float32Array {
  const vector = new Float32Array(dimensions);
  eachFeature(text, (id, weight) => {
    const row = rows.get(id);
    if (row === undefined) return;
    const value = weight * rarity[row]!;
    for (let d = 0, at = row * dimensions; d < dimensions; d++, at++) vector[d]! += value * basis[at]!;
  });
  return normalise(vector);
}

const HEAD = 16;

/** A space as bytes: whole numbers of one byte, each row with a scale of its own; about 4 MB at its largest. */
export function packSpace({ dimensions, rows, rarity, basis, unknownRarity, coverage }: Space): Buffer {
  const count = rows.size;
  const packed = Buffer.alloc(HEAD + count * (12 + dimensions));
  packed.writeUInt32LE(dimensions, 0);
  packed.writeUInt32LE(count, 4);
  packed.writeFloatLE(unknownRarity, 8);
  packed.writeFloatLE(coverage, 12);
  for (const [id, row] of rows) {
    const values = basis.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
    let at = HEAD + row * (12 + dimensions);
    at = packed.writeUInt32LE(id, at);
    at = packed.writeFloatLE(rarity[row]!, at);
    at = packed.writeFloatLE(scale, at);
    for (const value of values) at = packed.writeInt8(Math.round(value / scale), at);
  }
  return deflateRawSync(packed);
}

/** The space that {@link packSpace} packed. */
export function unpackSpace(bytes: Buffer): Space {
  const packed = inflateRawSync(bytes);
  const dimensions = packed.readUInt32LE(0);
  const count = packed.readUInt32LE(4);
  const rows = new Map<number, number>();
  const rarity = new Float32Array(count);
  const basis = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const at = HEAD + row * (12 + dimensions);
    rows.set(packed.readUInt32LE(at), row);
    rarity[row] = packed.readFloatLE(at + 4);
    const scale = packed.readFloatLE(at + 8);
    for (let d = 0; d < dimensions; d++) basis[row * dimensions + d] = packed.readInt8(at + 12 + d) * scale;
  }
  const [unknownRarity, coverage] = [packed.readFloatLE(8), packed.readFloatLE(12)];
  return { dimensions, rows, rarity, basis, unknownRarity, coverage };
}
