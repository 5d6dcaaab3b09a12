import { describe, expect, it } from '@jest/globals';
import { forMatching } from './text/normalise.js';
import { read } from './text/segment.js';
import { urgency } from './urgency.js';

const of = (text: string): ReturnType<typeof urgency> => urgency(read(forMatching(text)));

describe('urgency', () => {
  it.each([
    ['弱电箱着火了', 3, 'danger'],
    ['There is a bare wire, somebody got an electric shock', 3, 'danger'],
    ['整个小区都没信号', 2, 'outage'],
    ['家里有残疾人，电话打不出去', 2, 'vulnerable'],
    ['再不处理就向工信部反映', 2, 'regulator'],
    ['I will go to the regulator', 2, 'regulator'],
    ['我要找记者曝光你们', 2, 'media'],
    ['My lawyer will write to you', 2, 'legal'],
    ['请尽快处理', 1, 'deadline'],
    ['三天内必须给我答复', 1, 'deadline'],
    ['请在 24 小时之内恢复', 1, 'deadline'],
    ['12月5日前要用', 1, 'deadline'],
    ['Fix it within the next two days or I leave', 1, 'deadline'],
    ['I need it by Friday', 1, 'deadline'],
    ['I have called several times, still not fixed', 1, 'repeated'],
  ])('gives "%s" level %i for %s', (text, level, reason) => {
    const result = of(text);
    expect(result.level).toBe(level);
    expect(result.reasons).toContain(reason);
    expect(result.because.length).toBeGreaterThan(0);
  });

  it('gives an ordinary question no urgency', () => {
    expect(of('请问积分怎么兑换')).toEqual({ level: 0, score: 0, reasons: [], because: [] });
  });

  it('is the surer the more signs there are, and the clearer they are', () => {
    const scores = ['请尽快处理', '请尽快处理，老人在家', '弱电箱着火了', '弱电箱着火了，请尽快处理'].map(
      (text) => of(text).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(4);
  });

  it('adds up three small reasons to one for today', () => {
    expect(of('老人一个人在家，催单多次投诉无人来，请尽快').level).toBe(2);
  });
});
