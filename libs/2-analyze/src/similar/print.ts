import { isKnown, salience } from '../text/salience.js';
import type { Token } from '../text/segment.js';
import { shinglesOf, type Shingles } from './shingles.js';
import { isTurn, weigh } from './weights.js';
import { wordingOf } from './wording.js';

/** Characters of a text that it is compared by: more does not make it another matter. */
export const COMPARED_CHARS = 2_000;
/** How many numbers of each sort, and how many words, a text is looked up by. */
export const SINGLES = 6;
export const PAIRS = 6;
export const WORDS = 6;

/**
 * By what a text is looked up: two texts that share a part `j` of their pieces (Jaccard) have the same number at a place of
 * `singles` with probability `j` and at a place of `pairs` with `j²`. Singles find what is barely alike, pairs are so rare
 * among others that they find a copy among a million; words find the text by a part of it.
 */
export interface Print {
  /** 32-bit; {@link SINGLES} of them. */
  readonly singles: readonly number[];
  /** 32-bit; {@link PAIRS} of them. */
  readonly pairs: readonly number[];
  /** The most telling ones, in matching form; {@link WORDS} at most. */
  readonly words: readonly string[];
}

const HASHES = 2 * PAIRS;
const SEEDS = Array.from({ length: HASHES }, (_, index) => Math.imul(index + 1, 0x9e3779b1));
/** Names are cut now here, now there, so a text is looked up by words of the dictionary first. */
const NAME = 5.5;
const MAX_WORD_CHARS = 20;

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}

/** The smallest of the pieces under each of {@link HASHES} orders of all pieces (MinHash, Broder 1997). */
function smallest(shingles: Shingles): Int32Array {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (const piece of shingles) {
    for (let index = 0; index < HASHES; index++) {
      const value = mixed(piece ^ SEEDS[index]!);
      if (value < least[index]!) least[index] = value;
    }
  }
  return least;
}

function rank(token: Token): number {
  if (!token.han) return salience(token);
  return isKnown(token.word) ? salience(token) : NAME;
}

const isTelling = (token: Token): boolean =>
  weigh(token) > 0 &&
  !isTurn(token) &&
  token.word.length <= MAX_WORD_CHARS &&
  (token.han ? token.word.length > 1 : token.word.length > 2 && !/^\d+$/.test(token.word));

/** The words that tell most about a text, best first. */
export function tellingWords(tokens: readonly Token[]): string[] {
  const ranked = new Map(tokens.filter(isTelling).map((token) => [token.key, rank(token)]));
  return [...ranked]
    .sort((a, b) => b[1] - a[1])
    .slice(0, WORDS)
    .map(([word]) => word);
}

/** {@link Print} of pieces and words; `undefined` when there is nothing to look up by. */
export function printOf(shingles: Shingles, tokens: readonly Token[]): Print | undefined {
  if (shingles.size === 0) return undefined;
  const least = smallest(shingles);
  const pairs = Array.from({ length: PAIRS }, (_, index) => mixed(least[2 * index]! ^ mixed(least[2 * index + 1]!)));
  return { singles: [...least.subarray(0, SINGLES)], pairs, words: tellingWords(tokens) };
}

/** {@link printOf} of what a customer said, about 0.05 ms. Stable: the same words give the same print on any machine. */
export function fingerprint(words: { readonly subject?: string | null; readonly text: string }): Print | undefined {
  const { text, tokens } = wordingOf(matter(words));
  return printOf(shinglesOf(text), tokens);
}

/** What is compared of an item: the text, with the subject where the text says next to nothing ("as above"). */
export function matter({ subject, text }: { readonly subject?: string | null; readonly text: string }): string {
  const said = text.slice(0, COMPARED_CHARS);
  return subject && said.trim().length < SAYS_NOTHING ? `${subject} ${said}` : said;
}

const SAYS_NOTHING = 6;
