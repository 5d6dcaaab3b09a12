import type { Neighbours } from './neighbours.js';

/** A weighted graph without direction, every edge entered at both ends. */
export interface Graph {
  readonly size: number;
  /** Where the edges of each node begin; one more than there are nodes. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly weights: Float32Array;
}

/** Edges by node, before they are packed. */
type EdgeMaps = readonly Map<number, number>[];

/** Packs edges; those of a node in ascending order, so that nothing depends on how they were found. */
export function packGraph(edges: EdgeMaps): Graph {
  const starts = new Uint32Array(edges.length + 1);
  edges.forEach((map, i) => (starts[i + 1] = starts[i]! + map.size));
  const ends = new Uint32Array(starts[edges.length]!);
  const weights = new Float32Array(ends.length);
  edges.forEach((map, i) => {
    let at = starts[i]!;
    for (const [end, weight] of [...map].sort((a, b) => a[0] - b[0])) {
      ends[at] = end;
      weights[at++] = weight;
    }
  });
  return { size: edges.length, starts, ends, weights };
}

/**
 * The graph of who is near whom: an edge where one of two is among the other's neighbours and more alike than `above`.
 * Its weight is the third power of the similarity: eight half-likenesses are worth one sameness.
 */
export function neighbourGraph({ count, indexes, similarities }: Neighbours, above: number): Graph {
  const edges = Array.from({ length: indexes.length / count }, () => new Map<number, number>());
  for (let at = 0; at < indexes.length; at++) {
    const [from, to, similarity] = [Math.floor(at / count), indexes[at]!, similarities[at]!];
    if (to < 0 || similarity <= above) continue;
    const weight = Math.min(similarity, 1) ** 3;
    edges[from]!.set(to, weight);
    edges[to]!.set(from, weight);
  }
  return packGraph(edges);
}
