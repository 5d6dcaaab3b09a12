import { normalise, packVector, type Vectors } from './vectors.js';

/** A group that a pass found. */
export interface Group {
  readonly size: number;
  /** Packed. */
  readonly centroid: Uint8Array;
  /** Mean similarity of two members. */
  readonly cohesion: number;
  readonly joinsFrom: number;
}

/** Nodes with the groups they are in. */
export interface Grouped {
  readonly vectors: Vectors;
  /** By node: how many items it stands for. */
  readonly weights: Uint32Array;
  readonly labels: Int32Array;
}

/** Of ten members nine are nearer than what lets an item join. */
const JOIN_QUANTILE = 0.1;

/** Centroid, cohesion and the way in of each group, `least` at least, and how alike each node is to its own. */
export function describeGroups(
  { vectors: { dimensions, size, values }, weights, labels }: Grouped,
  least: number,
): { groups: Group[]; scores: Float32Array } {
  const count = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const sums = Array.from({ length: count }, () => new Float32Array(dimensions));
  const sizes = new Uint32Array(count);
  for (let i = 0; i < size; i++) {
    const [sum, weight] = [sums[labels[i]!]!, weights[i]!];
    sizes[labels[i]!]! += weight;
    for (let d = 0; d < dimensions; d++) sum[d]! += weight * values[i * dimensions + d]!;
  }
  const squares = sums.map((sum) => sum.reduce((square, value) => square + value * value, 0));
  sums.forEach(normalise);
  const scores = new Float32Array(size);
  const scoresOf = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < size; i++) {
    const sum = sums[labels[i]!]!;
    let score = 0;
    for (let d = 0; d < dimensions; d++) score += sum[d]! * values[i * dimensions + d]!;
    scores[i] = Math.max(0, Math.min(1, score));
    scoresOf[labels[i]!]!.push(scores[i]!);
  }
  const groups = sums.map((sum, label) => {
    const n = sizes[label]!;
    const ranked = scoresOf[label]!.sort((a, b) => a - b);
    const tenth = ranked[Math.floor(ranked.length * JOIN_QUANTILE)] ?? 1;
    return {
      size: n,
      centroid: packVector(sum),
      cohesion: n > 1 ? (squares[label]! - n) / (n * (n - 1)) : 1,
      joinsFrom: Math.min(0.95, Math.max(tenth, least)),
    };
  });
  return { groups, scores };
}
