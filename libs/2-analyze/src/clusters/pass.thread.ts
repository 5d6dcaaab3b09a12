import { inThread } from '../threads/thread.js';
import type { PassInput, PassOutput } from './pass.js';
import { runPass } from './pass.js';
import { unpackSpace } from './space.js';
import type { Features } from './features.js';
import type { Dictionary } from '../dictionary/dictionary.js';
import type { Words } from '../analyze.js';

/** A pass as it is posted to its thread: the space packed, and words where features must be read from them. */
export interface PassJob extends Omit<PassInput, 'space' | 'features'> {
  readonly space: Uint8Array | null;
  /** By item; null where neither vector nor features are missing. */
  readonly words: readonly (Words | null)[];
  readonly dictionary: Dictionary;
}

inThread<PassJob, PassOutput | null>(async ({ space, words, dictionary, ...input }) => {
  return runPass({
    ...input,
    space: space && unpackSpace(Buffer.from(space)),
    features: await readAll(words, dictionary),
  });
});

/** Segmentation is loaded only where there is something to read. */
async function readAll(words: readonly (Words | null)[], dictionary: Dictionary): Promise<(Features | null)[]> {
  if (words.every((each) => each === null)) return words.map(() => null);
  const [{ useDictionary }, { readWords }, { features }] = await Promise.all([
    import('../dictionary/dictionary.js'),
    import('../analyze.js'),
    import('./features.js'),
  ]);
  useDictionary(dictionary);
  return words.map((each) => {
    if (!each) return null;
    const { reading, subjectEnd } = readWords(each);
    return features(reading, subjectEnd);
  });
}
