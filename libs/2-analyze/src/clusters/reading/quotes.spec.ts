import { describe, expect, it } from '@jest/globals';
import { quotesOf, type QuoteCandidate } from './quotes.js';

const said = (text: string, more: Partial<QuoteCandidate> = {}): QuoteCandidate => {
  return { feedbackId: text.slice(0, 8), customerId: null, text, known: [], ...more };
};
const texts = (...candidates: QuoteCandidate[]) => quotesOf(candidates).map(({ text }) => text);

describe('quotes', () => {
  it('are whole sentences, as they were written', () => {
    const long = `我家在滨江，从上周开始手机一点信号都没有！打了三次热线都没人管，${'真的很急，'.repeat(30)}请尽快处理。`;
    expect(texts(said(long))).toEqual(['我家在滨江，从上周开始手机一点信号都没有！']);
    expect(texts(said('No signal at home since Monday. I called twice, and nobody came.'))).toEqual([
      'No signal at home since Monday. I called twice, and nobody came.',
    ]);
  });

  it('are cut where the first sentence has no end', () => {
    const [quote = ''] = texts(said('信号不好'.repeat(100)));
    expect(quote.length).toBeLessThanOrEqual(91);
    expect(quote).toMatch(/…$/);
    const [english = ''] = texts(said('the signal is bad and '.repeat(100)));
    expect(english).toMatch(/\w…$/);
    expect(english.length).toBeLessThanOrEqual(241);
  });

  it('do not say who it was', () => {
    const text = '我叫王小明，号码13812345678没有信号，请联系我。';
    const [quote = ''] = texts(said(text, { known: ['王小明'] }));
    expect(quote).not.toContain('王小明');
    expect(quote).not.toContain('13812345678');
    expect(quote).toContain('没有信号');
  });

  it('do not say the same twice, are of different customers, and are five at most', () => {
    const others = [
      '宽带断了三天没人修',
      '套餐费多扣了二十元',
      '营业厅排队两个小时',
      '短信验证码收不到呀',
      '合约到期不能取消的',
      '流量用得莫名其妙快',
    ];
    expect(texts(said('小区里面信号很差'), said('小区里面信号很差！'), said('小区里信号很差'))).toHaveLength(1);
    expect(texts(said(others[0]!, { customerId: 'a' }), said(others[1]!, { customerId: 'a' }))).toHaveLength(1);
    expect(texts(...others.map((text) => said(text)))).toEqual(others.slice(0, 5));
  });

  it('leave out what says nothing', () => {
    expect(texts(said(''), said('。。。'), said('13812345678'))).toEqual([]);
  });
});
