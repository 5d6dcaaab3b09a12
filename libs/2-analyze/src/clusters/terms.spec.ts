import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { termsOf, MAX_TERMS, type Terms } from './terms.js';

const of = (text: string, subject?: string): Terms => {
  const { reading, subjectEnd } = readWords(subject === undefined ? { text } : { subject, text });
  return termsOf(reading, subjectEnd);
};

describe('termsOf', () => {
  it('are a vector of length 1 with a limited number of terms', () => {
    const found = of(Array.from({ length: 300 }, (_, i) => `word${i}`).join(' '));
    expect(found.size).toBeLessThanOrEqual(MAX_TERMS);
    expect([...found.values()].reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1, 2);
  });

  it('are the same for the same words, whatever the width, script or case', () => {
    expect([...of('網路訊號不好 WIFI')]).toEqual([...of('网络信号不好　ｗｉｆｉ')]);
  });

  it('hold single characters in a short Chinese text only', () => {
    expect([...of('机顶盒坏了').keys()]).toContain('·盒');
    expect([...of('机顶盒坏了，'.repeat(10)).keys()]).not.toContain('·盒');
  });

  it('weigh the words of a subject more', () => {
    expect(of('昨天停电，今天光缆断了', '光缆').get('光缆')!).toBeGreaterThan(
      of('昨天停电，今天光缆断了').get('光缆')!,
    );
  });

  it('meet in pairs where an unknown name is cut in different ways', () => {
    const shared = [...of('A2区丽湖新城有噪音').keys()].filter((term) => of('丽湖新城噪音扰民').has(term));
    expect(shared).toEqual(expect.arrayContaining(['噪音', '丽湖']));
  });

  it('are empty for function words', () => {
    expect(of('请问您好谢谢').size).toBe(0);
  });
});
