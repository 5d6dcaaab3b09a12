import { describe, expect, it } from '@jest/globals';
import { pauseAfter, restAfter } from './schedule.js';

describe('tries', () => {
  it('go on for more than three days at the least, then end', () => {
    const pauses = Array.from({ length: 11 }, (_, index) => pauseAfter(index + 1, 0));
    expect(pauses.at(-1)).toBeNull();
    const sum = pauses.reduce<number>((total, pause) => total + (pause ?? 0), 0);
    expect(sum / 86_400).toBeGreaterThan(3);
  });

  it('are spread, and wait as long as the receiver asks, but no longer than a day', () => {
    expect([pauseAfter(2, 0), pauseAfter(2, 0.5), pauseAfter(2, 0.999)].map(Math.round as (n: number | null) => number)).toEqual([240, 300, 360]); // prettier-ignore
    expect(pauseAfter(1, 0.5, 600)).toBe(600);
    expect(pauseAfter(1, 0.5, 9_999_999)).toBe(86_400);
  });

  it('of a target that fails again and again become few', () => {
    const rests = Array.from({ length: 12 }, (_, failures) => restAfter(failures, 0.5));
    expect(rests.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 30]);
    expect(rests.at(-1)).toBe(900);
    expect(restAfter(10_000, 0.5)).toBe(900);
  });
});
