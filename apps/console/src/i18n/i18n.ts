import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the console. */
export type Language = 'zh' | 'en';

const KEPT = 'huiyin.language';

/** Chosen before in this browser, or else what the browser asks for. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const i18n = i18next.createInstance();

// Everything is in the bundle, so nothing is waited for.
void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18n: 'languageChanged', bindI18nStore: 'added' },
});

/** The language of the screen now. */
export function language(): Language {
  return i18n.language === 'zh' ? 'zh' : 'en';
}

/** Changes the language of the screen, and keeps it in this browser. */
export function setLanguage(next: Language): void {
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  if (next !== language()) void i18n.changeLanguage(next);
}

setLanguage(language());
