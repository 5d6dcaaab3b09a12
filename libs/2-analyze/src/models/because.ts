import { isStopWord, type Reading } from '../text/segment.js';
import type { Grams } from './grams.js';

/** Most words that are shown. */
const SHOWN = 6;
/** A word that says less than this share of what the strongest says is not worth showing. */
const WORTH = 0.15;

/**
 * The words of a text that spoke for a label, strongest first. What an n-gram says is spread over the characters where it
 * stands; a word has said what its characters have.
 * @param evidence what each n-gram adds to the label
 */
export function becauseOf({ text, tokens }: Reading, { counts, places }: Grams, evidence: Float32Array): string[] {
  const said = new Float32Array(text.length + 1);
  for (let i = 0; i < places.length; i += 3) {
    const gram = places[i]!;
    if (evidence[gram] === 0) continue;
    const start = places[i + 1]!;
    const end = places[i + 2]!;
    const part = evidence[gram]! / counts[gram]! / (end - start);
    for (let at = start; at < end; at++) said[at]! += part;
  }
  const words = new Map<string, number>();
  for (const token of tokens) {
    let sum = 0;
    for (let at = token.start; at < token.end; at++) sum += said[at]!;
    if (sum > 0 && !isStopWord(token)) words.set(token.word, (words.get(token.word) ?? 0) + sum);
  }
  const ranked = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN);
  const least = (ranked[0]?.[1] ?? 0) * WORTH;
  return ranked.filter(([, sum]) => sum >= least).map(([word]) => word);
}
