import { ENGLISH_STOP } from '../data/stop-words.js';
import { isHan } from '../text/segment.js';

/** Pieces of a text that is compared by pieces, as 32-bit hashes without duplicates. */
export type Shingles = ReadonlySet<number>;

/** Most pieces of one text: a wall of words costs no more than a long letter. */
const MAX_SHINGLES = 4_000;
const PARTS = /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]+|[^\s\u3005\u3007\u3400-\u9fff\uf900-\ufaff]+/g;
/** Turns what is said round, so it counts although it is in every other text. */
const TURNS = new Set(['no', 'not', 'cannot', 'never', 'without', 'neither', 'nor']);

function hash(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) | 0;
}

function addWord(found: Set<number>, word: string): void {
  const padded = `_${word}_`;
  const size = Math.min(4, padded.length);
  for (let i = 0; i + size <= padded.length; i++) found.add(hash(padded, i, i + size));
}

function collect(text: string, skip: (word: string) => boolean): Set<number> {
  const found = new Set<number>();
  for (const [part] of text.matchAll(PARTS)) {
    if (found.size > MAX_SHINGLES) break;
    if (!isHan(part)) {
      if (!skip(part)) addWord(found, part);
      continue;
    }
    if (part.length === 1) found.add(hash(part, 0, 1));
    for (let i = 0; i + 2 <= part.length; i++) found.add(hash(part, i, i + 2));
  }
  return found;
}

/**
 * The pieces of a bare text: pairs of Chinese characters, and four letters in a row of every other word that is not a
 * function word. A typo costs two of them (four in English), whatever the length; the order of words hardly any.
 */
export function shinglesOf(bare: string): Shingles {
  const found = collect(bare, (word) => ENGLISH_STOP.has(word) && !TURNS.has(word));
  return found.size > 0 ? found : collect(bare, () => false);
}

/** How many pieces two texts share. */
export function shared(a: Shingles, b: Shingles): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const piece of few) if (many.has(piece)) count++;
  return count;
}

/** Jaccard: shared pieces of all pieces, 0 to 1. */
export function jaccard(a: Shingles, b: Shingles): number {
  const common = shared(a, b);
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
