import { read, isHan, type Reading } from './segment.js';
import { forMatching } from './normalise.js';

/** A cue found in a text: the word as the lexicon has it, where it stands, and what it means there. */
export interface Hit<T> {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The token in which it begins. */
  readonly token: number;
  readonly value: T;
}

interface Entry<T> {
  readonly word: string;
  /** Chinese cues: how they are written. */
  readonly text: string;
  /** Other cues: their stems in order. */
  readonly keys: readonly string[];
  readonly values: T[];
}

function file<Key, Value>(index: Map<Key, Value[]>, key: Key, value: Value): void {
  const filed = index.get(key);
  if (filed) filed.push(value);
  else index.set(key, [value]);
}

/**
 * Cue words and phrases with what they mean. Chinese cues are found as characters (but not across two words: 断网 is not
 * in 不断|网络), others as sequences of stems, so "dropped calls" is found by `drop call`. The longest cue at a place
 * wins. One pass over the text whatever the number of cues.
 */
export class Lexicon<T> {
  private readonly han = new Map<number, Entry<T>[]>();
  /** 1 at every UTF-16 unit with which a Chinese cue begins: few of them do, and asking this is quick. */
  private readonly begins = new Uint8Array(0x10000);
  private readonly latin = new Map<string, Entry<T>[]>();

  constructor(cues: Iterable<readonly [word: string, value: T]>) {
    const known = new Map<string, Entry<T>>();
    for (const [word, value] of cues) {
      const seen = known.get(word);
      if (seen) seen.values.push(value);
      else known.set(word, this.add(word, value));
    }
    for (const entries of this.han.values()) entries.sort((a, b) => b.text.length - a.text.length);
    for (const entries of this.latin.values()) entries.sort((a, b) => b.keys.length - a.keys.length);
  }

  /** Every cue in the text, in order; a cue inside a longer one that was found is left out. */
  find(reading: Reading): Hit<T>[] {
    const hits: Hit<T>[] = [];
    let covered = 0;
    const { tokens, edges } = reading;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (!token.han) {
        covered = Math.max(covered, this.findLatin(reading, index, hits, covered));
        if (this.begins[reading.text.charCodeAt(token.start)] === 0) continue;
      }
      for (let at = token.start; at < token.end; at++) {
        if (this.begins[reading.text.charCodeAt(at)] === 0) continue;
        const entry = this.hanAt(reading.text, at, edges);
        if (!entry || at + entry.text.length <= covered) continue;
        covered = at + entry.text.length;
        for (const value of entry.values) hits.push({ word: entry.word, start: at, end: covered, token: index, value });
      }
    }
    return hits;
  }

  private add(word: string, value: T): Entry<T> {
    const text = forMatching(word);
    const chinese = [...text].some((character) => isHan(character));
    const keys = chinese ? [] : read(text).tokens.map((token) => token.key);
    const entry: Entry<T> = { word, text, keys, values: [value] };
    if (chinese) this.begins[text.charCodeAt(0)] = 1;
    if (chinese) file(this.han, text.charCodeAt(0), entry);
    else file(this.latin, keys[0] ?? '', entry);
    return entry;
  }

  private hanAt(text: string, at: number, edges: Uint8Array): Entry<T> | undefined {
    return this.han.get(text.charCodeAt(at))?.find((entry) => {
      if (!text.startsWith(entry.text, at)) return false;
      const cut = (edges[at] ?? 0) + (edges[at + entry.text.length] ?? 0);
      return entry.text.length === 1 ? cut === 2 : cut >= 1;
    });
  }

  /** Adds the longest cue that begins at a token; answers where it ends, 0 when there is none. */
  private findLatin({ tokens }: Reading, index: number, hits: Hit<T>[], covered: number): number {
    const { key, start } = tokens[index]!;
    const entry = this.latin.get(key)?.find(({ keys }) => keys.every((part, i) => tokens[index + i]?.key === part));
    if (!entry) return 0;
    const end = tokens[index + entry.keys.length - 1]!.end;
    if (end <= covered) return 0;
    for (const value of entry.values) hits.push({ word: entry.word, start, end, token: index, value });
    return end;
  }
}
