/** A group that a pass found. */
export interface Group {
  readonly size: number;
  /** Packed. */
  readonly centroid: Uint8Array;
  /** Mean similarity of two members. */
  readonly cohesion: number;
  readonly joinsFrom: number;
}
