import { beforeEach, describe, expect, it } from '@jest/globals';
import { Breaker } from './breaker.js';

describe('the breaker', () => {
  let now: number;
  let breaker: Breaker;

  beforeEach(() => {
    now = 0;
    breaker = new Breaker(() => now);
  });

  function fail(times: number): number {
    let rest = 0;
    for (let i = 0; i < times; i++) rest = breaker.failed();
    return rest;
  }

  it('lets calls through while fewer than five in a row have failed', () => {
    expect(fail(4)).toBe(0);
    expect(breaker.width(3)).toBe(3);
    breaker.succeeded();
    expect(fail(4)).toBe(0);
    expect(breaker.width(3)).toBe(3);
  });

  it('rests after the fifth, then lets one call through, and all after that one has succeeded', () => {
    expect(fail(5)).toBe(10);
    expect(breaker.width(3)).toBe(0);
    now = 10_000;
    expect(breaker.width(3)).toBe(1);
    breaker.succeeded();
    expect(breaker.width(3)).toBe(3);
  });

  it('rests ever longer while the one call after each rest fails, but never longer than ten minutes', () => {
    const rests = [fail(5)];
    for (let i = 0; i < 9; i++) {
      now += 600_000;
      rests.push(breaker.failed());
    }
    expect(rests).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600, 600]);
  });

  it('counts calls that fail together as one', () => {
    fail(5);
    expect(breaker.failed()).toBe(0);
    now = 10_000;
    expect(breaker.failed()).toBe(20);
  });

  it('leaves the server alone for as long as it asks for', () => {
    expect(breaker.failed(30)).toBe(30);
    expect(breaker.width(2)).toBe(0);
    now = 30_000;
    expect(breaker.width(2)).toBe(2);
    expect(breaker.failed(1e9)).toBe(600);
  });
});
