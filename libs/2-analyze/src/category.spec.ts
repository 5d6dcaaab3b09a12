import { describe, expect, it } from '@jest/globals';
import { guessCategory } from './category.js';
import { CATEGORY_CUES, categoryNode, OTHER, TAXONOMY } from './data/taxonomy.js';
import { forMatching } from './text/normalise.js';
import { read } from './text/segment.js';

const of = (text: string): string => guessCategory(read(forMatching(text))).code;

describe('guessCategory', () => {
  it.each([
    ['地下车库完全没信号', 'network.coverage.indoor'],
    ['村里没有信号，能不能建个基站', 'network.coverage'],
    ['打电话老是听不清，经常掉话', 'network.voice.quality'],
    ['宽带断网，光猫亮红灯', 'broadband.fault.down'],
    ['500兆宽带网速只有80兆', 'broadband.fault.slow'],
    ['无缘无故乱扣费', 'fees.charge.unknown'],
    ['充值100元一直没到账', 'fees.pay.topup'],
    ['想换套餐，客服说不能降档', 'packages.change.blocked'],
    ['没经过我同意就私自开通了会员', 'packages.marketing.unasked'],
    ['我要携号转网，营业员不让转', 'portability.transfer.blocked'],
    ['天天接到骚扰电话', 'spam.calls.harass'],
    ['客服态度恶劣，还挂我电话', 'service.attitude.rude'],
    ['手机卡丢了怎么补卡', 'accounts.sim.replace'],
    ['营业厅排队两个小时', 'shops.visit.queue'],
    ['網路訊號不好', 'network.quality.signal'],
    ['No signal in the basement of my building', 'network.coverage.indoor'],
    ['I was charged twice this month', 'fees.charge.double'],
    ['My broadband is down again', 'broadband.fault.down'],
    ['I want to port my number to you', 'portability.transfer.blocked'],
    ['stop calling me with sales calls', 'spam.calls.harass'],
  ])('puts "%s" into %s', (text, code) => {
    expect(of(text).startsWith(code)).toBe(true);
  });

  it.each(['今天天气真好', 'What a lovely day', '👍👍', '', '不满意'])('puts "%s" nowhere', (text) => {
    expect(of(text)).toBe(OTHER);
  });

  it('leaves a long text of another trade alone, whatever stray words are in it', () => {
    const text = `小区物业费年年上涨，发票也不给开，${'楼道灯坏了没有人来换，垃圾堆在门口，'.repeat(6)}业主要求退款，物业态度恶劣，合同到期也不走。`;
    expect(of(text)).toBe(OTHER);
  });

  it('names the words that led to it, and is surer the clearer they are', () => {
    const clear = guessCategory(read('天天接到骚扰电话'));
    expect(clear.because).toEqual(['骚扰电话']);
    expect(clear.score).toBeGreaterThan(guessCategory(read('骚扰电话,乱扣费,断网')).score);
  });
});

describe('the taxonomy', () => {
  it('has every code once, and every parent of a code', () => {
    const codes = TAXONOMY.map((node) => node.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      const parent = code.split('.').slice(0, -1).join('.');
      if (parent) expect(codes).toContain(parent);
    }
  });

  it('names every category in both languages', () => {
    for (const { zh, en } of TAXONOMY) expect([/[\u4e00-\u9fff]/.test(zh), /[A-Za-z]/.test(en)]).toEqual([true, true]);
  });

  it('has cues in both languages for nearly every leaf', () => {
    const codes = new Set(CATEGORY_CUES.map(([, { code }]) => code));
    const missing = [...codes].filter((code) => {
      const cues = CATEGORY_CUES.filter(([, value]) => value.code === code).map(([word]) => word);
      return !cues.some((word) => /[\u4e00-\u9fff]/.test(word)) || !cues.some((word) => /^[a-z0-9' -]+$/.test(word));
    });
    expect(missing).toEqual([]);
  });

  it('finds a category by its code', () => {
    expect(categoryNode('network.coverage.indoor')?.zh).toBe('室内覆盖');
    expect(categoryNode('no.such.thing')).toBeUndefined();
  });
});
