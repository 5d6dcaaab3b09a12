import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { dictionary } from '../dictionary/dictionary.js';
import { CHINESE_STOP, ENGLISH_STOP } from '../data/stop-words.js';
import { TELECOM_WORDS } from '../data/telecom-words.js';
import { stem } from './stem.js';

/** One word of a text, in matching form; `start` and `end` are places in {@link Reading.text}. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly han: boolean;
  /** What two words are compared by: the stem of an English word, the word itself otherwise. */
  readonly key: string;
  /** What `salience` has found out, −1 before it was asked; it is asked several times for each word. */
  salience: number;
}

/** A text made ready for thinking: every analysis reads this and none cuts the text again. */
export interface Reading {
  /** Simplified, lower case: see `forMatching`. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 at every place in the text where a token begins or ends. */
  readonly edges: Uint8Array;
}

/** Tokens beyond this are not looked at: a wall of text costs no more than a long letter. */
export const MAX_TOKENS = 3_000;
/** Longer "words" are keys, hashes and base64; nobody searches for them and nothing is alike by them. */
const MAX_WORD = 40;
/** Frequency given to the words of the trade, high enough that they are kept whole. */
const USER_FREQUENCY = 20_000;

let jieba: { readonly version: string; readonly cutter: Jieba } | undefined;

/** Built on first use and when the operator's own words have changed (a third of a second): jieba cannot forget a word. */
function segmenter(): Jieba {
  const { version, words } = dictionary();
  if (jieba?.version !== version) {
    const cutter = Jieba.withDict(dict);
    const own = [...TELECOM_WORDS, ...words].map((word) => `${word} ${USER_FREQUENCY} n\n`);
    cutter.loadDict(Buffer.from(own.join('')));
    jieba = { version, cutter };
  }
  return jieba.cutter;
}

/** True for a Chinese character (CJK ideographs of the basic plane, and 々〇). */
export function isHan(text: string, at = 0): boolean {
  const c = text.charCodeAt(at);
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c === 0x3005 || c === 0x3007;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:'\p{L}+)?/gu;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]/;

function pushWords(tokens: Token[], gap: string, offset: number): void {
  if (!LETTER.test(gap)) return; // most gaps are a comma
  for (const match of gap.replaceAll('’', "'").matchAll(WORD)) {
    if (tokens.length >= MAX_TOKENS) return;
    let word = match[0];
    if (word.length > MAX_WORD) {
      if (word.charCodeAt(0) < 0x250) continue;
      word = word.slice(0, MAX_WORD); // Thai and its like write a sentence without spaces
    }
    const start = offset + match.index;
    tokens.push({ word, start, end: start + word.length, han: false, key: stem(word), salience: -1 });
  }
}

function withEdges(text: string, tokens: readonly Token[]): Reading {
  const edges = new Uint8Array(text.length + 1);
  for (const { start, end } of tokens) edges[start] = edges[end] = 1;
  return { text, tokens, edges };
}

/**
 * Cuts a text that is already in matching form: Chinese by jieba (with the words of the trade), the rest at white space
 * and punctuation. At most {@link MAX_TOKENS} tokens; time is linear in the length.
 */
export function read(text: string): Reading {
  const tokens: Token[] = [];
  if (!HAN.test(text)) {
    pushWords(tokens, text, 0);
    return withEdges(text, tokens);
  }
  let at = 0;
  let gapStart = 0;
  for (const word of segmenter().cut(text, true)) {
    if (isHan(word)) {
      if (at > gapStart) pushWords(tokens, text.slice(gapStart, at), gapStart);
      if (tokens.length >= MAX_TOKENS) return withEdges(text, tokens);
      const end = at + word.length;
      if (word.length <= MAX_WORD) tokens.push({ word, start: at, end, han: true, key: word, salience: -1 });
      gapStart = end;
    }
    at += word.length;
  }
  pushWords(tokens, text.slice(gapStart), gapStart);
  return withEdges(text, tokens);
}

/** True for a word that says nothing about the matter: function words, polite shells, bare numbers of one or two digits. */
export function isStopWord(token: Token): boolean {
  const { stops } = dictionary();
  if (stops.size > 0 && (stops.has(token.word) || stops.has(token.key))) return true;
  if (token.han) return CHINESE_STOP.has(token.word);
  return ENGLISH_STOP.has(token.word) || token.word.length === 1 || /^\d{1,2}$/.test(token.word);
}
