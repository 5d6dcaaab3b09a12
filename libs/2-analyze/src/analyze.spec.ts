import { describe, expect, it } from '@jest/globals';
import { analyzeText, understand } from './analyze.js';

describe('analyzeText', () => {
  it('says everything about an ordinary complaint', () => {
    const analysis = analyzeText({
      subject: '宽带断网',
      text: '家里宽带断网三天了，打了好几次客服电话都没人来修，请尽快处理！',
    });
    expect(analysis).toMatchObject({
      analysable: true,
      language: 'zh',
      kind: 'fault',
      kindSource: 'analysis',
      category: 'broadband.fault.down',
      sentiment: { label: 'negative' },
      urgency: 2,
    });
    expect(analysis.keywords).toContain('断网');
    expect(analysis.search.split(' ')).toEqual(expect.arrayContaining(['宽带', '断网', '客服']));
    expect(analysis.because.category).toContain('宽带断网');
  });

  it('believes the sender about the kind', () => {
    expect(analyzeText({ text: '建议增加夜间模式', declaredKind: 'complaint' })).toMatchObject({
      kind: 'complaint',
      kindSource: 'declared',
      kindScore: 1,
    });
  });

  it('counts a subject that the text repeats once', () => {
    const text = '乱扣费，请退款';
    expect(analyzeText({ subject: text, text }).search).toEqual(analyzeText({ text }).search);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '😀😡👍'],
    ['punctuation', '？？！！……'],
    ['digits', '1234567890'],
    ['base64', Buffer.from('x'.repeat(300)).toString('base64')],
    ['lone surrogates', '\ud800\ud800'],
    ['a tag and no text', '<div><br/></div>'],
  ])('calls %s not analysable and gives a full answer all the same', (_, text) => {
    const { analysis, features } = understand({ text });
    expect(analysis).toMatchObject({ analysable: false, kind: 'enquiry', category: 'general.other', urgency: 0 });
    expect(analysis.sentiment).toEqual({ label: 'neutral', score: 0 });
    expect(features.length).toBe(0);
  });

  it('analyses one character', () => {
    expect(analyzeText({ text: '慢' })).toMatchObject({ analysable: true, language: 'zh' });
  });

  const walls: readonly (readonly [string, string])[] = [
    ['one Chinese character', '哈'.repeat(10_000)],
    ['one letter', 'a'.repeat(10_000)],
    ['one word', '不好'.repeat(5_000)],
    ['negations', 'not '.repeat(2_500)],
    ['tags', '<div class="x">'.repeat(660)],
    ['open brackets', '<a'.repeat(5_000)],
    ['ampersands', '&#'.repeat(5_000)],
    ['apostrophes', "a'".repeat(5_000)],
    ['emoji', '😀'.repeat(5_000)],
    ['Zalgo', `z${'\u0300\u0316\u0321'.repeat(20)} `.repeat(160)],
    ['ligatures', 'ﷺ'.repeat(10_000)],
    ['traditional characters', '網路訊號'.repeat(2_500)],
    ['cue words', '乱扣费信号差'.repeat(1_600)],
    ['question marks', '?'.repeat(10_000)],
    ['dots and spaces', '. '.repeat(5_000)],
    ['piled accents in the wrong order', '\u0323\u0300\u0345'.repeat(3_333)],
    ['directions', '\u202e\u200f断网\u202c'.repeat(2_000)],
    ['NUL', 'a\0'.repeat(5_000)],
    ['halves of characters', '\udc00\ud800断'.repeat(3_333)],
    ['base64', Buffer.from('信号'.repeat(1_250)).toString('base64')],
    ['base64 with spaces', `${Buffer.from('x'.repeat(57)).toString('base64')} `.repeat(130)],
    ['a page', '<html><body><p style="color:red">断网&nbsp;了</p><script>alert(1)</script></body></html>'.repeat(110)],
    ['scripts side by side', '断网 down сеть الشبكة ネット 인터넷 เน็ต '.repeat(300)],
    ['a bomb for (a+)+$', `${'a'.repeat(9_990)}!`],
    ['a bomb for an address', 'a@'.repeat(5_000)],
    ['nearly a deadline', '99 个工作'.repeat(1_600)],
    ['nearly a deadline in English', 'within the next 99 business '.repeat(350)],
    ['signs without words between cues', `断网${'，'.repeat(500)}`.repeat(19)],
    ['joined emoji', '👨‍👩‍👧‍👦'.repeat(900)],
    ['Korean in pieces', '\u1100\u1161\u11a8'.repeat(3_333)],
    ['code', 'for(let i=0;i<n;i++){a[i]+=b[i];}'.repeat(300)],
  ];

  it.each(walls)('gets through a wall of %s in a fraction of a second', (_, text) => {
    analyzeText({ text: '热身' });
    const before = performance.now();
    analyzeText({ subject: text, text: `${text} end` });
    expect(performance.now() - before).toBeLessThan(500);
  });
});
