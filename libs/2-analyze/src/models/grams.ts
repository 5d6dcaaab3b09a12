import { isHan, type Reading, type Token } from '../text/segment.js';

/** The n-grams of a text, each once: what a linear model sees of it. */
export interface Grams {
  readonly hashes: Uint32Array;
  /** How often each occurs. */
  readonly counts: Uint16Array;
  /** Which {@link BLOCKS} each belongs to. */
  readonly blocks: Uint8Array;
  /** Every occurrence as three numbers: index of the n-gram, start and end in `Reading.text`. */
  readonly places: Int32Array;
}

/**
 * Words and word pairs, characters, and the subject line once more: each block is a vector of length 1 before they are
 * put together with these weights, so that a long letter does not drown its subject, nor characters the words.
 */
export const BLOCKS = [1, 1, 1] as const;
const WORDS = 0;
const CHARACTERS = 1;
const SUBJECT = 2;

/** What a text is about stands in its first characters; more would cost time and change nothing. */
export const MAX_READ = 2_000;
const LATIN_FROM = 3;
const LATIN_TO = 5;
/** Longest run of Latin letters that is cut into n-grams: hashes and keys say nothing. */
const MAX_LATIN = 24;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** Spreads the bits of a running hash; never 0, which marks an empty slot. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0 || 1;
}

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}

/** Starts of the running hashes, so that the same letters in another part are another n-gram. */
const SEED = {
  word: step(OFFSET, 1),
  pair: step(OFFSET, 2),
  character: step(OFFSET, 3),
  latin: step(OFFSET, 4),
  subjectWord: step(OFFSET, 5),
  subjectCharacter: step(OFFSET, 6),
};

/** Room for the n-grams of the longest text that is read: some eight a character, and their occurrences. */
const TABLE = 1 << 15;
const MAX_PLACES = 3 * TABLE;

/** Gathers the n-grams of one text in memory that is used again for the next; a text is read in one go, so none meet. */
class Collector {
  private readonly keys = new Uint32Array(TABLE);
  private readonly indices = new Uint16Array(TABLE);
  private readonly hashes = new Uint32Array(TABLE);
  private readonly counts = new Uint16Array(TABLE);
  private readonly blocks = new Uint8Array(TABLE);
  private readonly places = new Int32Array(MAX_PLACES);
  private size = 0;
  private placed = 0;

  add(hash: number, block: number, start: number, end: number): void {
    if (this.placed + 3 > MAX_PLACES || this.size >= TABLE / 2) return;
    const key = finish(hash);
    let slot = key & (TABLE - 1);
    while (this.keys[slot] !== key && this.keys[slot] !== 0) slot = (slot + 1) & (TABLE - 1);
    if (this.keys[slot] === 0) {
      this.keys[slot] = key;
      this.indices[slot] = this.size;
      this.hashes[this.size] = key;
      this.counts[this.size] = 0;
      this.blocks[this.size++] = block;
    }
    const index = this.indices[slot]!;
    this.counts[index]!++;
    this.places[this.placed++] = index;
    this.places[this.placed++] = start;
    this.places[this.placed++] = end;
  }

  /** What was gathered; the next text starts from nothing. */
  take(): Grams {
    const { size, placed } = this;
    const hashes = this.hashes.slice(0, size);
    for (const key of hashes) this.forget(key);
    [this.size, this.placed] = [0, 0];
    return {
      hashes,
      counts: this.counts.slice(0, size),
      blocks: this.blocks.slice(0, size),
      places: this.places.slice(0, placed),
    };
  }

  /** Empties the whole run of slots in which a key stands. */
  private forget(key: number): void {
    for (let slot = key & (TABLE - 1); this.keys[slot] !== 0; slot = (slot + 1) & (TABLE - 1)) this.keys[slot] = 0;
  }
}

let collector: Collector | undefined;

/** White space and Latin letters have no characters of their own; Chinese and punctuation (！！, ？) do. */
function isCharacter(code: number): boolean {
  if (code < 0x80) return code > 0x20 && !(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x7a);
  return true;
}

function addCharacters(found: Collector, text: string, until: number, subject: boolean): void {
  const [seed, block] = subject ? [SEED.subjectCharacter, SUBJECT] : [SEED.character, CHARACTERS];
  for (let i = 0; i < until; i++) {
    const code = text.charCodeAt(i);
    if (!isCharacter(code) || (subject && !isHan(text, i))) continue;
    const one = step(seed, code);
    found.add(one, block, i, i + 1);
    if (i + 1 < until && text.charCodeAt(i + 1) !== 0x20) found.add(step(one, text.charCodeAt(i + 1)), block, i, i + 2);
  }
}

/** Three to five letters of a word with its ends marked: stems, endings and slips of the finger meet. */
function addLatin(found: Collector, { word, start, end }: Token): void {
  if (word.length > MAX_LATIN) return;
  const marked = ` ${word} `;
  for (let from = 0; from + LATIN_FROM <= marked.length; from++) {
    let hash = SEED.latin;
    for (let to = from; to < Math.min(from + LATIN_TO, marked.length); to++) {
      hash = step(hash, marked.charCodeAt(to));
      if (to - from + 1 >= LATIN_FROM) found.add(hash, CHARACTERS, start, end);
    }
  }
}

/**
 * The n-grams of a text: words, pairs of words, one and two Chinese characters or punctuation marks, three to five Latin
 * letters, and those of the subject line apart. Pure and stable, linear in the length with a bound.
 * @param subjectEnd where the subject line ends in `reading.text`, 0 without one
 */
export function gramsOf({ text, tokens }: Reading, subjectEnd = 0): Grams {
  const found = (collector ??= new Collector());
  let before = SEED.pair;
  let beforeStart = 0;
  for (const token of tokens) {
    if (token.start >= MAX_READ) break;
    const { key, start, end } = token;
    found.add(hashOf(key, SEED.word), WORDS, start, end);
    found.add(hashOf(key, step(before, 0x7c)), WORDS, beforeStart, end);
    if (start < subjectEnd) found.add(hashOf(key, SEED.subjectWord), SUBJECT, start, end);
    if (!token.han) addLatin(found, token);
    before = hashOf(key, SEED.pair);
    beforeStart = start;
  }
  addCharacters(found, text, Math.min(text.length, MAX_READ), false);
  addCharacters(found, text, Math.min(subjectEnd, MAX_READ), true);
  return found.take();
}
