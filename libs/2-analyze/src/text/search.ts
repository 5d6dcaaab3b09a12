import { forMatching } from './normalise.js';
import { read, type Reading } from './segment.js';

/** Most search tokens that one text is given. */
export const MAX_SEARCH_TOKENS = 1_500;
/** Most tokens that one query asks for. */
const MAX_QUERY_TOKENS = 32;

/**
 * What a text can be found by, for `array_to_tsvector`: Chinese words, the pairs of characters inside longer words,
 * every single Chinese character, English stems, numbers. Without duplicates, in order of appearance.
 */
export function searchTokensOf(reading: Reading): string[] {
  const found = new Set<string>();
  for (const { key, han } of reading.tokens) {
    if (found.size >= MAX_SEARCH_TOKENS) break;
    found.add(key);
    if (!han) continue;
    for (const character of key) found.add(character);
    if (key.length > 2) for (let i = 0; i + 2 <= key.length; i++) found.add(key.slice(i, i + 2));
  }
  return [...found].slice(0, MAX_SEARCH_TOKENS);
}

/** {@link searchTokensOf} from the raw words of an item. */
export function searchTokens(text: string): string[] {
  return searchTokensOf(read(forMatching(text)));
}

/** A longer word is asked for by pairs that cover it, so it is found where the text's cut fell elsewhere: 营业厅 → 营业, 厅. */
function coveringPairs(word: string): string[] {
  const parts: string[] = [];
  for (let i = 0; i < word.length; i += 2) parts.push(word.slice(i, i + 2));
  return parts;
}

/**
 * The tokens that a text must all have to be found by a query (join them with `&`). Two-character Chinese words, single
 * characters, English words in any of their forms, traditional characters. Empty when there is nothing to search by.
 */
export function queryTokens(query: string): string[] {
  const found = new Set<string>();
  for (const { key, han } of read(forMatching(query.slice(0, 200))).tokens) {
    for (const part of han && key.length > 2 ? coveringPairs(key) : [key]) found.add(part);
  }
  return [...found].slice(0, MAX_QUERY_TOKENS);
}
