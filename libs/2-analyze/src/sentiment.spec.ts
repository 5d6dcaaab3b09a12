import { describe, expect, it } from '@jest/globals';
import { sentiment } from './sentiment.js';
import { forMatching } from './text/normalise.js';
import { read } from './text/segment.js';

const of = (text: string): ReturnType<typeof sentiment> => sentiment(read(forMatching(text)));

describe('sentiment', () => {
  it.each([
    ['客服很耐心，非常满意', 'positive'],
    ['态度恶劣，乱扣费，太差了', 'negative'],
    ['请问怎么办理副卡', 'neutral'],
    ['对处理结果不满意', 'negative'],
    ['不是很满意', 'negative'],
    ['打了好几次电话', 'neutral'],
    ['The staff were friendly and helpful', 'positive'],
    ['Terrible service, I am fed up', 'negative'],
    ['I am not happy with this', 'negative'],
    ["it doesn't work", 'negative'],
    ['How do I change my plan, please?', 'neutral'],
    ['', 'neutral'],
  ])('calls "%s" %s', (text, label) => {
    expect(of(text).label).toBe(label);
  });

  it('hears degrees', () => {
    expect(of('有点慢').score).toBeGreaterThan(of('慢').score);
    expect(of('非常满意').score).toBeGreaterThan(of('满意').score);
  });

  it('weighs what comes after "but" more', () => {
    expect(of('服务热情，但是网络很卡顿').score).toBeLessThan(of('网络很卡顿，但是服务热情').score);
  });

  it('names the words, negation included', () => {
    expect(of('I am not happy').because).toEqual(['not…happy']);
  });

  it('stays between −1 and 1', () => {
    expect(of('恶劣 '.repeat(500)).score).toBeGreaterThanOrEqual(-1);
    expect(of('满意 '.repeat(500)).score).toBeLessThanOrEqual(1);
  });
});
