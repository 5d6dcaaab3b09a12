import { createHash } from 'node:crypto';
import { isStopWord, type Reading } from '../text/segment.js';

/** One text in five is never learnt from. */
const HELD_OUT = 0.2;

/**
 * What near-identical texts have in common: their words without numbers, function words, order and repetition. Texts with
 * the same answer belong to the same part of a split, or a model would be tested on what it knows by heart.
 */
export function groupOf({ tokens, text }: Reading): string {
  const words = tokens.filter((token) => !isStopWord(token) && !/\d/.test(token.word)).map(({ key }) => key);
  return words.length === 0 ? text : [...new Set(words)].sort().join(' ');
}

/** Whether a group is held out: by its hash, so it is the same in every run and for every model. */
export function isHeldOut(group: string): boolean {
  return createHash('sha1').update(group).digest().readUInt32LE(0) / 2 ** 32 < HELD_OUT;
}
