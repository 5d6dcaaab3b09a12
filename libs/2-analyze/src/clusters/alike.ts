import { renumber } from './communities.js';
import { describeGroups, type Group, type Grouped } from './group.js';
import { unpackVector } from './vectors.js';

/** Two groups whose centroids are alike. */
export interface Alike {
  readonly one: number;
  readonly other: number;
  /** Cosine of their centroids, 0 to 1. */
  readonly score: number;
}

/** Only groups of this many items are compared: what two people say may be chance. */
const WORTH_COMPARING = 3;
const MOST_COMPARED = 2_000;
/** From here on two groups are one: communities of texts that say different things do not come near it. */
const THE_SAME = 0.8;

/** Pairs of groups whose centroids are alike by `least` or more, the most alike first. `one` is the larger. */
export function alikeGroups(groups: readonly Group[], least: number): Alike[] {
  const compared = groups
    .map(({ size, centroid }, group) => ({ group, size, direction: unpackVector(centroid) }))
    .filter(({ size }) => size >= WORTH_COMPARING)
    .sort((a, b) => b.size - a.size || a.group - b.group)
    .slice(0, MOST_COMPARED);
  const pairs: Alike[] = [];
  compared.forEach(({ group: one, direction: a }, i) => {
    for (const { group: other, direction: b } of compared.slice(i + 1)) {
      let score = 0;
      for (let d = 0; d < a.length; d++) score += a[d]! * b[d]!;
      if (score >= least) pairs.push({ one, other, score: Math.min(1, score) });
    }
  });
  return pairs.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
}

/**
 * Makes one group of those whose centroids nearly coincide, in `labels`: texts about one single thing, or from one
 * template, have communities too, by chance. Settled groups (`owners`, by node) stay apart.
 */
export function joinAlike(found: Grouped, owners: Int32Array, least: number): void {
  for (;;) {
    const ownerOf = new Map<number, number>();
    found.labels.forEach((label, i) => ownerOf.set(label, Math.max(owners[i]!, ownerOf.get(label) ?? -1)));
    const isSettled = (group: number): boolean => ownerOf.get(group)! >= 0;
    const touched = new Set<number>();
    const into = new Map<number, number>();
    for (const { one, other } of alikeGroups(describeGroups(found, least).groups, THE_SAME)) {
      if (touched.has(one) || touched.has(other) || (isSettled(one) && isSettled(other))) continue;
      touched.add(one).add(other);
      into.set(other, one);
    }
    if (into.size === 0) return;
    found.labels.forEach((label, i) => (found.labels[i] = into.get(label) ?? label));
    renumber(found.labels);
  }
}
