import { maskPersonalData, withoutMasks } from '@huiyin/privacy';
import { tidy } from '../../text/normalise.js';
import { isHan } from '../../text/segment.js';
import { shinglesOf, jaccard, type Shingles } from '../../similar/shingles.js';

/** A member of a cluster that may speak for it. */
export interface QuoteCandidate {
  readonly feedbackId: string;
  readonly customerId: string | null;
  readonly text: string;
  /** What is on record of the customer (name, number, address): masked wherever it stands. */
  readonly known: readonly string[];
}

/** What a customer said, cut at a sentence, without what tells who it was. */
export interface Quote {
  readonly feedbackId: string;
  readonly text: string;
}

const MOST = 5;
/** A quote in Chinese characters, and in letters. */
const LONGEST_HAN = 90;
const LONGEST = 240;
/** Fewer characters than this say nothing by themselves. */
const SHORTEST = 6;
/** Two quotes that share so many of their pieces say the same with the same words. */
const SAME = 0.5;
const READ_CHARS = 1_200;

const SENTENCE = /[^。！？!?；;\n]*?(?:[。！？!?；;\n]+|\.(?=\s|$)|$)/gu;

/**
 * Up to five quotes, the most representative first: candidates in the order given (nearest to the centroid first), each
 * with another wording and, where customers are known, from another customer.
 */
export function quotesOf(candidates: readonly QuoteCandidate[]): Quote[] {
  const quotes: Quote[] = [];
  const wordings: Shingles[] = [];
  const customers = new Set<string>();
  for (const { feedbackId, customerId, text, known } of candidates) {
    if (quotes.length === MOST) break;
    if (customerId !== null && customers.has(customerId)) continue;
    const quote = cut(masked(text.slice(0, READ_CHARS), known));
    if (withoutMasks(quote).trim().length < SHORTEST) continue;
    const wording = shinglesOf(quote.toLowerCase());
    if (wordings.some((other) => jaccard(wording, other) >= SAME)) continue;
    quotes.push({ feedbackId, text: quote });
    wordings.push(wording);
    if (customerId !== null) customers.add(customerId);
  }
  return quotes;
}

/** As it was written where there is nothing to mask; masking turns a text into one form, which is not how people write. */
function masked(text: string, known: readonly string[]): string {
  const plain = tidy(text);
  const safe = maskPersonalData(plain, known);
  return withoutMasks(safe) === safe ? plain : safe;
}

/** Whole sentences as far as they fit; a first sentence that does not is cut short. */
function cut(text: string): string {
  const longest = [...text.slice(0, LONGEST_HAN)].filter((_, i) => isHan(text, i)).length > LONGEST_HAN / 4 ? LONGEST_HAN : LONGEST; // prettier-ignore
  let kept = '';
  for (const [sentence] of text.trim().matchAll(SENTENCE)) {
    if ((kept + sentence).trimEnd().length > longest) break;
    kept += sentence;
  }
  if (kept.trim()) return kept.trim();
  const short = [...text.trim().slice(0, longest)].join('');
  const space = longest === LONGEST ? short.lastIndexOf(' ') : -1;
  return `${(space > LONGEST / 2 ? short.slice(0, space) : short).trimEnd()}…`;
}
