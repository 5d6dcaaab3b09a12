import type { Language } from '@huiyin/org';

/** The language that a request asks for: Chinese when it says so first, English for everything else. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh' : 'en';
}
