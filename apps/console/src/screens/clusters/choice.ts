import type { ClusterRow } from '../../parts/cluster-edits';

/** What is chosen, and which of it stays when they are merged: the one with most people, unless another one is wanted. */
export interface Choice {
  readonly chosen: readonly ClusterRow[];
  readonly into: ClusterRow | undefined;
  readonly others: readonly ClusterRow[];
  readonly isChosen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** The next one stays. */
  readonly swap: () => void;
  readonly clear: () => void;
}
