import { describe, expect, it } from '@jest/globals';
import { forMatching, MAX_CHARS, tidy, toSimplified } from './normalise.js';

describe('forMatching', () => {
  it('makes full width half width, lower case and one space of many', () => {
    expect(forMatching('  ５Ｇ　ＷｉＦｉ\r\n\t很慢  ')).toBe('5g wifi 很慢');
  });

  it('drops what cannot be seen', () => {
    expect(forMatching('信\u200b号\u0000差\ufeff\u202e')).toBe('信号差');
  });

  it('writes traditional Chinese as simplified, with the words of the mainland', () => {
    expect(forMatching('網路訊號不好，帳單太貴')).toBe('网络信号不好,帐单太贵');
    expect(forMatching('收不到簡訊')).toBe('收不到短信');
  });

  it('takes HTML tags out and leaves a lone < in', () => {
    expect(forMatching('<p class="a">网速<b>慢</b></p>')).toBe('网速 慢');
    expect(forMatching('网速 < 1M')).toBe('网速 < 1m');
  });

  it('flattens Zalgo text to its letters with one accent at most', () => {
    const zalgo = `n${'\u0300\u0301\u0302\u0303'.repeat(50)}o`;
    expect(forMatching(zalgo).length).toBeLessThanOrEqual(3);
  });

  it('drops lone surrogates', () => {
    expect(forMatching('a\ud800b')).toBe('ab');
  });

  it.each([
    ['one letter', 'a'.repeat(200_000)],
    ['opening angle brackets', '<a'.repeat(100_000)],
    ['ligatures that grow eighteenfold', 'ﷺ'.repeat(200_000)],
    ['white space', ' '.repeat(200_000)],
    ['combining marks', '\u0301'.repeat(200_000)],
  ])('stays within its length on a wall of %s', (_, wall) => {
    expect(forMatching(wall).length).toBeLessThanOrEqual(MAX_CHARS);
  });
});

describe('toSimplified', () => {
  it('returns simplified text as it is', () => {
    const text = '这么著名的软件，我们的行程';
    expect(toSimplified('什么时候修好')).toBe('什么时候修好');
    expect(toSimplified(text)).toBe(text);
  });
});

describe('tidy', () => {
  it('keeps the characters and the punctuation that somebody wrote', () => {
    expect(tidy('網路訊號不好，  很慢！')).toBe('網路訊號不好， 很慢！');
  });
});
