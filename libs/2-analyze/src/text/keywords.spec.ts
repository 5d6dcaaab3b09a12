import { describe, expect, it } from '@jest/globals';
import { keywords } from './keywords.js';
import { forMatching } from './normalise.js';
import { read } from './segment.js';

const of = (text: string, limit?: number): string[] => keywords(read(forMatching(text)), limit);

describe('keywords', () => {
  it('names the matter, not the polite shell', () => {
    const found = of('尊敬的领导您好，我家的宽带经常掉线，机顶盒也看不了，希望尽快解决，谢谢');
    expect(found.slice(0, 3)).toEqual(expect.arrayContaining(['机顶盒', '宽带', '掉线']));
    expect(found).not.toContain('领导');
  });

  it('puts a word that is repeated first', () => {
    expect(of('roaming charge in France, roaming again, roaming', 1)).toEqual(['roaming']);
  });

  it('never takes a telephone number', () => {
    expect(of('我的号码13800138000无法使用漫游')).not.toContain('13800138000');
  });

  it('finds nothing in nothing', () => {
    expect(of('')).toEqual([]);
    expect(of('的了吗')).toEqual([]);
  });
});
