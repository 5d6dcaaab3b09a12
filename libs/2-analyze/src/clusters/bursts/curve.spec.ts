import { describe, expect, it } from '@jest/globals';
import { curveOf } from './curve.js';
import { Hours } from './history.js';

const NOW = 500_000;
/** Two voices an hour for five weeks, and twenty in each of the last three hours. */
const hours = new Hours(new Map(Array.from({ length: 900 }, (_, i) => [NOW - 1 - i, i < 3 ? 20 : 2])));

describe('the curve of a burst', () => {
  const curve = curveOf({ hours, window: 6, from: NOW - 48, to: NOW, since: 0 });

  it('has a point for each hour, the last one at its end', () => {
    expect(curve).toHaveLength(49);
    expect(curve.map(({ hour }) => hour)).toEqual([...curve.keys()].map((i) => NOW - 48 + i));
  });

  it('lies in its normal band while nothing happens, and leaves it when something does', () => {
    expect(curve[0]).toMatchObject({ voices: 12, expected: 12 });
    for (const { voices, low, high } of curve.slice(0, -4)) expect(voices >= low && voices <= high).toBe(true);
    const last = curve.at(-1)!;
    expect(last.voices).toBe(66);
    expect(last.voices).toBeGreaterThan(last.high);
  });
});
