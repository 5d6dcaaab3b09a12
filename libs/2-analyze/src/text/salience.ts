import { idf } from '@node-rs/jieba/dict.js';
import { CHINESE_STOP, ENGLISH_COMMON } from '../data/stop-words.js';
import { TRADE_COMMON } from '../data/telecom-words.js';
import { dictionary } from '../dictionary/dictionary.js';
import { isStopWord, type Token } from './segment.js';

/** A word that a general Chinese corpus (jieba's own counts) does not know well enough to tell. */
const UNKNOWN = 11;
const TRADE = 5;
/** English has no such table here: everyday words low, others by length, as longer words are rarer. */
const ENGLISH_BASE = 5;

/** A stop word that the corpus does not know; the others have 0. */
const STOPPED = -1;

let worths: Map<string, number> | undefined;

/** What Chinese words are worth, in one table. Only words below {@link UNKNOWN} are kept, a quarter of them: the others all mean "rare". */
function loadWorths(): Map<string, number> {
  const table = new Map<string, number>();
  for (const line of new TextDecoder().decode(idf).split('\n')) {
    const space = line.lastIndexOf(' ');
    const value = Number(line.slice(space + 1));
    if (space > 0 && value < UNKNOWN - 0.5) table.set(line.slice(0, space), value);
  }
  for (const word of TRADE_COMMON) table.set(word, TRADE);
  for (const word of CHINESE_STOP) table.set(word, table.has(word) ? 0 : STOPPED);
  return table;
}

function latinSalience({ word }: Token): number {
  if (ENGLISH_COMMON.has(word)) return 2.5;
  if (/^\d+$/.test(word)) return word.length <= 4 ? 5 : 3;
  return Math.min(ENGLISH_BASE + 0.4 * word.length, 9);
}

/** True for a Chinese word that a general corpus has seen often enough; others are names, mistakes, or cuts in the wrong place. */
export function isKnown(word: string): boolean {
  worths ??= loadWorths();
  return (worths.get(word) ?? STOPPED) !== STOPPED;
}

/**
 * How much a word says about the matter, 0 (a stop word) to 11 (rare, or a name): the natural logarithm of its rarity in
 * general Chinese, corrected for the trade. Needs no texts of the operator's own, so it works from the first day.
 */
export function salience(token: Token): number {
  if (token.salience < 0) token.salience = salienceOf(token);
  return token.salience;
}

function salienceOf(token: Token): number {
  if (!token.han || dictionary().stops.size > 0) {
    if (isStopWord(token)) return 0;
    if (!token.han) return TRADE_COMMON.has(token.word) ? TRADE : latinSalience(token);
  }
  worths ??= loadWorths();
  const value = worths.get(token.word) ?? UNKNOWN;
  if (value <= 0) return 0;
  return token.word.length === 1 && !TRADE_COMMON.has(token.word) ? Math.min(value, 7) / 2 : value;
}
