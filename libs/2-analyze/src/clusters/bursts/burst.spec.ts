import { describe, expect, it } from '@jest/globals';
import { findBurst, lasts, look, type Present } from './burst.js';
import { expectation, Hours } from './history.js';
import { surprise } from './tail.js';

const NOW = 500_000.5;
const hours = (count: (hoursAgo: number) => number, length = 900) =>
  new Hours(new Map(Array.from({ length }, (_, i) => [Math.floor(NOW) - i, count(i)])));

describe('surprise', () => {
  it('is the tail of Poisson where rates do not vary', () => {
    // P(X ≥ 1 | 0.1) = 1 − e^−0.1, P(X ≥ 10 | 2) = 4.65e-5
    expect(surprise(1, 0.1, 0)).toBeCloseTo(-Math.log10(1 - Math.exp(-0.1)), 3);
    expect(surprise(10, 2, 0)).toBeCloseTo(-Math.log10(4.6498e-5), 2);
  });

  it('is the tail of a geometric count where they vary as much as their mean', () => {
    expect(surprise(30, 1, 1)).toBeCloseTo(30 * Math.log10(2), 3);
  });

  it('grows with what is seen and shrinks with what is expected', () => {
    const values = [12, 20, 50, 400, 90_000].map((seen) => surprise(seen, 10, 0.2));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(surprise(50, 20, 0.2)).toBeLessThan(surprise(50, 10, 0.2));
    expect(surprise(5, 10, 0.2)).toBe(0);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('what is expected', () => {
  it('is the mean of four weeks where every hour is like the other', () => {
    expect(
      expectation(
        hours(() => 2),
        6,
        NOW,
        0,
      ).mean,
    ).toBeCloseTo(12);
  });

  it('is what the last week was like when that was more', () => {
    expect(
      expectation(
        hours((ago) => (ago < 200 ? 5 : 1)),
        24,
        NOW,
        0,
      ).mean,
    ).toBeCloseTo(120);
  });

  it('is what the same hour of the week was like', () => {
    const mondays = hours((ago) => (ago % 168 === 1 ? 40 : 0));
    expect(expectation(mondays, 1, NOW, 0).mean).toBeGreaterThanOrEqual(20);
    expect(expectation(mondays, 1, NOW + 50, 0).mean).toBeLessThan(1);
  });

  it('does not take the time before the record began for silence', () => {
    expect(
      expectation(
        hours(() => 2, 72),
        24,
        NOW,
        NOW - 72,
      ).mean,
    ).toBeGreaterThan(47);
  });

  it('counts an hour that is cut for its part', () => {
    const some = new Hours(
      new Map([
        [10, 6],
        [13, 2],
      ]),
    );
    expect(some.between(10.5, 12)).toBeCloseTo(3);
    expect(some.between(0, 20)).toBe(8);
    expect(some.between(13.5, 13.75)).toBeCloseTo(0.5);
    expect(new Hours(new Map()).between(0, 20)).toBe(0);
  });
});

describe('a burst of three windows', () => {
  const present = (seen: Present['all']['seen']): Present => {
    return { now: NOW, since: 0, tests: 100, all: { seen, hours: hours(() => 5) } };
  };
  const quiet = hours(() => 0);

  it('needs more than a handful of voices', () => {
    expect(findBurst(look([7, 7, 7], quiet, present([10, 30, 120])), present([10, 30, 120]))).toBeUndefined();
    expect(findBurst(look([20, 20, 20], quiet, present([20, 40, 130])), present([20, 40, 130]))).toMatchObject({
      window: 1,
      seen: 20,
    });
  });

  it('needs a good part of the growth when everything grows', () => {
    const flood = present([4_000, 4_025, 4_115]);
    expect(findBurst(look([900, 900, 900], quiet, flood), flood)).toBeUndefined();
    expect(findBurst(look([2_100, 2_100, 2_100], quiet, flood), flood)).toBeDefined();
  });

  it('leaves out windows that reach back before the end of the last one', () => {
    const now = present([20, 60, 130]);
    expect(findBurst(look([0, 30, 30], quiet, now), now, NOW - 3)).toBeUndefined();
    expect(findBurst(look([20, 30, 30], quiet, now), now, NOW - 3)).toMatchObject({ window: 1 });
  });

  it('lasts at a lower level than it began', () => {
    const at = (one: number, six: number, day: number) => lasts(look([one, six, day], quiet, present([9, 9, 9])), 1);
    expect(at(0, 4, 30)).toBe(true);
    expect(at(0, 3, 30)).toBe(false);
  });
});
