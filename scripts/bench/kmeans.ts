import { dice, type Dice } from './perturb.js';

const ROUNDS = 30;

/** Directions of length 1, row by row. */
export interface Directions {
  readonly dimensions: number;
  readonly size: number;
  readonly values: Float32Array;
}

/** Directions as one block. */
export function block(rows: readonly Float32Array[]): Directions {
  const dimensions = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => values.set(row, i * dimensions));
  return { dimensions, size: rows.length, values };
}

/**
 * Spherical k-means (Dhillon and Modha 2001) over all items at once, begun by k-means++ (Arthur and Vassilvitskii 2007):
 * what our stream is held against. Answers with a label by item.
 * @param clusters as many as there are; no more than items
 */
export function sphericalKMeans(items: Directions, clusters: number, seed: number): Int32Array {
  const count = Math.min(clusters, items.size);
  let centres = beginnings(items, count, dice(seed));
  let labels = new Int32Array(items.size);
  for (let round = 0; round < ROUNDS; round++) {
    const next = assign(items, centres, count);
    const same = round > 0 && next.every((label, i) => label === labels[i]);
    labels = next;
    if (same) break;
    centres = middles(items, labels, centres);
  }
  return labels;
}

function dot({ dimensions, values }: Directions, item: number, centres: Float32Array, centre: number): number {
  let sum = 0;
  for (let d = 0, a = item * dimensions, b = centre * dimensions; d < dimensions; d++)
    sum += values[a + d]! * centres[b + d]!;
  return sum;
}

/** The first at random, each further one as likely as it is far from those there are (1 − cosine is half the squared distance). */
function beginnings(items: Directions, count: number, next: Dice): Float32Array {
  const { dimensions, size, values } = items;
  const centres = new Float32Array(count * dimensions);
  const far = new Float64Array(size).fill(2);
  let chosen = Math.floor(next() * size);
  for (let centre = 0; centre < count; centre++) {
    centres.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), centre * dimensions);
    let total = 0;
    for (let item = 0; item < size; item++) {
      far[item] = Math.min(far[item]!, Math.max(0, 1 - dot(items, item, centres, centre)));
      total += far[item]!;
    }
    let left = next() * total;
    chosen = far.findIndex((distance) => (left -= distance) < 0);
    if (chosen < 0) chosen = Math.floor(next() * size);
  }
  return centres;
}

function assign(items: Directions, centres: Float32Array, count: number): Int32Array<ArrayBuffer> {
  const labels = new Int32Array(items.size);
  for (let item = 0; item < items.size; item++) {
    let most = -Infinity;
    for (let centre = 0; centre < count; centre++) {
      const similarity = dot(items, item, centres, centre);
      if (similarity <= most) continue;
      most = similarity;
      labels[item] = centre;
    }
  }
  return labels;
}

/** A centre that lost everybody stays where it was. */
function middles({ dimensions, values }: Directions, labels: Int32Array, before: Float32Array): Float32Array {
  const sums = new Float32Array(before.length);
  labels.forEach((label, item) => {
    for (let d = 0; d < dimensions; d++) sums[label * dimensions + d]! += values[item * dimensions + d]!;
  });
  for (let from = 0; from < sums.length; from += dimensions) {
    const sum = sums.subarray(from, from + dimensions);
    const length = Math.hypot(...sum);
    if (length === 0) sum.set(before.subarray(from, from + dimensions));
    else for (let d = 0; d < dimensions; d++) sum[d]! /= length;
  }
  return sums;
}
