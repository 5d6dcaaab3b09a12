import { describe, expect, it } from '@jest/globals';
import { guessKind } from './kind.js';
import { sentiment } from './sentiment.js';
import { forMatching } from './text/normalise.js';
import { read } from './text/segment.js';

const of = (text: string): ReturnType<typeof guessKind> => {
  const reading = read(forMatching(text));
  return guessKind(reading, sentiment(reading));
};

describe('guessKind', () => {
  it.each([
    ['建议在手机营业厅里增加夜间模式', 'suggestion'],
    ['投诉营业员私自给我开通业务，乱扣费', 'complaint'],
    ['请问国际漫游怎么开通？', 'enquiry'],
    ['宽带断网三天了，光猫亮红灯', 'fault'],
    ['表扬装维师傅，服务态度很好', 'praise'],
    ['对处理结果不服，我要申诉', 'appeal'],
    ['It would be nice to have a dark mode in the app', 'suggestion'],
    ['I was charged twice and nobody called back', 'complaint'],
    ['How do I activate roaming?', 'enquiry'],
    ['No signal since yesterday, phone not working', 'fault'],
    ['Thank you so much, excellent support', 'praise'],
    ['I am not happy', 'complaint'],
  ])('takes "%s" for %s', (text, kind) => {
    expect(of(text).kind).toBe(kind);
  });

  it('takes nothing for an appeal that does not say so', () => {
    expect(of('我要投诉到底，太恶劣了').kind).toBe('complaint');
  });

  it('takes silence for an enquiry, with no certainty', () => {
    expect(of('嗯')).toEqual({ kind: 'enquiry', score: 0, because: [] });
  });

  it('names the words that led to it', () => {
    expect(of('建议降低资费').because).toContain('建议');
  });
});
