import { normalised, type Terms } from './terms.js';

/** What a cluster is recognised by: the mean direction of its members' terms, cut to the heaviest terms. */
export interface ClusterHead {
  /** Term → weight, heaviest first; of length 1 as a vector. */
  readonly terms: ReadonlyMap<string, number>;
  /** How many items have gone into it. */
  readonly size: number;
}

/** Most terms that a head keeps: what its members share, not everything they said. */
export const MAX_HEAD_TERMS = 48;

/** The head of a cluster with one item. */
export function headOf(item: Terms): ClusterHead {
  return { terms: item, size: 1 };
}

/** The head of two clusters made one; the same whichever comes first. */
export function mergeHeads(a: ClusterHead, b: ClusterHead): ClusterHead {
  const sum = new Map<string, number>();
  for (const { terms, size } of [a, b]) {
    for (const [term, weight] of terms) sum.set(term, (sum.get(term) ?? 0) + weight * size);
  }
  return { terms: normalised(sum, MAX_HEAD_TERMS), size: a.size + b.size };
}

/**
 * Cosine of the angle between an item and a head, 0 (nothing in common) to 1 (the same words in the same weights). One
 * term in common is not enough unless it is all there is.
 */
export function similarity(item: Terms, head: ClusterHead): number {
  let dot = 0;
  let square = 0;
  let shared = 0;
  for (const [term, weight] of item) {
    square += weight * weight;
    const other = head.terms.get(term);
    if (other === undefined) continue;
    shared++;
    dot += weight * other;
  }
  if (shared < Math.min(2, item.size) || square === 0) return 0;
  return Math.min(dot / Math.sqrt(square), 1);
}
