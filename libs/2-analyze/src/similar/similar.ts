import { tidy } from '../text/normalise.js';
import { ANY_CHANCE, isNear, type Compared } from './likeness.js';
import { COMPARED_CHARS, matter, printOf, tellingWords, type Print } from './print.js';
import { jaccard, shared, shinglesOf, type Shingles } from './shingles.js';
import { isTurn, weightOf } from './weights.js';
import { bareText, wordingOf } from './wording.js';

/** What somebody looks for, made ready. */
export interface Sought extends Compared {
  readonly print: Print;
  /** Telling words to look up, and how the last one begins, which may not be written to its end. */
  readonly words: readonly string[];
  readonly begun: string | null;
}

/** What an item says, as far as it is compared. */
export interface Said {
  readonly subject: string | null;
  readonly text: string;
}

/** Less similar items are not shown. */
const LEAST_SIMILAR = 0.3;
/** An item that has all that was sought, and more, is not the same for that. */
const CONTAINED = 0.85;
/** Nor is one that has the telling words somewhere. */
const MENTIONED = 0.75;
/** What is near is at least so similar, whatever its pieces say. */
const NEAR = 0.9;
const EXCERPT_CHARS = 160;
/** A text of more pieces is found by its numbers: what has so little in common with it that it is not, is no better found by a word. */
const WRITTEN_OUT = 16;
/** Letters of a word from which it is looked up by its beginning. */
const BEGUN_LETTERS = 3;

/** Makes a text ready to be held against others. */
export function compared(text: string): Compared {
  const wording = wordingOf(text);
  return { ...wording, shingles: shinglesOf(wording.text) };
}

/** Makes ready what is sought; `undefined` when there is nothing to seek by. Half-written texts are welcome. */
export function sought(text: string): Sought | undefined {
  const ready = compared(text.slice(0, COMPARED_CHARS));
  const print = printOf(ready.shingles, ready.tokens);
  if (!print) return undefined;
  const last = ready.tokens.at(-1);
  const open = last && /[\p{L}\p{N}]$/u.test(text.trimEnd()) && (last.han || last.word.length >= BEGUN_LETTERS);
  if (ready.shingles.size > WRITTEN_OUT) return { ...ready, print, words: [], begun: null };
  return { ...ready, print, words: tellingWords(ready.tokens), begun: open ? last.word : null };
}

/** How similar an item is to what is sought, and whether it says the same at high certainty. */
export interface Likeness {
  /** 0 to 1. */
  readonly similarity: number;
  readonly near: boolean;
}

/** Part of what is sought, by the weight of its words, that a text says in the same words. */
function mentioned(wanted: Sought, bare: string): number {
  const telling = wanted.tokens.filter((token) => !isTurn(token));
  const all = weightOf(telling);
  return all === 0 ? 0 : weightOf(telling.filter(({ key }) => bare.includes(key))) / all;
}

interface Glance<T> {
  readonly item: T;
  readonly matter: string;
  readonly shingles: Shingles;
  readonly alike: number;
  readonly similarity: number;
}

function glance<T extends Said>(wanted: Sought, item: T): Glance<T> {
  const text = matter(item);
  const bare = bareText(text);
  const shingles = shinglesOf(bare);
  const alike = jaccard(wanted.shingles, shingles);
  const contained = shared(wanted.shingles, shingles) / wanted.shingles.size;
  const similarity = Math.max(alike, CONTAINED * contained, MENTIONED * mentioned(wanted, bare));
  return { item, matter: text, shingles, alike, similarity };
}

/** Holds items against what is sought; those that are worth showing, the most similar first. The `closely` most alike are read word by word: what is near is among them. */
export function mostSimilar<T extends Said>(wanted: Sought, items: readonly T[], closely: number): (T & Likeness)[] {
  const seen = items.map((item) => glance(wanted, item)).sort((a, b) => b.alike - a.alike);
  return seen
    .flatMap(({ item, matter: text, shingles, alike, similarity }, place) => {
      const near = place < closely && alike >= ANY_CHANCE && isNear(wanted, { ...wordingOf(text), shingles });
      if (!near && similarity < LEAST_SIMILAR) return [];
      return [{ ...item, near, similarity: near ? NEAR + (1 - NEAR) * alike : Math.min(similarity, NEAR) }];
    })
    .sort((a, b) => b.similarity - a.similarity);
}

/** The beginning of a text as people see it in a list. */
export function excerpt(text: string): string {
  const whole = [...tidy(text.slice(0, COMPARED_CHARS))];
  return whole.length <= EXCERPT_CHARS ? whole.join('') : `${whole.slice(0, EXCERPT_CHARS - 1).join('')}…`;
}

/** Loads what texts are made ready with (half a second), so that the first one does not wait for it. */
export function warmUpSimilar(): void {
  isSame('家裡的寬帶斷網了', 'My broadband is down');
}

/** True when two texts say the same at high certainty, as `near` of an item says it. */
export function isSame(one: string, other: string): boolean {
  return isNear(compared(one), compared(other));
}
