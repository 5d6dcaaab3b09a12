import { describe, expect, it } from '@jest/globals';
import { dictionaryOf, NO_WORDS, useDictionary } from '../dictionary/dictionary.js';
import { forMatching } from './normalise.js';
import { isStopWord, MAX_TOKENS, read } from './segment.js';
import { stem } from './stem.js';

const words = (text: string): string[] => read(forMatching(text)).tokens.map((token) => token.word);

describe('read', () => {
  it('keeps the words of the trade whole', () => {
    expect(words('我要携号转网，光猫亮红灯')).toEqual(expect.arrayContaining(['携号转网', '光猫']));
  });

  it('reads English inside Chinese', () => {
    expect(words('我的WiFi在iPhone上不行')).toEqual(expect.arrayContaining(['wifi', 'iphone']));
  });

  it('says where every word stands', () => {
    const { text, tokens } = read(forMatching('宽带断了 since Monday, 请修复'));
    for (const { word, start, end } of tokens) expect(text.slice(start, end)).toBe(word);
  });

  it('keeps contractions in English together', () => {
    expect(words("it doesn't work")).toEqual(['it', "doesn't", 'work']);
  });

  it('drops words of more than forty letters', () => {
    expect(words(`ok ${'QUJD'.repeat(50)} fine`)).toEqual(['ok', 'fine']);
  });

  it('looks at a limited number of tokens', () => {
    expect(read('ab '.repeat(5000)).tokens).toHaveLength(MAX_TOKENS);
  });

  it('keeps the words of an operator whole, and forgets them again', () => {
    expect(words('办理畅享芒芒卡业务')).not.toContain('畅享芒芒卡');
    const own = { kind: 'word', category: null } as const;
    useDictionary(
      dictionaryOf(
        [
          { word: '畅享芒芒卡', ...own },
          { word: 'two words', ...own },
        ],
        '1',
      ),
    );
    expect(words('辦理暢享芒芒卡業務')).toContain('畅享芒芒卡');
    useDictionary(NO_WORDS);
    expect(words('办理畅享芒芒卡业务')).not.toContain('畅享芒芒卡');
  });
});

describe('isStopWord', () => {
  it('knows the polite shell of a message', () => {
    const { tokens } = read('您好请问宽带');
    expect(tokens.filter((token) => !isStopWord(token)).map((token) => token.word)).toEqual(['宽带']);
  });
});

describe('stem', () => {
  it.each([
    [['charge', 'charges', 'charged', 'charging'], 'charg'],
    [['drop', 'drops', 'dropped', 'dropping'], 'drop'],
    [['company', 'companies'], 'compani'],
    [['bill', 'bills', 'billed', 'billing'], 'bill'],
  ])('brings %j together', (forms, expected) => {
    expect(forms.map(stem)).toEqual(forms.map(() => expected));
  });

  it.each(['bus', 'this', 'sim', 'sms', '4gs'])('leaves "%s" alone', (word) => {
    expect(stem(word)).toBe(word);
  });
});
