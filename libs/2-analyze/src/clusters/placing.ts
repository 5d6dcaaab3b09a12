import type { SpaceStatistics } from './space.js';

/** A cluster that an item may be put into. */
export interface Seat {
  readonly id: string;
  readonly centroid: Float32Array;
  readonly joinsFrom: number;
}

/** Where an item was put, and how alike it is, 0 to 1; 1 for the first of a new cluster. */
export interface Placement {
  readonly clusterId: string;
  readonly score: number;
  readonly created: boolean;
}

/**
 * Between two passes an item goes into the cluster whose centroid is nearest, if it is as near as most members are, or
 * opens one of its own. Centroids stay as the last pass left them, so it does not matter who comes first.
 */
export class Seating {
  private readonly seats: Seat[];

  constructor(
    seats: readonly Seat[],
    private readonly statistics: SpaceStatistics | null,
    private readonly newId: () => string,
  ) {
    this.seats = [...seats];
  }

  /**
   * @param direction null for an item of which the space knows nothing
   * @param confidence what similarities to it are worth; see `confidence`
   */
  place(direction: Float32Array | null, confidence = 1): Placement {
    const nearest = direction && this.nearest(direction);
    const score = nearest ? Math.round(nearest.score * confidence * 1e4) / 1e4 : 0;
    if (nearest && score >= nearest.seat.joinsFrom) return { clusterId: nearest.seat.id, score, created: false };
    const id = this.newId();
    if (direction) this.seats.push({ id, centroid: direction, joinsFrom: this.youngFrom() });
    return { clusterId: id, score: 1, created: true };
  }

  /** A cluster of one says little about what belongs to it: as near as most texts have twenty others. */
  youngFrom(): number {
    if (!this.statistics) return 1;
    return Math.min(0.95, Math.max(this.statistics.tightness, 0.5));
  }

  private nearest(direction: Float32Array): { seat: Seat; score: number } | null {
    let best: Seat | null = null;
    let highest = 0;
    for (const seat of this.seats) {
      const { centroid } = seat;
      let similarity = 0;
      for (let d = 0; d < centroid.length; d++) similarity += centroid[d]! * direction[d]!;
      if (similarity <= highest) continue;
      best = seat;
      highest = similarity;
    }
    return best && { seat: best, score: Math.min(1, highest) };
  }
}
