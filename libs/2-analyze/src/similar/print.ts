import { isKnown, salience } from '../text/salience.js';
import { forMatching } from '../text/normalise.js';
import { read, type Reading, type Token } from '../text/segment.js';
import { shinglesOf, type Shingles } from './shingles.js';
import { isTurn, weigh } from './weights.js';
import { bareOf } from './wording.js';

/** Characters of a text that it is compared by: more does not make it another matter. */
export const COMPARED_CHARS = 2_000;
/** How many numbers of each sort, and how many words, a text is looked up by. */
export const SINGLES = 4;
export const PAIRS = 6;
export const WORDS = 4;

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

/** The cheap questions first: it is asked of every word of every text. */
const isTelling = (token: Token): boolean =>
  token.word.length > (token.han ? 1 : 2) &&
  token.word.length <= MAX_WORD_CHARS &&
  salience(token) > 0 &&
  (token.han || !/^\d+$/.test(token.word)) &&
  weigh(token) > 0 &&
  !isTurn(token);

/** The words that tell most about a text, best first. */
export function tellingWords(tokens: readonly Token[]): string[] {
  const ranked = new Map<string, number>();
  for (const token of tokens) if (!ranked.has(token.key) && isTelling(token)) ranked.set(token.key, rank(token));
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

/**
 * {@link printOf} of a text that has been read already. Stable: the same words give the same print on any machine.
 * @param from where the part that is compared begins in `reading.text`: a subject before it is left out
 */
export function printOfReading({ text, tokens }: Reading, from = 0): Print | undefined {
  const to = from + COMPARED_CHARS;
  const compared = from === 0 && to >= text.length ? tokens : tokens.filter(({ start }) => start >= from && start < to);
  return printOf(shinglesOf(bareOf(text.slice(from, to))), compared);
}

/** {@link printOfReading} of what a customer said. */
export function fingerprint(words: { readonly subject?: string | null; readonly text: string }): Print | undefined {
  return printOfReading(read(forMatching(matter(words))));
}

/** True for a text that says next to nothing ("as above"), so that its subject is what is compared. */
export function saysNothing(text: string): boolean {
  return text.trim().length < SAYS_NOTHING;
}

/** What is compared of an item: the text, with the subject where the text says next to nothing ("as above"). */
export function matter({ subject, text }: { readonly subject?: string | null; readonly text: string }): string {
  const said = text.slice(0, COMPARED_CHARS);
  return subject && saysNothing(said) ? `${subject} ${said}` : said;
}

const SAYS_NOTHING = 6;
