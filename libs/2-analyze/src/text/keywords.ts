import { salience } from './salience.js';
import type { Reading, Token } from './segment.js';

/** Longer words tell more: 收费 before 费, 携号转网 before 转网. */
function lengthFactor(word: string, han: boolean): number {
  if (han) return word.length === 1 ? 0 : word.length === 2 ? 1 : 1.25;
  return word.length <= 2 ? 0.6 : 1;
}

/** Digits only, or an identifier: a phone number is nobody's keyword; 5g and 5g畅享卡 are. */
const isNumber = (word: string): boolean =>
  /^\d/.test(word) && !/^\d{1,3}(?:[a-z]{1,3}|[a-z]{0,3}[\u3400-\u9fff]+)$/.test(word);

function worthOf(token: Token): number {
  if (!token.han && isNumber(token.word)) return 0;
  const factor = lengthFactor(token.word, token.han);
  return factor === 0 ? 0 : factor * salience(token);
}

/**
 * The words that tell best what a text is about, best first, in matching form (simplified, lower case): how often they
 * occur (damped), how rare they are in general, how long they are. No corpus needed.
 */
export function keywords(reading: Reading, limit = 8): string[] {
  const found = new Map<string, { word: string; count: number; worth: number }>();
  let place = 0;
  for (const token of reading.tokens) {
    place++;
    const seen = found.get(token.key);
    if (seen) seen.count++;
    else found.set(token.key, { word: token.word, count: 1, worth: worthOf(token) * (1 + 20 / (20 + place)) });
  }
  const scored: { word: string; score: number }[] = [];
  for (const { word, count, worth } of found.values()) {
    if (worth > 0) scored.push({ word, score: worth * (1 + Math.log(count)) });
  }
  scored.sort((a, b) => b.score - a.score); // a stable sort: equals stay in order of appearance
  return scored.slice(0, limit).map(({ word }) => word);
}
