/** The languages in which customers are written to. */
export type CustomerLanguage = 'zh' | 'en';

/**
 * The language in which to write to a customer: Chinese, unless their own words are in another language that is known.
 * @param language of the words, as the analysis names it: `zh`, `en`, `mixed`, `other:<iso>` (`other:und` when nobody can tell)
 */
export function customerLanguage(language: string | null): CustomerLanguage {
  return language === null || ['zh', 'mixed', 'other:und'].includes(language) ? 'zh' : 'en';
}
