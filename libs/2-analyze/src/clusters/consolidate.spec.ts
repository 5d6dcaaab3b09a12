import { describe, expect, it } from '@jest/globals';
import { consolidate } from './consolidate.js';
import { seededRandom } from './random.js';
import { normalise, stack, type Vectors } from './vectors.js';

const random = seededRandom(3);

/** `count` directions around one of eight axes. */
function around(axis: number, count: number): Float32Array[] {
  return Array.from({ length: count }, () =>
    normalise(Float32Array.from({ length: 8 }, (_, d) => (d === axis ? 1 : 0.35 * (random() - 0.5)))),
  );
}

const block = (rows: readonly Float32Array[]): Vectors => stack(rows, 8);
const free = (size: number): Int32Array => new Int32Array(size).fill(-1);
const labelsOf = (labels: Int32Array, from: number, to: number): Set<number> => new Set(labels.slice(from, to));

describe('between two milestones', () => {
  const vectors = block([...around(0, 40), ...around(1, 40), ...around(2, 12), ...around(0, 6)]);
  const anchors = Int32Array.from({ length: 98 }, (_, i) => (i < 40 ? 0 : i < 80 ? 1 : -1));
  const { labels } = consolidate({ vectors, owners: free(98), anchors, calm: true });

  it('newcomers who say something new make one group, and others join the group that is there', () => {
    expect(labelsOf(labels, 80, 92).size).toBe(1);
    expect(labelsOf(labels, 92, 98)).toEqual(labelsOf(labels, 0, 40));
    expect(labelsOf(labels, 80, 92)).not.toEqual(labelsOf(labels, 0, 40));
  });

  it('what people settled stays apart, even where it says the same', () => {
    const halves = Int32Array.from({ length: 60 }, (_, i) => (i < 30 ? 0 : 1));
    const same = block(around(3, 60));
    for (const calm of [true, false])
      expect(consolidate({ vectors: same, owners: halves, anchors: free(60), calm }).labels).toEqual(halves);
  });
});
