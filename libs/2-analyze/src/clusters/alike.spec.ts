import { describe, expect, it } from '@jest/globals';
import { alikeGroups, joinAlike } from './alike.js';
import { describeGroups } from './group.js';
import { seededRandom } from './random.js';
import { normalise, stack } from './vectors.js';

const random = seededRandom(5);
const DIMENSIONS = 8;

/** Five directions close to `mix`, in each of which other dimensions stand out a little. */
function around(mix: Readonly<Record<number, number>>): Float32Array[] {
  return Array.from({ length: 5 }, () =>
    normalise(Float32Array.from({ length: DIMENSIONS }, (_, d) => (mix[d] ?? 0) + 0.2 * (random() - 0.5))),
  );
}

/** The groups that are left of some, five nodes each. */
function left(groups: readonly Float32Array[][], owners: readonly number[] = groups.map(() => -1)): number[] {
  const vectors = stack(groups.flat(), DIMENSIONS);
  const byNode = (values: readonly number[]) => Int32Array.from({ length: vectors.size }, (_, i) => values[i / 5 | 0]!); // prettier-ignore
  const labels = byNode([...groups.keys()]);
  joinAlike({ vectors, weights: new Uint32Array(vectors.size).fill(1), labels }, byNode(owners), 0);
  return groups.map((_, g) => labels[g * 5]!);
}

describe('groups that say the same', () => {
  const [here, there, elsewhere] = [{ 0: 1 }, { 1: 1 }, { 0: 1, 1: 1 }];

  it('are one', () => {
    expect(left([around(here), around(there), around(here), around(here)])).toEqual([0, 1, 0, 0]);
  });

  it('stay apart where their centroids only lean towards each other', () => {
    expect(left([around(here), around(elsewhere), around(there)])).toEqual([0, 1, 2]);
  });

  it('stay apart where people settled both, and join the one that was settled', () => {
    expect(left([around(here), around(here)], [0, 1])).toEqual([0, 1]);
    expect(left([around(here), around(here), around(here)], [0, 1, -1])).toHaveLength(3);
    expect(new Set(left([around(here), around(here), around(here)], [0, 1, -1])).size).toBe(2);
  });

  it('are compared only when three or more say it', () => {
    const vectors = stack([...around(here).slice(0, 2), ...around(here)], DIMENSIONS);
    const labels = Int32Array.from([0, 0, 1, 1, 1, 1, 1]);
    const { groups } = describeGroups({ vectors, weights: new Uint32Array(7).fill(1), labels }, 0);
    expect(alikeGroups(groups, 0)).toEqual([]);
  });
});
