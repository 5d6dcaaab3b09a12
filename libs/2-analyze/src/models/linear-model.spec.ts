import { describe, expect, it } from '@jest/globals';
import { readWords } from '../analyze.js';
import { fit, LEAST_PER_LABEL, type Example } from './fit.js';
import { gramsOf, MAX_READ } from './grams.js';
import { isLabel, judge, judgeByModels, type Judgement, type LinearModel } from './linear-model.js';
import { pack, unpack } from './pack.js';

const PLACES = ['东城', '西城', '南山', '北京', '上海', '广州', '成都', '重庆', '武汉', '西安'];
const SAYINGS = {
  'broadband.fault.down': ['宽带断网了', '家里上不了网', '光猫亮红灯'],
  'fees.bill': ['账单看不懂', '想查上个月的账单', '账单明细不对'],
  'shops.visit': ['营业厅排队太久', '营业厅只开了一个窗口', 'the shop was closed'],
};

const example = (text: string, label: string): Example => {
  const { reading, subjectEnd } = readWords({ text });
  return { grams: gramsOf(reading, subjectEnd), label };
};

const EXAMPLES = Object.entries(SAYINGS).flatMap(([label, sayings]) =>
  sayings.flatMap((saying) => PLACES.map((place) => example(`${place}${saying}`, label))),
);

const MODEL = fit(EXAMPLES, 'category-1')!;

function ask(model: LinearModel, text: string, allowed?: (label: string) => boolean): Judgement | undefined {
  const { reading, subjectEnd } = readWords({ text });
  return judge(model, reading, gramsOf(reading, subjectEnd), allowed);
}

describe('a linear model', () => {
  it('tells texts apart that it has not seen, and shows the words that led to it', () => {
    expect(ask(MODEL, '深圳的营业厅排队要两小时')).toMatchObject({
      label: 'shops.visit',
      because: expect.arrayContaining(['营业厅', '排队']),
      model: 'category-1',
    });
    const bill = ask(MODEL, '这个账单有问题')!;
    expect(bill.label).toBe('fees.bill');
    expect(bill.because[0]).toBe('账单');
    expect(bill.score).toBeGreaterThan(0.4);
  });

  it('is the same for the same examples, and the same from the store', () => {
    const bytes = pack(MODEL);
    expect(pack(fit(EXAMPLES, 'category-1')!).equals(bytes)).toBe(true);
    expect(unpack(bytes)).toEqual(MODEL);
    expect(unpack(new Uint8Array(bytes))).toEqual(MODEL);
    expect(structuredClone(MODEL)).toEqual(MODEL);
    expect(bytes.length).toBeLessThan(20_000);
    expect(() => unpack(Buffer.of(9, 9, 9))).toThrow(/train again/);
  });

  it('gives only labels that still exist', () => {
    const text = '营业厅排队';
    expect(ask(MODEL, text, (label) => label !== 'shops.visit')!.label).not.toBe('shops.visit');
    expect(ask(MODEL, text, () => false)).toBeUndefined();
    expect(isLabel('category', 'fees.bill')).toBe(true);
    expect(isLabel('category', 'fees.bygone')).toBe(false);
    expect(isLabel('kind', 'rant')).toBe(false);
  });

  it('says nothing about a text of which it knows no word', () => {
    expect(ask(MODEL, 'zzzz qqqq')).toBeUndefined();
    expect(ask(MODEL, '')).toBeUndefined();
    expect(ask(MODEL, '👍👍👍')).toBeUndefined();
  });

  it('needs two labels with some examples; a rare label is none of the others', () => {
    expect(fit([], 'x-1')).toBeUndefined();
    expect(fit(EXAMPLES.slice(0, 30), 'x-1')).toBeUndefined();
    const rare = Array.from({ length: LEAST_PER_LABEL - 1 }, () => example('垃圾短信太多', 'spam.calls'));
    expect(fit([...EXAMPLES, ...rare], 'x-1')!.labels).toEqual(Object.keys(SAYINGS));
  });

  it('lets what weighs less count for less', () => {
    const contrary = EXAMPLES.slice(0, 60).map((each, i) => ({ ...each, label: i < 30 ? 'fees.bill' : 'shops.visit' }));
    const weighed = fit([...EXAMPLES, ...contrary.map((each) => ({ ...each, weight: 0.05 }))], 'x-1')!;
    expect(ask(weighed, '深圳宽带断网了')!.label).toBe('broadband.fault.down');
  });

  it('looks at no more than the beginning of a wall of text', () => {
    const { reading } = readWords({ text: '宽带断网投诉abc '.repeat(1_000) });
    const { places } = gramsOf(reading);
    const starts = places.filter((_, i) => i % 3 === 1);
    expect(Math.max(...starts)).toBeLessThan(MAX_READ);
  });

  it('is asked for every field that has one, and only for those', () => {
    const { reading, subjectEnd } = readWords({ subject: '营业厅', text: '排队' });
    expect(judgeByModels(reading, subjectEnd, {})).toEqual({});
    const said = judgeByModels(reading, subjectEnd, { category: MODEL, kind: MODEL });
    expect(said.category).toMatchObject({ label: 'shops.visit' });
    expect(said.kind).toBeUndefined();
  });
});

describe('the n-grams of a text', () => {
  it('are the same whatever was read before', () => {
    const { reading, subjectEnd } = readWords({ subject: '断网', text: '宽带断网 again and again' });
    const first = gramsOf(reading, subjectEnd);
    gramsOf(readWords({ text: '完全不同的另一段话，而且很长很长' }).reading);
    expect(gramsOf(reading, subjectEnd)).toEqual(first);
    expect(new Set(first.hashes).size).toBe(first.hashes.length);
    expect(first.hashes).not.toContain(0);
  });
});
