import { forMatching } from '../text/normalise.js';

/** What an operator's own word is for: kept whole, a sign of a category (and kept whole), or no sign of anything. */
export const WORD_KINDS = ['word', 'cue', 'stop'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** A word of an operator's own. */
export interface DictionaryEntry {
  readonly word: string;
  readonly kind: WordKind;
  /** The category that a cue speaks for; null for the others. */
  readonly category: string | null;
}

/** The operator's own words, ready to be used; all in matching form (see `forMatching`). */
export interface Dictionary {
  /** Changes with every change of the words; `''` for none. */
  readonly version: string;
  /** Kept whole where the text is cut into words. */
  readonly words: readonly string[];
  /** Cue → code of its category. */
  readonly cues: ReadonlyMap<string, string>;
  /** Left out of keywords and comparisons. */
  readonly stops: ReadonlySet<string>;
}

/** No words of one's own. */
export const NO_WORDS: Dictionary = { version: '', words: [], cues: new Map(), stops: new Set() };

let current = NO_WORDS;

/** The dictionary in use in this thread. */
export function dictionary(): Dictionary {
  return current;
}

/** Every text read from now on in this thread (and in no other) is read with this dictionary. */
export function useDictionary(next: Dictionary): void {
  current = next;
}

/** Puts the words on record into a form that threads can be sent. A word with white space cannot be kept whole; as a cue it is found all the same. */
export function dictionaryOf(entries: readonly DictionaryEntry[], version: string): Dictionary {
  const words = new Set<string>();
  const cues = new Map<string, string>();
  const stops = new Set<string>();
  for (const { word, kind, category } of entries) {
    const form = forMatching(word);
    if (!form) continue;
    if (!/\s/.test(form) && kind !== 'stop') words.add(form);
    if (kind === 'cue' && category) cues.set(form, category);
    if (kind === 'stop') stops.add(form);
  }
  return { version, words: [...words], cues, stops };
}
