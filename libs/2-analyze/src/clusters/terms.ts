import { isKnown, salience } from '../text/salience.js';
import { isHan, type Reading, type Token } from '../text/segment.js';

/** What a text is compared by: term → weight, of length 1 as a vector. Terms are words, and in short Chinese texts single characters. */
export type Terms = ReadonlyMap<string, number>;

/** Most terms that a text is compared by: the heaviest; a long letter is compared by what it is about. */
export const MAX_TERMS = 40;
/** Chinese texts up to this many characters have too few words to meet by, so their characters count as well. */
const SHORT_CHARS = 40;
/** A character beside a word: enough to bring 退款 and 退钱 together, not enough to carry a match alone. */
const CHARACTER_WEIGHT = 0.35;
const SUBJECT_FACTOR = 1.8;
/** Words after this many say more and more about the circumstances. */
const HALF_WAY = 120;

/** Marks a single character so that it is never taken for a word. */
const CHARACTER = '·';

function add(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, (weights.get(term) ?? 0) + weight);
}

/** Squared, as cosine over rarities wants it: a name weighs ten times an everyday word. */
function weightOf(token: Token): number {
  const worth = salience(token) / 10;
  return worth * worth;
}

/** A long word that nobody knows is a name, and names are cut now here, now there (区丽发|新城): its pairs meet all the same. */
function addWord(weights: Map<string, number>, token: Token, weight: number): void {
  const { key } = token;
  if (!token.han || key.length < 3 || isKnown(key)) return add(weights, key, weight);
  add(weights, key, weight * 0.5);
  for (let i = 0; i + 2 <= key.length; i++) add(weights, key.slice(i, i + 2), weight * 0.6);
}

/** The vector of length 1 that points the same way; numbers are rounded so that stores and reads agree. */
export function normalised(weights: Iterable<readonly [string, number]>, limit: number): Map<string, number> {
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0));
  if (length === 0) return new Map();
  return new Map(heaviest.map(([term, weight]) => [term, Math.round((weight / length) * 1e4) / 1e4]));
}

/**
 * The terms of a text with their weights. Pure and stable: the same words give the same terms on any machine, on any
 * day, so they may be stored. Empty for a text that has only function words.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one; its words count more
 */
export function termsOf(reading: Reading, subjectEnd = 0): Terms {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  const short = reading.text.length <= SHORT_CHARS;
  let place = 0;
  for (const token of reading.tokens) {
    const worth = weightOf(token);
    if (worth === 0) continue;
    const count = (counts.get(token.key) ?? 0) + 1;
    counts.set(token.key, count);
    const where = token.start < subjectEnd ? SUBJECT_FACTOR : HALF_WAY / (HALF_WAY + place++);
    if (!token.han || token.word.length > 1) addWord(weights, token, (worth * where) / count);
    if (!short || !isHan(token.key)) continue;
    for (const character of token.key) add(weights, CHARACTER + character, worth * where * CHARACTER_WEIGHT);
  }
  return normalised(weights, MAX_TERMS);
}
