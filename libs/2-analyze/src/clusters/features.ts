import { isHan, isStopWord, type Reading, type Token } from '../text/segment.js';

/**
 * What a text is compared by: hashed words, pieces of words and characters with how much of each there is, packed as
 * n ids (uint32, little-endian, ascending) and then n weights (uint8, in 1/{@link WEIGHT_UNIT}). Empty for a text
 * without a word. The same words give the same bytes on any machine, on any day.
 */
export type Features = Uint8Array;

/** Weight 1 is stored as this. */
export const WEIGHT_UNIT = 32;
/** Tokens that are read: what a text is about is said by then. */
const MAX_TOKENS = 300;
const SUBJECT_FACTOR = 2;
/** A Chinese character, and a pair of neighbours, beside the word they are in: brings 退款 and 退钱 together. */
const CHARACTER_WEIGHT = 0.5;
/** A piece of a word in letters: brings `activation` and `activate` together. */
const PIECE_WEIGHT = 0.35;
const PIECE_SIZES = [3, 4, 5] as const;
const LONGEST_PIECED = 24;
const BYTES_EACH = 5;

const WORD = 0x811c9dc5;
const PIECE = WORD ^ 0x2545f491;
const CHARACTER = WORD ^ 0x6c078965;

/** FNV-1a over UTF-16 units with a final mix, from `seed`, which tells the kinds of features apart. */
function hash(seed: number, text: string, start = 0, end = text.length): number {
  let h = seed;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Counts features in memory that is used again for the next text; a text is counted in one go, so no two meet. */
class Counter {
  private ids = new Uint32Array(1 << 10);
  /** Above 0 wherever a slot is taken. */
  private counts = new Float64Array(1 << 10);
  private found = new Uint32Array(1 << 9);
  private mask = 0;
  private size = 0;

  /** @param most an upper bound of different features */
  reset(most: number): void {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    if (slots > this.ids.length) {
      this.ids = new Uint32Array(slots);
      this.counts = new Float64Array(slots);
      this.found = new Uint32Array(slots / 2);
    } else this.counts.fill(0, 0, slots);
    this.mask = slots - 1;
    this.size = 0;
  }

  add(id: number, count: number): void {
    const slot = this.slotOf(id);
    if (this.counts[slot] === 0) {
      this.ids[slot] = id;
      this.found[this.size++] = id;
    }
    this.counts[slot]! += count;
  }

  pack(): Features {
    const sorted = this.found.subarray(0, this.size).sort();
    const packed = new Uint8Array(sorted.length * BYTES_EACH);
    const view = new DataView(packed.buffer);
    for (let i = 0; i < sorted.length; i++) {
      const id = sorted[i]!;
      view.setUint32(i * 4, id, true);
      const weight = Math.round(damped(this.counts[this.slotOf(id)]!) * WEIGHT_UNIT);
      packed[sorted.length * 4 + i] = Math.max(1, Math.min(255, weight));
    }
    return packed;
  }

  private slotOf(id: number): number {
    let slot = id & this.mask;
    while (this.counts[slot] !== 0 && this.ids[slot] !== id) slot = (slot + 1) & this.mask;
    return slot;
  }
}

let counter: Counter | undefined;

function addPieces(counts: Counter, word: string, factor: number): void {
  const padded = ` ${word.slice(0, LONGEST_PIECED)} `;
  for (const size of PIECE_SIZES) {
    for (let i = 0; i + size <= padded.length; i++) counts.add(hash(PIECE, padded, i, i + size), PIECE_WEIGHT * factor);
  }
}

function addCharacters(counts: Counter, text: string, { start, end }: Token): void {
  for (let i = start; i < end; i++) {
    counts.add(hash(CHARACTER, text, i, i + 1), CHARACTER_WEIGHT);
    if (i + 1 < text.length && isHan(text, i + 1)) counts.add(hash(CHARACTER, text, i, i + 2), CHARACTER_WEIGHT);
  }
}

/** Most features that tokens can have: the word, and each character twice or each letter as the beginning of three pieces. */
function mostOf(tokens: readonly Token[]): number {
  let most = 0;
  for (const { han, word, key } of tokens)
    most += han ? 2 * word.length + 1 : 3 * Math.min(key.length, LONGEST_PIECED) + 1;
  return most;
}

/** Grows with the logarithm: a word said ten times is not ten times the matter. */
function damped(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}

/**
 * The features of a text.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one; its words count double
 */
export function features(reading: Reading, subjectEnd = 0): Features {
  const counts = (counter ??= new Counter());
  const tokens = reading.tokens.slice(0, MAX_TOKENS);
  counts.reset(mostOf(tokens));
  for (const token of tokens) {
    if (token.han) addCharacters(counts, reading.text, token);
    if (isStopWord(token)) continue;
    const factor = token.start < subjectEnd ? SUBJECT_FACTOR : 1;
    counts.add(hash(WORD, token.key), factor);
    if (!token.han) addPieces(counts, token.key, factor);
  }
  return counts.pack();
}

/** Calls `each` with every feature of a packed text, its id and its weight. */
export function eachFeature(packed: Features, each: (id: number, weight: number) => void): void {
  const size = Math.floor(packed.length / BYTES_EACH);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let i = 0; i < size; i++) each(view.getUint32(i * 4, true), packed[size * 4 + i]! / WEIGHT_UNIT);
}
