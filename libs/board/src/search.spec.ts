import { describe, expect, it } from '@jest/globals';
import { isSlug, newSlug } from './board.js';
import { fitOf, gramsOf } from './search.js';

describe('the search of the board', () => {
  it('takes Chinese apart in pairs, and other words whole', () => {
    expect([...gramsOf('地铁5G信号 Wi-Fi')]).toEqual(['地铁', '5g', '信号', 'wi', 'fi']);
  });

  it('finds what says the same in other words, and nothing that does not', () => {
    const post = ['地铁里信号更好', '希望地铁隧道里也有稳定的 5G 信号。'] as const;
    expect(fitOf('地铁信号太弱', ...post)).toBeGreaterThan(0);
    expect(fitOf('套餐太贵', ...post)).toBe(0);
    expect(fitOf('SIGNAL metro', 'Better signal in the metro', '')).toBeGreaterThan(1);
  });

  it('prefers what has the words in its title', () => {
    expect(fitOf('账单', '账单更清楚', '写明费用')).toBeGreaterThan(fitOf('账单', '费用更清楚', '账单写明'));
  });

  it('takes any text', () => {
    for (const odd of ['', ' ', '%', "'--", '😀', '\u0000', 'a'.repeat(10_000)])
      expect(fitOf(odd, 'x', 'y')).toBeGreaterThanOrEqual(0);
  });
});

describe('an address of the board', () => {
  it('is random, and none that has a meaning of its own', () => {
    const slugs = Array.from({ length: 1_000 }, newSlug);
    expect(new Set(slugs).size).toBe(1_000);
    expect(slugs.every(isSlug)).toBe(true);
    expect(['new', 'mine', 'confirm', 'feed.atom', 'board.css', 'q7w3k9mzpa'].some(isSlug)).toBe(false);
  });
});
