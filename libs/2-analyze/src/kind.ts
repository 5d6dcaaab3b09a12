import { KINDS, type Kind } from '@huiyin/loop';
import { KIND_CUES } from './data/kind-cues.js';
import type { Sentiment } from './sentiment.js';
import { Lexicon } from './text/lexicon.js';
import type { Reading } from './text/segment.js';

/** The kind that a text seems to be: `score` is its share of the evidence, 0 to 1, and `because` the words that led to it. */
export interface KindGuess {
  readonly kind: Kind;
  readonly score: number;
  readonly because: readonly string[];
}

/** Opening words (and a subject line) say what somebody wants; the rest tells the story. */
const OPENING = 16;
const OPENING_FACTOR = 1.8;
/** What is left of a mere hint of praise or complaint when the feeling points the other way ("not happy", "not bad"). */
const CONTRADICTED = 0.2;

let lexicon: Lexicon<{ kind: Kind; weight: number }> | undefined;

/** What the form of the text says beside its words: a question, a feeling. */
function hints(text: string, feeling: Sentiment): Map<Kind, number> {
  const points = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  const questions = text.split('?').length - 1;
  if (questions > 0) points.set('enquiry', text.endsWith('?') ? 2 : 1);
  if (feeling.label === 'negative') points.set('complaint', 2 * -feeling.score);
  if (feeling.label === 'positive') points.set('praise', 2 * feeling.score);
  return points;
}

function isContradicted(kind: Kind, feeling: Sentiment): boolean {
  return (kind === 'praise' && feeling.label === 'negative') || (kind === 'complaint' && feeling.label === 'positive');
}

/**
 * Guesses the kind of an item whose sender did not say. `appeal` only when the text says so outright: it starts a
 * ladder of its own. Nothing to go by: an enquiry, which somebody reads and answers, with score 0.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one
 */
export function guessKind(reading: Reading, feeling: Sentiment, subjectEnd = 0): KindGuess {
  lexicon ??= new Lexicon(KIND_CUES);
  const points = hints(reading.text, feeling);
  const words = new Map<Kind, Set<string>>(KINDS.map((kind) => [kind, new Set<string>()]));
  const opening = Math.max(OPENING, subjectEnd);
  for (const { word, start, value } of lexicon.find(reading)) {
    const seen = words.get(value.kind)!;
    if (seen.has(word)) continue;
    seen.add(word);
    const doubted = value.weight === 1 && isContradicted(value.kind, feeling) ? CONTRADICTED : 1;
    const weight = value.weight * (start < opening ? OPENING_FACTOR : 1) * doubted;
    points.set(value.kind, (points.get(value.kind) ?? 0) + weight / Math.sqrt(seen.size));
  }
  const total = [...points.values()].reduce((sum, value) => sum + value, 0);
  if (total === 0) return { kind: 'enquiry', score: 0, because: [] };
  const [kind, best] = [...points].reduce((a, b) => (b[1] > a[1] ? b : a));
  return { kind, score: Math.round((best / (total + 1)) * 100) / 100, because: [...words.get(kind)!].slice(0, 6) };
}
