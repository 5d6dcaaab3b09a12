import { describe, expect, it } from '@jest/globals';
import { growthOf, impactOf, type ImpactFigures } from './impact.js';

const FIGURES: ImpactFigures = {
  size: 30,
  customers: 30,
  negative: 0.5,
  urgency: 0.3,
  growth: 2,
  open: 0.5,
  cohesion: 0.5,
  daysSilent: 3,
};

const score = (changes: Partial<ImpactFigures>) => impactOf({ ...FIGURES, ...changes }).score;

describe('impact', () => {
  it.each([
    ['customers', 31],
    ['negative', 0.6],
    ['urgency', 0.4],
    ['growth', 2.5],
    ['open', 0.6],
    ['cohesion', 0.55],
  ] as const)('rises with %s', (name, value) => {
    expect(score({ [name]: value })).toBeGreaterThan(score({}));
  });

  it('falls with silence, to a half in thirty days', () => {
    expect(score({ daysSilent: 30 })).toBeCloseTo(score({ daysSilent: 0 }) / 2, 2);
  });

  it('is the product of its parts', () => {
    const { score: whole, parts } = impactOf(FIGURES);
    expect(Object.values(parts).reduce<number>((product, part) => product * (part as number), 1)).toBeCloseTo(whole, 1);
  });

  it('puts thirty people who all say the same before a pile of two thousand mixed complaints', () => {
    const pile = score({
      size: 2_000,
      customers: 2_000,
      negative: 1,
      urgency: 0.5,
      growth: 4,
      open: 1,
      cohesion: 0.12,
    });
    expect(score({})).toBeGreaterThan(pile);
  });

  it('does not take one voice for agreement, nor a cluster that was not measured', () => {
    const ten = score({ size: 10, customers: 10, cohesion: 0.45 });
    expect(score({ size: 1, customers: 1, cohesion: 1 })).toBeLessThan(ten);
    expect(score({ size: 10, customers: 10, cohesion: null })).toBeLessThan(ten);
    expect(score({ cohesion: -0.2 })).toBeGreaterThanOrEqual(0);
  });

  it('is 0 where there is nobody', () => {
    expect(score({ size: 0, customers: 0, negative: 0, open: 0 })).toBe(0);
  });
});

describe('growth', () => {
  it('is 1 for steady, does not jump for small numbers, and tells a multiple', () => {
    expect(growthOf(100, 400)).toBe(1);
    expect(growthOf(0, 0)).toBe(1);
    expect(growthOf(1, 0)).toBeLessThan(1.3);
    expect(growthOf(30, 0)).toBe(7);
    expect(growthOf(0, 400)).toBeLessThan(0.1);
  });
});
