import { describe, expect, it } from '@jest/globals';
import { afterWorking, ALWAYS, bustle, isWorking, OFFICE, wallClock } from './calendar.js';

/** Of the operator's wall clock, eight hours ahead of UTC. */
const local = (text: string): number => Date.parse(`${text}+08:00`);

describe('the calendar of the demo', () => {
  it("reads the clock on the operator's wall", () => {
    expect(wallClock(Date.parse('2026-03-10T22:30:00Z'))).toEqual({
      year: 2026,
      month: 3,
      date: 11,
      weekday: 3,
      hour: 6.5,
    });
  });

  it('counts working hours only, over nights and weekends', () => {
    // Friday, 17:00; one hour is left of the day, and the office opens on Monday at 8:30.
    expect(afterWorking(OFFICE, local('2026-03-13T17:00:00'), 3)).toBe(local('2026-03-16T10:30:00'));
    expect(afterWorking(OFFICE, local('2026-03-14T12:00:00'), 0.5)).toBe(local('2026-03-16T09:00:00'));
    expect(afterWorking(ALWAYS, local('2026-03-14T23:00:00'), 3)).toBe(local('2026-03-15T02:00:00'));
  });

  it('knows when people are at work and when customers are awake', () => {
    expect(isWorking(OFFICE, local('2026-03-13T17:59:00'))).toBe(true);
    expect(isWorking(OFFICE, local('2026-03-13T18:00:00'))).toBe(false);
    expect(isWorking(OFFICE, local('2026-03-14T10:00:00'))).toBe(false);
    expect(bustle(local('2026-03-13T03:00:00'))).toBeLessThan(bustle(local('2026-03-13T10:00:00')) / 10);
  });
});
