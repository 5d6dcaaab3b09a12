import { describe, expect, it } from '@jest/globals';
import { agreement, pairChanges } from '../../scripts/bench/agreement.js';

describe('agreement of two divisions', () => {
  it('is 1 for the same division under other names', () => {
    expect(agreement(['a', 'a', 'b', 'b', 'c'], [7, 7, 3, 3, 1])).toEqual({
      ami: 1,
      ari: 1,
      bcubed: 1,
      clusters: 3,
      shared: 2,
    });
  });

  it('is what one works out by hand for four items of which one pair was parted', () => {
    // Together: {1,2} and {3,4} against {1,2}, {3}, {4}. One pair of six is shared, 2 × 1 / 6 by chance.
    const { ari, bcubed, ami } = agreement(['a', 'a', 'b', 'b'], [1, 1, 2, 3]);
    expect(ari).toBeCloseTo((1 - 1 / 3) / (1.5 - 1 / 3), 12);
    // Precision 1, recall (1 + 1 + ½ + ½) / 4.
    expect(bcubed).toBeCloseTo((2 * 0.75) / 1.75, 12);
    // Information is ln 2. By chance: the pair {1,2} falls on one of the two pairs in one of three cases (ln 2), else it is
    // parted and says nothing of itself; the two singletons say ln 2 each in a quarter of the weight, always.
    const chance = (2 / 4) * Math.log(2) * (1 / 3) + 2 * (1 / 4) * Math.log(2);
    const most = (Math.log(2) + (0.5 * Math.log(2) + 0.5 * Math.log(4))) / 2;
    expect(ami).toBeCloseTo((Math.log(2) - chance) / (most - chance), 12);
  });

  it('is 0 for everything in one cluster and for every item in its own', () => {
    const truth = ['a', 'a', 'b', 'b', 'b', 'c'];
    expect(agreement(truth, [1, 1, 1, 1, 1, 1]).ami).toBeCloseTo(0, 12);
    expect(agreement(truth, [1, 1, 1, 1, 1, 1]).ari).toBeCloseTo(0, 12);
    expect(agreement(truth, [1, 2, 3, 4, 5, 6]).ami).toBeCloseTo(0, 12);
    expect(agreement(truth, [1, 2, 3, 4, 5, 6]).ari).toBeCloseTo(0, 12);
  });

  it('may be below chance', () => {
    expect(agreement([1, 1, 2, 2], [1, 2, 1, 2]).ari).toBeCloseTo((0 - 4 / 6) / (2 - 4 / 6), 12);
    expect(agreement([1, 1, 2, 2], [1, 2, 1, 2]).ami).toBeLessThan(0);
  });
});

describe('pairs that changed between together and apart', () => {
  it('are counted in both directions', () => {
    // {1,2,3} {4,5} became {1,2} {3,4} {5}: 1–3, 2–3 and 4–5 were parted, 3–4 came together.
    expect(pairChanges(['a', 'a', 'a', 'b', 'b'], [1, 1, 2, 2, 3])).toEqual({
      all: 10,
      before: 4,
      now: 2,
      changed: 4,
      parted: 3,
    });
  });

  it('are none where only the names changed', () => {
    expect(pairChanges([1, 1, 2], ['x', 'x', 'y'])).toEqual({ all: 3, before: 1, now: 1, changed: 0, parted: 0 });
  });
});
