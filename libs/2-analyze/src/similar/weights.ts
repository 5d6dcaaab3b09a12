import { salience } from '../text/salience.js';
import { isStopWord, type Token } from '../text/segment.js';

const words = (text: string): string[] => text.split(' ');

/** Words that turn what is said round, in either language. */
const TURNS = new Set(
  words(
    '不 没 没有 无 未 别 不能 无法 不会 不要 不是 不了 不到 不行 不再 不用 not no cannot cant never without wont dont didnt doesnt isnt',
  ),
);
/** What is asked: two questions that differ in nothing else are still two. */
const ASKED = new Map(
  [
    '怎么 如何 怎样 怎么样 怎么办 咋办 怎 咋 how',
    '为什么 为何 为啥 why',
    '何时 时候 几时 多久 几点 几天 when',
    '多少 几 几个 多大 多高 much many',
    '哪里 哪 哪儿 where',
    '谁 who whose whom',
  ].flatMap((ways, index) => words(ways).map((way) => [way, `?${index}`] as const)),
);
/** Cries for help: they say how, not what. */
const CRIES = new Set(words('help advise assist asap urgent urgently reply 急 急需 盼复 回电'));
/** What a turn or another question weighs: as much as a telling word. */
const TURN = 8;
/** What a word that is no function word weighs at least. */
const LEAST = 4;
/** A Chinese character that stands alone. */
const SINGLE = 3;

/** What a token is the same as when two texts are compared: all ways to ask "how" are one, all ways to say "not" are one. */
export function meaningOf(token: Token): string {
  return ASKED.get(token.word) ?? (TURNS.has(token.word) ? '!' : token.key);
}

/** True for "not" and for words that ask: they are short and common, and everything hangs on them. */
export function isTurn({ word }: Token): boolean {
  return TURNS.has(word) || ASKED.has(word);
}

/** How much of what a text says is lost with one of its words: 0 for a function word, up to 11. */
export function weigh(token: Token): number {
  if (isTurn(token)) return TURN;
  if (!token.han && /^\d/.test(token.word)) return LEAST;
  if (isStopWord(token) || CRIES.has(token.word)) return 0;
  return Math.max(salience(token), token.han && token.word.length === 1 ? SINGLE : LEAST);
}

/** {@link weigh} of several. */
export function weightOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + weigh(token), 0);
}
