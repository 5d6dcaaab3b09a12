import { DEGREES, NEGATIONS, SENTIMENT_PHRASES, SENTIMENT_WORDS, TURNS } from './data/sentiment-words.js';
import { Lexicon, type Hit } from './text/lexicon.js';
import type { Reading } from './text/segment.js';

/** How a text feels: `score` from −1 to 1, and the words that led to it, strongest first, with "not" shown as 不/not. */
export interface Sentiment {
  readonly label: 'positive' | 'neutral' | 'negative';
  readonly score: number;
  readonly because: readonly string[];
}

/** Below this distance from zero nobody would call it a feeling. */
const NEUTRAL = 0.2;
/** Weight of "nothing was felt": a single plain word gives a score of 0.33. */
const RESERVE = 2;
/** "Not good" is bad, but less so than "bad"; "not bad" is not praise. */
const NEGATED = -0.6;
/** How many words before a word of feeling may turn or strengthen it. */
const REACH = 3;
const CLAUSE_END = /[,.!?;:。，！？；：、\n]/;

let lexicon: Lexicon<number> | undefined;

/** The factor that the words before a hit put on it. */
function factorBefore({ text, tokens }: Reading, hit: Hit<number>): { factor: number; negated: string } {
  let factor = 1;
  let negated = '';
  let next = hit.start;
  for (let index = hit.token; index > hit.token - REACH - 1 && index >= 0; index--) {
    const token = tokens[index]!;
    if (token.end > hit.start) continue;
    if (CLAUSE_END.test(text.slice(token.end, next))) break;
    next = token.start;
    if (NEGATIONS.has(token.word)) {
      factor *= negated ? 1 / NEGATED : NEGATED;
      negated = negated ? '' : token.word;
    } else if (!negated) factor *= DEGREES.get(token.word) ?? 1;
  }
  return { factor, negated };
}

/** Where the last turn ("but") stands; what follows it weighs more. */
function lastTurn({ tokens }: Reading): number {
  for (let i = tokens.length - 1; i >= 0; i--) if (TURNS.has(tokens[i]!.word)) return tokens[i]!.start;
  return -1;
}

/**
 * Sentiment from a lexicon of words of feeling, with negation and degree. A first judgement that needs no training:
 * irony and feelings told without words of feeling are beyond it.
 */
export function sentiment(reading: Reading): Sentiment {
  lexicon ??= new Lexicon([...SENTIMENT_WORDS, ...SENTIMENT_PHRASES]);
  const turn = lastTurn(reading);
  let sum = 0;
  let size = 0;
  const felt: { word: string; value: number }[] = [];
  for (const hit of lexicon.find(reading)) {
    const { factor, negated } = factorBefore(reading, hit);
    const value = hit.value * factor * (turn >= 0 && hit.start > turn ? 1.4 : 1);
    if (value === 0) continue;
    sum += value;
    size += Math.abs(value);
    felt.push({ word: negated ? `${negated}…${hit.word}` : hit.word, value });
  }
  const score = Math.round((sum / (size + RESERVE)) * 100) / 100;
  const label = score >= NEUTRAL ? 'positive' : score <= -NEUTRAL ? 'negative' : 'neutral';
  felt.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const telling = felt.filter(({ value }) => label === 'neutral' || value > 0 === score > 0);
  return { label, score, because: [...new Set(telling.map(({ word }) => word))].slice(0, 6) };
}
