import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { figuresOf } from './measure.js';
import { groupOf, isHeldOut } from './split.js';
import { LEAST_EXAMPLES, train, type Sample } from './train.js';
import { unpack } from './pack.js';

const sample = (text: string, label: string): Sample => ({ subject: null, text, label, weight: 1 });
const WHEN = ['早上', '昨天', '上周', '月初', '刚才', '前天', '中午', '晚上', '周末', '今天'];
const WHERE = ['东门', '西门', '南门', '北门', '江边', '山上', '河边', '湖边', '城里', '村里'];
const samples = (label: string, matter: string): Sample[] =>
  WHEN.flatMap((when) => WHERE.map((where) => sample(`${when}${where}${matter}`, label)));

describe('training a field', () => {
  const telling = [...samples('fault', '望舒牌甲型'), ...samples('praise', '羲和牌乙型')];

  it('finds a model that is better than the rules on texts it has not seen', () => {
    const trial = train({ field: 'kind', samples: telling, models: {}, version: 'kind-1' });
    expect(trial).toMatchObject({ verdict: 'better', figures: { examples: 200, labels: 2, inUse: 'rules' } });
    expect(trial.figures.after!.macroF1).toBe(1);
    expect(trial.figures.after!.macroF1).toBeGreaterThan(trial.figures.before!.macroF1);
    expect(trial.figures.heldOut).toBe(trial.figures.after!.count);
    expect(trial.because).toMatch(/macro-F1 100\.0 against .* of rules/);
  });

  it('does not put one in the place of another that is as good', () => {
    const first = train({ field: 'kind', samples: telling, models: {}, version: 'kind-1' });
    const models = { kind: unpack(first.model!) };
    const second = train({ field: 'kind', samples: telling, models, version: 'kind-2' });
    expect(second).toMatchObject({ verdict: 'not-better', figures: { inUse: 'kind-1' } });
  });

  it('says so when there are too few examples to prove anything', () => {
    const few = train({ field: 'kind', samples: telling.slice(0, LEAST_EXAMPLES - 1), models: {}, version: 'kind-1' });
    expect(few).toMatchObject({ verdict: 'too-few', model: null, figures: { before: null } });
    const oneLabel = train({
      field: 'kind',
      samples: samples('fault', '望舒牌甲型').concat(samples('fault', '乙型')),
      models: {},
      version: 'kind-1',
    });
    expect(oneLabel.because).toMatch(/1 values have enough examples, and two are needed/);
  });
});

describe('the split of examples', () => {
  const group = (text: string) => groupOf(readWords({ text }).reading);

  it('keeps texts together that differ in numbers, punctuation and order only', () => {
    expect(group('宽带断网3天了！！宽带断网')).toBe(group('断网了，宽带 断网 15 天'));
    expect(group('宽带断网')).not.toBe(group('账单不对'));
    expect(group('12345')).not.toBe(group('67890'));
  });

  it('holds out about a fifth, always the same', () => {
    const groups = Array.from({ length: 1_000 }, (_, i) => `group ${i}`);
    const heldOut = groups.filter(isHeldOut);
    expect(heldOut.length).toBeGreaterThan(150);
    expect(heldOut.length).toBeLessThan(250);
    expect(groups.filter(isHeldOut)).toEqual(heldOut);
  });
});

describe('accuracy and macro-F1', () => {
  it('are as they are defined, and small labels count as much as large ones', () => {
    const pairs = [
      ...Array.from({ length: 8 }, () => ({ truth: 'a', given: 'a' })),
      { truth: 'b', given: 'a' },
      { truth: 'b', given: 'b' },
    ];
    const figures = figuresOf(pairs);
    expect(figures.accuracy).toBeCloseTo(0.9);
    expect(figures.macroF1).toBeCloseTo((16 / 17 + 2 / 3) / 2);
    expect(figuresOf([])).toEqual({ accuracy: 0, macroF1: 0, count: 0 });
  });

  it('do not count a label that is nowhere true as one to find', () => {
    expect(
      figuresOf([
        { truth: 'a', given: 'c' },
        { truth: 'a', given: 'a' },
      ]).macroF1,
    ).toBeCloseTo(2 / 3);
  });
});
