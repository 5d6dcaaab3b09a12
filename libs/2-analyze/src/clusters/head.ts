import { isProbe, normalised, type Terms } from './terms.js';

/** What a cluster is recognised by: the mean direction of its members' termsOf, cut to the heaviest terms. */
export interface ClusterHead {
  /** Term → weight, heaviest first; of length 1 as a vector. */
  readonly terms: ReadonlyMap<string, number>;
  /** How many items have gone into it. */
  readonly size: number;
}

/** A head as it is stored (jsonb). */
export interface StoredHead {
  readonly terms: Readonly<Record<string, number>>;
  readonly size: number;
}

/** A cluster that an item might belong to. */
export interface Candidate {
  readonly id: string;
  readonly head: ClusterHead;
}

/** A candidate with how alike it is, 0 to 1. */
export interface Match {
  readonly id: string;
  readonly similarity: number;
}

/** Most terms that a head keeps: what its members share, not everything they said. */
export const MAX_HEAD_TERMS = 48;

/** The head of a cluster with one item. */
export function headOf(item: Terms): ClusterHead {
  return { terms: item, size: 1 };
}

/** The head after an item has joined: one more item moves a large cluster little. */
export function mergeHead(head: ClusterHead, item: Terms): ClusterHead {
  return mergeHeads(head, { terms: item, size: 1 });
}

/** The head of two clusters made one; the same whichever comes first. */
export function mergeHeads(a: ClusterHead, b: ClusterHead): ClusterHead {
  const sum = new Map<string, number>();
  for (const { terms, size } of [a, b]) {
    for (const [term, weight] of terms) sum.set(term, (sum.get(term) ?? 0) + weight * size);
  }
  return { terms: normalised(sum, MAX_HEAD_TERMS), size: a.size + b.size };
}

/** The head as plain JSON. */
export function storeHead({ terms, size }: ClusterHead): StoredHead {
  return { terms: Object.fromEntries(terms), size };
}

/** A head as it was stored; jsonb does not keep the order of keys, so they are sorted again. */
export function loadHead({ terms, size }: StoredHead): ClusterHead {
  return { terms: new Map(Object.entries(terms).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))), size };
}

/** The terms under which a cluster is entered in the inverted index: the heaviest words, none of them too light to lead to it. */
export function indexTerms({ terms }: ClusterHead, limit = 20): string[] {
  return [...terms.keys()].filter(isProbe).slice(0, limit);
}

/**
 * How much a term tells clusters of one scope apart, 0 to 1: 1 while it is in a hundredth of them or fewer, falling with
 * the logarithm to 0 for a term that is in all. What a general corpus calls rare may be in every second item here (the
 * name of the province, of the operator), and only the clusters themselves know that.
 */
export type Telling = (term: string) => number;

/** {@link Telling} from how many clusters there are and how many have each term; a hundred clusters are assumed beforehand. */
export function tellingBy(clusters: number, having: (term: string) => number): Telling {
  return (term) => {
    const share = (having(term) + 1) / (clusters + 100);
    return Math.max(0, Math.min(1, -Math.log(share) / Math.log(100)));
  };
}

/**
 * Cosine of the angle between an item and a head, 0 (nothing in common) to 1 (the same words in the same weights), every
 * term of the item weighed by how telling it is. One term in common is not enough unless it is all there is.
 */
export function similarity(item: Terms, head: ClusterHead, telling: Telling = () => 1): number {
  let dot = 0;
  let itemSquare = 0;
  let headSquare = 1;
  let shared = 0;
  for (const [term, weight] of item) {
    const factor = telling(term);
    itemSquare += factor * weight * weight;
    const other = head.terms.get(term);
    if (other === undefined) continue;
    shared++;
    dot += factor * weight * other;
    headSquare -= (1 - factor) * other * other;
  }
  if (shared < Math.min(2, item.size) || itemSquare <= 0 || headSquare <= 0) return 0;
  return Math.min(dot / Math.sqrt(itemSquare * headSquare), 1);
}

/**
 * How alike an item must be to a cluster to belong to it. Texts of few terms meet by chance more easily than long ones,
 * so less is asked of those: 0.61 at one term, 0.46 at four, 0.37 at forty.
 */
export function thresholdFor(item: Terms): number {
  return 0.36 + 0.5 / (item.size + 1);
}

/**
 * The most similar candidate, or null when none reaches the threshold. At equal similarity the larger cluster, then the
 * smaller id, so that the answer does not depend on the order of the candidates.
 */
export function bestCluster(
  candidates: Iterable<Candidate>,
  item: Terms,
  { threshold = thresholdFor(item), telling }: { threshold?: number; telling?: Telling } = {},
): Match | null {
  let best: Candidate | null = null;
  let highest = 0;
  for (const candidate of candidates) {
    const value = similarity(item, candidate.head, telling);
    if (value < threshold || value < highest) continue;
    if (best && value === highest && !isBefore(candidate, best)) continue;
    best = candidate;
    highest = value;
  }
  return best && { id: best.id, similarity: Math.round(highest * 1e4) / 1e4 };
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.head.size === b.head.size ? a.id < b.id : a.head.size > b.head.size;
}
