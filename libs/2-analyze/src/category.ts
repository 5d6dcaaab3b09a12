import { CATEGORY_CUES, OTHER } from './data/taxonomy.js';
import { TRADE_MARKS } from './data/telecom-words.js';
import { dictionary } from './dictionary/dictionary.js';
import { Lexicon } from './text/lexicon.js';
import { isHan, type Reading } from './text/segment.js';

/** The category of a text: a code of the taxonomy, how clear it was (0 to 1), and the words that led to it. */
export interface CategoryGuess {
  readonly code: string;
  readonly score: number;
  readonly because: readonly string[];
}

/** Below this many tokens a text has no room to say what trade it is about; customers of an operator need not. */
const SHORT = 40;
/** Points that a category must have: two, and one more for every so many tokens, since long texts hold stray words. */
const LEAST = 2;
const TOKENS_PER_POINT = 80;
const SUBJECT_FACTOR = 1.5;
/** A cue of four characters or two English words is less likely to stand there by chance. */
const LONG_CUE = 0.5;
const isLong = (word: string): boolean => word.includes(' ') || (isHan(word) && word.length >= 4);

/** What an operator's own cue counts, who has said that it is one: more than any two of ours. */
const OWN_CUE = 6;

interface Cue {
  readonly code: string;
  readonly weight: number;
}

let lexicon: { readonly version: string; readonly cues: Lexicon<Cue> } | undefined;

function cueLexicon(): Lexicon<Cue> {
  const { version, cues } = dictionary();
  if (lexicon?.version !== version) {
    const own = [...cues].map(([word, code]): [string, Cue] => [word, { code, weight: OWN_CUE }]);
    lexicon = { version, cues: new Lexicon<Cue>([...CATEGORY_CUES, ...own]) };
  }
  return lexicon.cues;
}

const branch = (code: string, levels: number): string => code.split('.').slice(0, levels).join('.');

interface Evidence {
  points: number;
  readonly words: Set<string>;
}

function isAboutTrade({ tokens }: Reading, evidence: ReadonlyMap<string, Evidence>): boolean {
  if (dictionary().cues.size > 0 && [...evidence.values()].some(({ points }) => points >= OWN_CUE)) return true;
  return tokens.length <= SHORT || tokens.some(({ key, word }) => TRADE_MARKS.has(word) || TRADE_MARKS.has(key));
}

function evidenceOf(reading: Reading, subjectEnd: number): Map<string, Evidence> {
  const found = new Map<string, Evidence>();
  for (const { word, start, value } of cueLexicon().find(reading)) {
    const evidence = found.get(value.code) ?? { points: 0, words: new Set<string>() };
    found.set(value.code, evidence);
    if (evidence.words.has(word)) continue;
    evidence.points += (value.weight + (isLong(word) ? LONG_CUE : 0)) * (start < subjectEnd ? SUBJECT_FACTOR : 1);
    evidence.words.add(word);
  }
  return found;
}

/**
 * Finds the category by its cue words. A leaf is helped a little by what its neighbours were given, so two weak signs
 * of the same branch beat one stray word. `general.other` when nothing is clear enough, or the text is long and has no
 * word of the trade in it.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one
 */
export function guessCategory(reading: Reading, subjectEnd = 0): CategoryGuess {
  const nothing = { code: OTHER, score: 0, because: [] };
  const evidence = evidenceOf(reading, subjectEnd);
  if (!isAboutTrade(reading, evidence)) return nothing;
  const branches = new Map<string, number>();
  for (const [code, { points }] of evidence) {
    for (const levels of [1, 2]) branches.set(branch(code, levels), (branches.get(branch(code, levels)) ?? 0) + points);
  }
  const ranked = [...evidence]
    .map(([code, { points, words }]) => {
      const neighbours =
        (branches.get(branch(code, 1))! - points) * 0.1 + (branches.get(branch(code, 2))! - points) * 0.2;
      return { code, points, words, rank: points + Math.min(neighbours, points / 2) };
    })
    .sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1));
  const [best, second] = ranked;
  if (!best || best.points < LEAST + Math.floor(reading.tokens.length / TOKENS_PER_POINT)) return nothing;
  const score = best.rank / (best.rank + (second?.rank ?? 0) + 1);
  return { code: best.code, score: Math.round(score * 100) / 100, because: [...best.words].slice(0, 6) };
}
