import { describe, expect, it } from '@jest/globals';
import { redact } from '@huiyin/privacy';
import { measureRedactor } from '../../scripts/bench/redact-measure.js';
import { generated } from '../../scripts/bench/redact-texts.js';

describe('the redactor, on generated texts', () => {
  it.each([7, 8, 9])('misses nearly nothing and masks nearly nothing else, seed %d', (seed) => {
    const { precision, recall, byKind } = measureRedactor(generated(6_000, seed));
    expect(Object.keys(byKind)).toHaveLength(8);
    expect(recall).toBeGreaterThan(0.995);
    expect(precision).toBeGreaterThan(0.995);
  });

  it('is measured on texts that are the same at every run', () => {
    expect(generated(50, 3)).toEqual(generated(50, 3));
    expect(generated(50, 3)).not.toEqual(generated(50, 4));
  });

  it('is measured: a redactor that found nothing would have no recall', () => {
    const blind = generated(200, 5).map(({ findings }) => ({ text: '谢谢', findings }));
    expect(measureRedactor(blind).recall).toBe(0);
  });

  it('says where in the original text it found something, also behind characters that NFKC makes longer', () => {
    const text = '㍿㎏ ﬁ 😀 １３８１２３４１２３４。';
    const [finding] = redact(text).findings;
    expect(text.slice(finding!.start, finding!.end)).toBe('１３８１２３４１２３４');
  });
});
