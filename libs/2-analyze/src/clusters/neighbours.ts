import { sample } from './space.js';
import { dot, normalise, type Vectors } from './vectors.js';

/** The nearest neighbours of every vector: `count` of them each, nearest first; index −1 where there are fewer. */
export interface Neighbours {
  readonly count: number;
  readonly indexes: Int32Array;
  readonly similarities: Float32Array;
}

/** Up to this many vectors everybody is compared with everybody. */
const COMPARE_ALL = 3_000;
/** Cells that are searched around a vector; the texts that matter are in the nearest few. */
const PROBES = 10;
/** Most others that a vector is compared with: where thousands are in a cell, they are much the same. */
const MOST_COMPARED = 8_000;
const ROUNDS = 4;
/** Vectors a cell that its centre is found from. */
const PER_CELL = 24;

/** Inserts a candidate into the sorted list of a row, unless it is further away than all that are there. */
function offer({ count, indexes, similarities }: Neighbours, row: number, candidate: number, similarity: number): void {
  const first = row * count;
  let at = first + count - 1;
  if (similarity <= similarities[at]!) return;
  while (at > first && similarities[at - 1]! < similarity) {
    similarities[at] = similarities[at - 1]!;
    indexes[at] = indexes[at - 1]!;
    at--;
  }
  similarities[at] = similarity;
  indexes[at] = candidate;
}

/**
 * The `count` nearest neighbours of each vector. Exact up to a few thousand; beyond that by an inverted file (Jégou et
 * al. 2011 without the compression): vectors are put into about √n cells and a vector is compared with those of the ten
 * nearest cells. The same vectors in the same order give the same answer.
 */
export function nearestNeighbours(vectors: Vectors, count: number): Neighbours {
  const found: Neighbours = {
    count,
    indexes: new Int32Array(vectors.size * count).fill(-1),
    similarities: new Float32Array(vectors.size * count).fill(-2),
  };
  if (vectors.size <= COMPARE_ALL) compareAll(vectors, found);
  else compareCells(vectors, found);
  return found;
}

function compareAll(vectors: Vectors, found: Neighbours): void {
  for (let i = 0; i < vectors.size; i++) {
    for (let j = 0; j < i; j++) {
      const similarity = dot(vectors, i, vectors, j);
      offer(found, i, j, similarity);
      offer(found, j, i, similarity);
    }
  }
}

function compareCells(vectors: Vectors, found: Neighbours): void {
  const centres = findCentres(vectors, Math.round(Math.sqrt(vectors.size)));
  const nearest = nearestCells(vectors, centres, PROBES);
  const cells = Array.from({ length: centres.size }, (): number[] => []);
  for (let i = 0; i < vectors.size; i++) cells[nearest.indexes[i * nearest.count]!]!.push(i);
  for (let i = 0; i < vectors.size; i++) {
    let compared = 0;
    for (let p = 0; p < nearest.count && compared < MOST_COMPARED; p++) {
      const cell = cells[nearest.indexes[i * nearest.count + p]!]!;
      for (const j of cell.length > MOST_COMPARED ? around(cell, i) : cell) {
        if (j !== i) offer(found, i, j, dot(vectors, i, vectors, j));
      }
      compared += cell.length;
    }
  }
}

/** Of a large cell those that stand next to an item; vectors are sorted by what they say, so these are the likest. */
function around(cell: readonly number[], item: number): readonly number[] {
  let [low, high] = [0, cell.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cell[middle]! < item) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - MOST_COMPARED / 2, cell.length - MOST_COMPARED));
  return cell.slice(from, from + MOST_COMPARED);
}

function nearestCells(vectors: Vectors, centres: Vectors, probes: number): Neighbours {
  const count = Math.min(probes, centres.size);
  const found: Neighbours = {
    count,
    indexes: new Int32Array(vectors.size * count).fill(-1),
    similarities: new Float32Array(vectors.size * count).fill(-2),
  };
  for (let i = 0; i < vectors.size; i++) {
    for (let c = 0; c < centres.size; c++) offer(found, i, c, dot(vectors, i, centres, c));
  }
  return found;
}

/** A few rounds of spherical k-means over a sample. */
function findCentres(vectors: Vectors, cells: number): Vectors {
  const { dimensions } = vectors;
  const all = Array.from({ length: vectors.size }, (_, i) => i);
  const learners = gather(vectors, sample(all, cells * PER_CELL, 2));
  let centres = gather(vectors, sample(all, cells, 3));
  for (let round = 0; round < ROUNDS; round++) {
    const nearest = nearestCells(learners, centres, 1);
    const sums = new Float32Array(cells * dimensions);
    for (let i = 0; i < learners.size; i++) {
      const target = nearest.indexes[i]! * dimensions;
      for (let d = 0; d < dimensions; d++) sums[target + d]! += learners.values[i * dimensions + d]!;
    }
    for (let c = 0; c < cells; c++) {
      const centre = normalise(sums.subarray(c * dimensions, (c + 1) * dimensions));
      if (centre.every((value) => value === 0))
        centre.set(centres.values.subarray(c * dimensions, (c + 1) * dimensions));
    }
    centres = { dimensions, size: cells, values: sums };
  }
  return centres;
}

function gather({ dimensions, values }: Vectors, indexes: readonly number[]): Vectors {
  const chosen = new Float32Array(indexes.length * dimensions);
  indexes.forEach((i, row) => chosen.set(values.subarray(i * dimensions, (i + 1) * dimensions), row * dimensions));
  return { dimensions, size: indexes.length, values: chosen };
}
