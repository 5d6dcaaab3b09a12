import { forMatching, tidy } from '../text/normalise.js';
import { isHan, read } from '../text/segment.js';
import { termsOf } from './terms.js';
import { readWords } from '../analyze.js';
import { headOf, mergeHeads, similarity, type ClusterHead } from './head.js';

/** What a name is made from: an item's own words. */
export interface Quotable {
  readonly subject?: string | null;
  readonly text: string;
}

/** Items that are read for a name, and clauses that are read of each. */
const ITEMS = 20;
const CLAUSES = 5;
/** A name fits on one line of a list. */
const LONGEST_HAN = 30;
const LONGEST = 72;

const SENTENCE_END = /[。！？；!?;\n]|\.(?=\s|$)/;
const CLAUSE_END = /[。！？；，!?;,\n]|\.(?=\s|$)/;
/** Polite openings, taken off the front as often as they come. */
const SHELL =
  /^(?:尊敬的[^,，:：!！]{0,12}[,，:：!！]|(?:你们|您|你|大家)好|请问(?:一下)?|领导|客服|[,，:：!！.。、~\s]+|(?:hi|hello|hey|dear [a-z]+|good (?:morning|afternoon|evening))\b)/i;
/** What may name a person or reach one: it never becomes the name of a cluster. */
const PERSONAL = /\d{5,}|[a-z0-9]@[a-z0-9]|https?:|www\.|我叫|我姓|本人姓|姓名|身份证|my name is|i am m(?:r|s)/i;

function withoutShell(clause: string): string {
  let rest = clause.trim();
  for (let i = 0; i < 6; i++) {
    const next = rest.replace(SHELL, '').trim();
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

function shorten(phrase: string): string {
  const longest = isMostlyHan(phrase) ? LONGEST_HAN : LONGEST;
  if (phrase.length <= longest) return phrase;
  const cut = [...phrase.slice(0, longest)].join('');
  const space = isMostlyHan(phrase) ? -1 : cut.lastIndexOf(' ');
  return `${(space > 20 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function isMostlyHan(phrase: string): boolean {
  let han = 0;
  for (let i = 0; i < phrase.length; i++) if (isHan(phrase, i)) han++;
  return han * 3 > phrase.length;
}

/** 1 for a phrase of the length that reads well, less for a scrap or a paragraph. */
function lengthFactor(phrase: string): number {
  const units = isMostlyHan(phrase) ? phrase.length : phrase.length / 2.5;
  if (units < 4) return 0.2;
  if (units < 6) return 0.7;
  return units <= 26 ? 1 : Math.max(0.5, 26 / units);
}

/** The subject and the first clauses of an item; whole sentences where they are short enough. */
function phrasesOf({ subject, text }: Quotable): { phrase: string; factor: number }[] {
  const found: { phrase: string; factor: number }[] = [];
  const push = (raw: string, factor: number): void => {
    const phrase = withoutShell(raw);
    if (phrase && !PERSONAL.test(phrase.normalize('NFKC')))
      found.push({ phrase, factor: factor * lengthFactor(phrase) });
  };
  if (subject) push(tidy(subject), 1.3);
  const body = tidy(text).slice(0, 600);
  const sentences = body.split(SENTENCE_END).filter((part) => part.trim());
  sentences.slice(0, CLAUSES).forEach((sentence, i) => {
    const whole = sentence.length <= (isMostlyHan(sentence) ? LONGEST_HAN : LONGEST);
    for (const part of whole ? [sentence] : sentence.split(CLAUSE_END).slice(0, CLAUSES)) push(part, 1 - 0.05 * i);
  });
  return found.slice(0, subject ? CLAUSES : CLAUSES + 2);
}

/**
 * A readable name for a cluster: the phrase out of its items' own words that is most like what they have in common, in
 * the language and the characters it was written in. Phrases that hold a telephone number, an address on the net or a
 * person's name are passed over. Never empty for a text with a letter in it; '' when there is nothing to say.
 * @param items some of the cluster's items; the first twenty are read
 */
export function clusterName(items: readonly Quotable[], head: ClusterHead): string {
  let best = '';
  let highest = -1;
  const seen = new Set<string>();
  for (const item of items.slice(0, ITEMS)) {
    for (const { phrase, factor } of phrasesOf(item)) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      const score = factor * (0.05 + similarity(termsOf(read(forMatching(phrase))), head));
      if (score <= highest) continue;
      highest = score;
      best = phrase;
    }
  }
  if (best) return shorten(best);
  const first = items[0] ? withoutShell(tidy(items[0].subject || items[0].text)) : '';
  return shorten(
    first
      .slice(0, LONGEST)
      .replace(/[a-z0-9._-]+@[a-z0-9.-]+/gi, '…')
      .replace(/\d{5,}/g, '…'),
  );
}

/** Items that what a cluster has in common is made from; more than its phrases come from, so that what one customer names (a bus line, a date) weighs little. */
export const COMMON_FROM = 60;

/**
 * {@link clusterName} for items whose head is not known: it is made from the same items.
 * @param items those most like the cluster first; the first {@link COMMON_FROM} are read
 */
export function clusterNameOf(items: readonly Quotable[]): string {
  const heads = items.slice(0, COMMON_FROM).map(({ subject, text }) => {
    const { reading, subjectEnd } = readWords(subject ? { subject, text } : { text });
    return headOf(termsOf(reading, subjectEnd));
  });
  const [first = headOf(new Map()), ...others] = heads;
  return clusterName(items, others.reduce(mergeHeads, first));
}
