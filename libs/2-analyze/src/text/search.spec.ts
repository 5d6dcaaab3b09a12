import { describe, expect, it } from '@jest/globals';
import { isBeginning, MAX_SEARCH_TOKENS, queryTokens, searchTokens } from './search.js';

const finds = (query: string, text: string): boolean => {
  const tokens = searchTokens(text);
  const asked = queryTokens(query);
  const has = (wanted: string) =>
    tokens.some((token) => (isBeginning(wanted) ? token.startsWith(wanted) : token === wanted));
  return asked.length > 0 && asked.every(has);
};

describe('searching', () => {
  const text = '昨天去中国移动营业厅，服务态度很差。My calls were dropped, 充值的100元没有到账';

  it.each([
    '移动',
    '营业厅',
    '营业',
    '态度',
    '差',
    '服务',
    '中国移动',
    '充值',
    'call',
    'dropping',
    'DROPPED',
    '100',
    '移动营业厅',
  ])('finds "%s"', (query) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each(['宽带', '电信', 'refund'])('does not find "%s"', (query) => {
    expect(finds(query, text)).toBe(false);
  });

  it('finds traditional by simplified and the other way round', () => {
    expect(finds('信号', '網路訊號很差')).toBe(true);
    expect(finds('訊號', '信号很差')).toBe(true);
  });

  it('asks for nothing when there is nothing to ask for', () => {
    expect(queryTokens(' ，！ ')).toEqual([]);
  });

  it('gives every token once and a limited number of them', () => {
    const tokens = searchTokens(Array.from({ length: 4000 }, (_, i) => `w${i}`).join(' '));
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.length).toBeLessThanOrEqual(MAX_SEARCH_TOKENS);
  });
});
