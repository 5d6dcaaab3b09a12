import { forMatching } from './normalise.js';
import { read, type Reading } from './segment.js';
import { stem } from './stem.js';

/** Most search tokens that one text is given. */
export const MAX_SEARCH_TOKENS = 1_500;
/** Most tokens that one query asks for. */
const MAX_QUERY_TOKENS = 32;

/**
 * What a text can be found by: Chinese words and what is left of each behind its first, second, … character, so that
 * every part of a word is the beginning of a token; English stems, numbers. Without duplicates, in order of appearance.
 */
export function searchTokensOf(reading: Reading): string[] {
  const found = new Set<string>();
  for (const { key, han } of reading.tokens) {
    if (found.size >= MAX_SEARCH_TOKENS) break;
    found.add(key);
    if (han) addParts(found, key);
    else if (HAN_RUN.test(key)) for (const [part] of key.matchAll(RUNS)) addMixedPart(found, part);
  }
  return [...found].slice(0, MAX_SEARCH_TOKENS);
}

const HAN_RUN = /[\u3400-\u9fff]/;
const RUNS = /[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g;

function addParts(found: Set<string>, word: string): void {
  for (let i = 1; i < word.length; i++) found.add(word.slice(i));
}

/** A word like 5g畅享卡 is whole only where an operator's dictionary is known; others ask for its parts. */
function addMixedPart(found: Set<string>, part: string): void {
  const han = HAN_RUN.test(part);
  found.add(han ? part : stem(part));
  if (han) addParts(found, part);
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
 * The tokens that a text must all have to be found by a query (join them with `&`); of a Chinese token, one that begins
 * with it ({@link isBeginning}). Two-character Chinese words, single
 * characters, English words in any of their forms, traditional characters. Empty when there is nothing to search by.
 */
export function queryTokens(query: string): string[] {
  const found = new Set<string>();
  for (const { key, han } of read(forMatching(query.slice(0, 200))).tokens) {
    for (const part of han && key.length > 2 ? coveringPairs(key) : [key]) found.add(part);
  }
  return [...found].slice(0, MAX_QUERY_TOKENS);
}

/** True for a token of a query that is looked for as the beginning of a text's tokens: a Chinese one. */
export function isBeginning(token: string): boolean {
  return HAN_RUN.test(token);
}
