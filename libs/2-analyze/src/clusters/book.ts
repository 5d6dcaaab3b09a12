import { probeTerms, type Features } from './features.js';
import { bestCluster, headOf, indexTerms, mergeHead, tellingBy, type Candidate, type ClusterHead } from './head.js';

/** What is known of a scope before a batch: how many clusters it has, and how many of them are entered under a term. */
export interface Background {
  readonly clusters: number;
  readonly having: ReadonlyMap<string, number>;
}

/** Where an item went. */
export interface Placement {
  readonly clusterId: string;
  /** How alike the item was to the cluster when it came, 0 to 1; 1 for the first item of a new one. */
  readonly similarity: number;
  /** True when the item opened the cluster. */
  readonly created: boolean;
}

/** Clusters that are compared closely, of those that share a term with an item. */
const CLOSE_LOOK = 24;

/**
 * The clusters of one scope while a batch is placed: take the heads that share a term with any item of the batch, place
 * the items in order, then store {@link ClusterBook.changed}. Nothing here waits or is shared; two batches of the same
 * scope must not be placed at once, which is the store's to see to.
 */
export class ClusterBook {
  private readonly heads = new Map<string, ClusterHead>();
  /** Term → ids of the clusters entered under it, of those in this book. */
  private readonly entries = new Map<string, Set<string>>();
  /** Term → clusters in the whole scope entered under it. */
  private readonly having: Map<string, number>;
  private readonly touched = new Set<string>();
  private clusters: number;

  constructor(
    candidates: Iterable<Candidate>,
    background: Background,
    private readonly newId: () => string,
  ) {
    this.clusters = background.clusters;
    this.having = new Map(background.having);
    for (const { id, head } of candidates) this.put(id, head);
  }

  /** Puts an item into the cluster that is most like it, or opens one; null for an item without any term. */
  place(item: Features): Placement | null {
    if (item.size === 0) return null;
    const telling = tellingBy(this.clusters, (term) => this.having.get(term) ?? 0);
    const match = bestCluster(this.candidatesFor(item, telling), item, { telling });
    const clusterId = match?.id ?? this.newId();
    const known = match && this.heads.get(match.id);
    if (!known) this.clusters++;
    this.replace(clusterId, known, known ? mergeHead(known, item) : headOf(item));
    return { clusterId, similarity: match?.similarity ?? 1, created: !known };
  }

  /** The clusters that were opened or grew, with their heads as they are now, in the order in which they were first touched. */
  changed(): Candidate[] {
    return [...this.touched].map((id) => ({ id, head: this.heads.get(id)! }));
  }

  private candidatesFor(item: Features, telling: (term: string) => number): Candidate[] {
    const points = new Map<string, number>();
    for (const term of probeTerms(item)) {
      const worth = item.get(term)! * telling(term);
      for (const id of this.entries.get(term) ?? []) {
        points.set(id, (points.get(id) ?? 0) + worth * this.heads.get(id)!.terms.get(term)!);
      }
    }
    const closest = [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, CLOSE_LOOK);
    return closest.map(([id]) => ({ id, head: this.heads.get(id)! }));
  }

  private put(id: string, head: ClusterHead): void {
    this.heads.set(id, head);
    for (const term of indexTerms(head)) {
      const ids = this.entries.get(term);
      if (ids) ids.add(id);
      else this.entries.set(term, new Set([id]));
    }
  }

  private replace(id: string, before: ClusterHead | null | undefined, after: ClusterHead): void {
    for (const term of before ? indexTerms(before) : []) {
      this.entries.get(term)?.delete(id);
      this.having.set(term, Math.max(0, (this.having.get(term) ?? 0) - 1));
    }
    this.put(id, after);
    for (const term of indexTerms(after)) this.having.set(term, (this.having.get(term) ?? 0) + 1);
    this.touched.add(id);
  }
}
