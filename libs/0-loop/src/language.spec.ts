import { describe, expect, it } from '@jest/globals';
import { customerLanguage } from './language.js';

describe('the language in which customers are written to', () => {
  it('is Chinese unless their own words are in another language that is known', () => {
    const languages = [null, 'zh', 'mixed', 'other:und', 'en', 'other:vi'];
    expect(languages.map(customerLanguage)).toEqual(['zh', 'zh', 'zh', 'zh', 'en', 'en']);
  });
});
