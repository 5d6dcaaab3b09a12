import { describe, expect, it } from '@jest/globals';
import { timeOf } from './times.js';

describe('a time as other systems write it', () => {
  it.each([
    ['2026-11-22 08:00:00', '+08:00', '2026-11-22T08:00:00+08:00'],
    ['2026/1/2', '+08:00', '2026-01-02T00:00:00+08:00'],
    ['2026-11-22T08:00', 'Z', '2026-11-22T08:00:00Z'],
    ['2026-11-22T08:00:00.000+0000', '+08:00', '2026-11-22T08:00:00.000+00:00'],
    ['2026-11-22T08:00:00Z', '+08:00', '2026-11-22T08:00:00Z'],
    [1_795_334_400, 'epoch-seconds', '2026-11-22T08:00:00.000Z'],
    ['1795334400123', 'epoch-milliseconds', '2026-11-22T08:00:00.123Z'],
    ['yesterday', '+08:00', null],
    ['2026-11-22 08:00:00 CST', '+08:00', null],
    ['many', 'epoch-seconds', null],
    [-5, 'epoch-seconds', null],
    [{}, '+08:00', null],
  ])('%j in %s is %j', (value, form, expected) => expect(timeOf(value, form)).toBe(expected));
});
