import type { Vector } from './alphabet.js';

/** Share of an n-gram's value that it keeps however little it tells. */
const PLAIN = 0.7;
/** Occurrences that chance is granted on each side: what was seen once tells little. */
const CHANCE = 1;

/**
 * How much each n-gram tells a label from the others, as a factor on its value: PLAIN for what is as frequent with the
 * label as without it, more for what is not (after Wang and Manning, Baselines and Bigrams, ACL 2012). Their ratio of
 * shares calls every rare n-gram telling when the label is rare; here counts are held against the counts to be expected.
 * @param signs 1 for rows of the label, −1 for others
 * @param size number of n-grams
 */
export function tellingOf(rows: readonly Vector[], signs: Int8Array, size: number): Float64Array {
  const inside = new Float64Array(size);
  const all = new Float64Array(size);
  let members = 0;
  rows.forEach(({ indices }, i) => {
    const member = signs[i] === 1 ? 1 : 0;
    members += member;
    for (const index of indices) {
      inside[index]! += member;
      all[index]!++;
    }
  });
  const share = members / Math.max(1, rows.length);
  return all.map((count, index) => {
    const ratio = (found: number, part: number) => Math.log((found + CHANCE) / (count * part + CHANCE));
    const found = inside[index]!;
    return PLAIN + (1 - PLAIN) * Math.abs(ratio(found, share) - ratio(count - found, 1 - share));
  });
}
