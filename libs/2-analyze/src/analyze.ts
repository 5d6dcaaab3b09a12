import type { Kind } from '@huiyin/loop';
import { guessCategory } from './category.js';
import { features, type Features } from './clusters/features.js';
import { guessKind } from './kind.js';
import { sentiment, type Sentiment } from './sentiment.js';
import { keywords } from './text/keywords.js';
import { detectLanguage, type Language } from './text/language.js';
import { forMatching } from './text/normalise.js';
import { searchTokensOf } from './text/search.js';
import { read, type Reading } from './text/segment.js';
import { urgency, type Urgency } from './urgency.js';

/** What a customer said, as it came in. */
export interface Words {
  readonly subject?: string | null;
  readonly text: string;
  /** The kind that the sender gave; it is taken as it is. */
  readonly declaredKind?: Kind | null;
}

/** What is known about the words of an item. Every judgement has the words that led to it in `because`. */
export interface Analysis {
  /** False when no word is left to think about (emoji, punctuation, base64); the item goes on all the same. */
  readonly analysable: boolean;
  readonly language: Language;
  readonly kind: Kind;
  /** Who said so: the sender, or the cue words of the text. */
  readonly kindSource: 'declared' | 'analysis';
  readonly kindScore: number;
  readonly category: string;
  readonly categoryScore: number;
  readonly sentiment: { readonly label: Sentiment['label']; readonly score: number };
  /** 0 in its turn, 1 before others, 2 today, 3 now. */
  readonly urgency: Urgency['level'];
  readonly urgencyReasons: Urgency['reasons'];
  /** Best first, simplified and lower case. */
  readonly keywords: readonly string[];
  /** For `array_to_tsvector`; see `searchTokens`. */
  readonly searchTokens: readonly string[];
  readonly because: {
    readonly kind: readonly string[];
    readonly category: readonly string[];
    readonly sentiment: readonly string[];
    readonly urgency: readonly string[];
  };
}

/** Version of the rules and lexicons; stored with every analysis so that a later one can be told from it. */
export const ANALYSIS_VERSION = 'rules-1';

/** Subject and text as one reading; `subjectEnd` is where the subject ends in it, 0 when there is none. */
export function readWords({ subject, text }: Words): { reading: Reading; subjectEnd: number } {
  const body = forMatching(text);
  const title = subject ? forMatching(subject) : '';
  if (!title) return { reading: read(body), subjectEnd: 0 };
  const whole = body.startsWith(title) ? body : `${title}。${body}`;
  return { reading: read(whole), subjectEnd: title.length };
}

/** A word to think about: any letter; numbers alone say nothing. */
function hasWords({ tokens }: Reading): boolean {
  return tokens.some(({ word }) => /\p{L}/u.test(word));
}

/** An analysis, and what the item is compared with others by. */
export interface Understanding {
  readonly analysis: Analysis;
  /** Empty when the item should stay out of every cluster. */
  readonly features: Features;
}

/**
 * Everything that is known about the words of one item without any outside model. Never throws for a string, whatever is
 * in it; time is linear in the length with a bound, about 0.5 ms for a letter of 400 characters and 0.05 ms for a sentence.
 */
export function understand(words: Words): Understanding {
  const { reading, subjectEnd } = readWords(words);
  const feeling = sentiment(reading);
  const category = guessCategory(reading, subjectEnd);
  const hurry = urgency(reading);
  const guess = words.declaredKind ? null : guessKind(reading, feeling, subjectEnd);
  const analysable = hasWords(reading);
  const analysis: Analysis = {
    analysable,
    language: detectLanguage(reading.text),
    kind: words.declaredKind ?? guess?.kind ?? 'enquiry',
    kindSource: words.declaredKind ? 'declared' : 'analysis',
    kindScore: guess?.score ?? 1,
    category: category.code,
    categoryScore: category.score,
    sentiment: { label: feeling.label, score: feeling.score },
    urgency: hurry.level,
    urgencyReasons: hurry.reasons,
    keywords: keywords(reading),
    searchTokens: searchTokensOf(reading),
    because: {
      kind: guess?.because ?? [],
      category: category.because,
      sentiment: feeling.because,
      urgency: hurry.because,
    },
  };
  return { analysis, features: analysable ? features(reading, subjectEnd) : new Map() };
}

/** {@link understand} without what clusters need. */
export function analyzeText(words: Words): Analysis {
  return understand(words).analysis;
}

/** Loads dictionaries and lexicons (about a second), so that the first item does not wait for them. */
export function warmUp(): void {
  understand({
    subject: '宽带断网',
    text: '您好，家裡的寬帶斷網了，請儘快修復，謝謝。My broadband is down, please help.',
  });
}
