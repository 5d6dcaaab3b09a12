import { ENGLISH_COMMON, ENGLISH_STOP } from '../data/stop-words.js';
import { isKnown } from '../text/salience.js';
import { isHan, type Token } from '../text/segment.js';
import { editsBetween, type Edit } from './edits.js';
import { jaccard, type Shingles } from './shingles.js';
import { isTurn, meaningOf, weigh, weightOf } from './weights.js';
import type { Wording } from './wording.js';

/** A text made ready to be held against others. */
export interface Compared extends Wording {
  readonly shingles: Shingles;
}

/** Of all that two texts say, the part in which near-duplicates may differ. */
const TOLERANCE = 0.12;
/** The same where every word stands where it stood. */
const CHANGED = 0.2;
/** Pieces that texts must share that are too long to be compared letter by letter. */
const LONG_ALIKE = 0.75;
/** Pieces that texts in other order must share at least. */
const SAME_PIECES = 0.5;
/** Chinese characters for each further slip of the finger; a text of fewer than {@link TOO_SHORT} may have none. */
const CHARACTERS_A_SLIP = 12;
const TOO_SHORT = 4;
/** What a letter is worth in Chinese characters. */
const LETTER = 0.4;
/** Characters in a row that one slip spoils at most; more of them are other words. */
const LONGEST_SLIP = 2;
/** A shorter English word is mostly another word with a letter changed; a longer one hardly ever, with two from twice the length. */
const LONG_WORD = 4;
/** Part of their pieces that two texts must share to be near, however they are put. */
export const ANY_CHANCE = 0.3;

function slipsAllowed(text: string): number {
  let characters = 0;
  for (let i = 0; i < text.length; i++) characters += isHan(text, i) ? 1 : LETTER;
  return characters < TOO_SHORT ? 0 : 1 + Math.floor(characters / CHARACTERS_A_SLIP);
}

/** The tokens that a stretch of text touches; of an empty one, the token around it. */
function touched({ tokens }: Wording, from: number, to: number): Token[] {
  return tokens.filter(({ start, end }) => (from === to ? start < from && end > to : start < to && end > from));
}

/** What one place of difference is: a slip of the finger, or the weight of words that became others, came or went. */
interface Judged {
  readonly slips: number;
  readonly change: number;
}

/** How far the words that an edit touches reach beyond it, to the left and to the right. */
function reach(tokens: readonly Token[], from: number, to: number): [number, number] {
  return [from - Math.min(from, tokens[0]?.start ?? from), Math.max(to, tokens.at(-1)?.end ?? to) - to];
}

/**
 * A place where two texts differ is a slip of the finger when the words around it no longer begin and end at the same
 * places (宽带|断网 and 宽|代|断网) or make no word any more; where they do (借款, 还款), one word stands for another, and
 * that changes what is said.
 */
function judge(a: Wording, b: Wording, { aFrom, aTo, bFrom, bTo }: Edit): Judged {
  const [ta, tb] = [touched(a, aFrom, aTo), touched(b, bFrom, bTo)];
  const slip = { slips: 1, change: 0 };
  const [before, after] = [a.text.slice(aFrom, aTo), b.text.slice(bFrom, bTo)];
  if (isSwap(before, after) || isDoubled(a.text, aFrom, aTo, after) || isDoubled(b.text, bFrom, bTo, before))
    return slip;
  const size = Math.max(before.length, after.length);
  const [one, other] = [ta[0], tb[0]];
  if (one && other && size <= LONGEST_SLIP && isMistyped(one, other, size)) return slip;
  const change = { slips: 0, change: Math.max(weightOf(ta), weightOf(tb)) };
  if (differentTurns(ta, tb)) return change;
  const [reachA, reachB] = [reach(ta, aFrom, aTo), reach(tb, bFrom, bTo)];
  const cut = reachA[0] !== reachB[0] || reachA[1] !== reachB[1];
  return cut && size <= LONGEST_SLIP ? { slips: size, change: 0 } : change;
}

/** Two neighbours that changed places. */
const isSwap = (a: string, b: string): boolean => a.length === 2 && a[0] === b[1] && a[1] === b[0];

/** A character typed twice; digits are another number. */
const isDoubled = (text: string, from: number, to: number, instead: string): boolean =>
  instead === '' &&
  to - from === 1 &&
  !/\d/.test(text[from] ?? '') &&
  (text[from] === text[from - 1] || text[from] === text[to]);

/** True when one of two words is the other one with a slip in it, as far as a list of words can tell. */
function isMistyped(one: Token, other: Token, size: number): boolean {
  if (one.han !== other.han) return false;
  if (one.han) return size === 1 && [one, other].some((token) => token.word.length > 1 && !isKnown(token.word));
  if (/\d/.test(one.word + other.word)) return false;
  const everyday = [one, other].filter(({ word }) => ENGLISH_COMMON.has(word) || ENGLISH_STOP.has(word)).length;
  return everyday === 1 || (everyday === 0 && Math.max(one.word.length, other.word.length) >= LONG_WORD * size);
}

function differentTurns(a: readonly Token[], b: readonly Token[]): boolean {
  const [turnsA, turnsB] = [a, b].map((tokens) => tokens.filter(isTurn).map(meaningOf).sort().join());
  return turnsA !== turnsB;
}

/** The same words but for slips, and hardly another word. */
function isMistypedCopy(a: Wording, b: Wording, likeness: number): boolean {
  const edits = editsBetween(a.text, b.text);
  if (!edits) return likeness >= LONG_ALIKE;
  let [slips, change] = [0, 0];
  for (const edit of edits) {
    const judged = judge(a, b, edit);
    slips += judged.slips;
    change += judged.change;
  }
  const said = Math.min(weightOf(a.tokens), weightOf(b.tokens));
  return slips <= Math.min(slipsAllowed(a.text), slipsAllowed(b.text)) && change <= CHANGED * said;
}

/** Weight of the words of `tokens` that the other side does not have, each as often as it does not have it. */
function missing(tokens: readonly Token[], others: readonly Token[]): number {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(meaningOf(other), (counts.get(meaningOf(other)) ?? 0) + 1);
  return tokens.reduce((sum, token) => {
    const count = counts.get(meaningOf(token)) ?? 0;
    counts.set(meaningOf(token), count - 1);
    return count > 0 ? sum : sum + weigh(token);
  }, 0);
}

/** The same words in whatever order, but for function words and hardly another word. */
function isReordered(a: Wording, b: Wording, tolerance: number): boolean {
  const more = Math.max(missing(a.tokens, b.tokens), missing(b.tokens, a.tokens));
  return more <= tolerance * Math.min(weightOf(a.tokens), weightOf(b.tokens));
}

/**
 * True when two texts say the same at high certainty: one is the other with slips of the finger, other courtesies, other
 * punctuation, or its words in another order. A "not" more, another question or another word in a short text, and it is
 * false: what differs in meaning is shown as similar, never taken for the same.
 */
export function isNear(a: Compared, b: Compared): boolean {
  if (a.text === b.text) return true;
  const likeness = jaccard(a.shingles, b.shingles);
  if (likeness < ANY_CHANCE) return false;
  return isReordered(a, b, likeness >= SAME_PIECES ? TOLERANCE : 0) || isMistypedCopy(a, b, likeness);
}
