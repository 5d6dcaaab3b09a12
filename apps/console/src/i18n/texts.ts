import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from './figures';
import { i18n } from './i18n';

/** A text, or one for a single thing and one for several; `{{name}}` stands for a value, `{{n}}` for the count. */
type Text = string | { readonly one: string; readonly other: string };

/** What is put into a text. Numbers are written as the language writes them; `count` chooses between one and other. */
type Values = Readonly<Record<string, string | number>>;

/** Says a text of the screen in the language that is on. */
export type Say<K extends string> = (key: K, values?: Values) => string;

/**
 * Declares the texts of one screen, in both languages, and answers the hook that says them:
 *
 * ```ts
 * const useTexts = texts('queue', { zh: { empty: '没有待办' }, en: { empty: 'Nothing to do' } });
 * const t = useTexts();
 * ```
 *
 * A key that is in one language only does not compile.
 */
export function texts<K extends string>(
  namespace: string,
  words: { readonly zh: Readonly<Record<K, string>>; readonly en: Readonly<Record<NoInfer<K>, Text>> },
): () => Say<K> {
  i18n.addResourceBundle('zh', namespace, flat(words.zh), true, true);
  i18n.addResourceBundle('en', namespace, flat(words.en), true, true);
  return () => {
    const { t } = useTranslation(namespace, { i18n });
    return useCallback((key, values) => String(t(key as string, written(values ?? {}))), [t]);
  };
}

/** With the endings by which i18next tells one from other. */
function flat(words: Readonly<Record<string, Text>>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [key, text] of Object.entries(words)) {
    if (typeof text === 'string') all[key] = text;
    else Object.assign(all, { [`${key}_one`]: text.one, [`${key}_other`]: text.other });
  }
  return all;
}

function written(values: Values): Record<string, string | number> {
  const all: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) all[name] = typeof value === 'number' ? count(value) : value;
  if (typeof values['count'] === 'number') Object.assign(all, { count: values['count'], n: count(values['count']) });
  return all;
}
