import { afterEach, describe, expect, it } from '@jest/globals';
import { analyzeText } from '../analyze.js';
import { dictionaryOf, NO_WORDS, useDictionary, type DictionaryEntry } from './dictionary.js';

const use = (...entries: DictionaryEntry[]): void => useDictionary(dictionaryOf(entries, JSON.stringify(entries)));

afterEach(() => useDictionary(NO_WORDS));

describe("an operator's own words", () => {
  it('are kept whole, also where letters and characters meet', () => {
    use({ word: '5G暢享卡', kind: 'word', category: null });
    expect(analyzeText({ text: '请问5G畅享卡怎么办理' }).keywords).toContain('5g畅享卡');
  });

  it('can still be found by their parts', () => {
    use({ word: '5G畅享卡', kind: 'word', category: null });
    expect(analyzeText({ text: '请问5G畅享卡怎么办理' }).search.split(' ')).toEqual(
      expect.arrayContaining(['5g畅享卡', '5g', '畅享卡']),
    );
  });

  it('speak for a category when they are cues, also of two English words, and say so', () => {
    use(
      { word: '畅享芒芒卡', kind: 'cue', category: 'packages.info' },
      { word: 'mango card', kind: 'cue', category: 'packages.info' },
    );
    for (const text of ['关于畅享芒芒卡', 'about my Mango Cards']) {
      const { category, because } = analyzeText({ text });
      expect({ category, because: because.category.length }).toEqual({ category: 'packages.info', because: 1 });
    }
  });

  it('make a long text one about the trade when they are cues', () => {
    use({ word: '芒芒卡', kind: 'cue', category: 'packages.info' });
    const text = `我昨天去了公园，看了很多花，又去吃了饭，${'天气很好，人也很多，'.repeat(8)}后来想起芒芒卡的事情。`;
    expect(analyzeText({ text }).category).toBe('packages.info');
  });

  it('are left out of the keywords when they are stop words', () => {
    expect(analyzeText({ text: '机顶盒坏了' }).keywords).toContain('机顶盒');
    use({ word: '机顶盒', kind: 'stop', category: null });
    expect(analyzeText({ text: '机顶盒坏了' }).keywords).not.toContain('机顶盒');
  });
});
