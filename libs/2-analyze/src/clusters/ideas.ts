import { alikeGroups, type Alike } from './alike.js';
import { communities } from './communities.js';
import { packGraph, type Graph } from './graph.js';
import type { Group } from './group.js';
import type { Vectors } from './vectors.js';

/** A group of which a part says something of its own. */
export interface SplitIdea {
  readonly group: number;
  /** The nodes of the part. */
  readonly items: readonly number[];
  /** How many items they stand for. */
  readonly size: number;
  /** How alike the items of the part are among themselves, 0 to 1. */
  readonly score: number;
}

/** Groups whose centroids are at least so alike may be one matter. */
const ALIKE = 0.75;
const MOST_IDEAS = 100;
/** A part of its own has at least this many items, */
const SMALLEST_PART = 5;
/** is at most this share of its group, */
const LARGEST_SHARE = 0.5;
/** and leaves at most this share of the unlikeness that the whole group has. */
const LEFT_UNLIKE = 0.4;

/** No group is loose above this cohesion. */
const LOOSE = 0.4;
/** A part that is certain enough, and large enough, to stand alone without being asked for. */
const CERTAIN = 0.7;
const STANDS_ALONE = 8;

/** True for a part that nobody needs to be asked about: many people who say the same, in a group that is a mixed bag. */
export function standsAlone({ size, score }: SplitIdea, { cohesion }: Group): boolean {
  return cohesion <= LOOSE && score >= CERTAIN && size >= STANDS_ALONE;
}

/** Pairs of groups that look alike, the most alike first. */
export function suggestMerges(groups: readonly Group[]): Alike[] {
  return alikeGroups(groups, ALIKE).slice(0, MOST_IDEAS);
}

/** Parts that stand out from their group: nearer to one another by far than the group is, the largest first. */
export function suggestSplits(found: {
  readonly vectors: Vectors;
  readonly weights: Uint32Array;
  readonly labels: Int32Array;
  readonly graph: Graph;
  readonly groups: readonly Group[];
}): SplitIdea[] {
  const members = found.groups.map((): number[] => []);
  found.labels.forEach((label, i) => members[label]!.push(i));
  const ideas = members.flatMap((items, group) => {
    const { size: all, cohesion } = found.groups[group]!;
    if (all * LARGEST_SHARE < SMALLEST_PART) return [];
    const bound = 1 - LEFT_UNLIKE * (1 - cohesion);
    return partsOf(found.graph, items, bound)
      .map((part) => ({ group, items: part, size: part.reduce((sum, node) => sum + found.weights[node]!, 0) }))
      .filter(({ size }) => size >= SMALLEST_PART && size <= all * LARGEST_SHARE)
      .map((part) => ({ ...part, score: cohesionOf(found.vectors, part.items) }))
      .filter(({ score }) => score >= bound);
  });
  return ideas.sort((a, b) => b.size - a.size || a.items[0]! - b.items[0]!).slice(0, MOST_IDEAS);
}

/** Communities among some nodes by the edges that stand for a similarity of `bound` or more. */
function partsOf(graph: Graph, items: readonly number[], bound: number): number[][] {
  const placeOf = new Map(items.map((item, place) => [item, place]));
  const edges = items.map((item) => {
    const map = new Map<number, number>();
    for (let e = graph.starts[item]!; e < graph.starts[item + 1]!; e++) {
      const place = placeOf.get(graph.ends[e]!);
      if (place !== undefined && graph.weights[e]! >= bound ** 3) map.set(place, graph.weights[e]!);
    }
    return map;
  });
  const owners = new Int32Array(items.length).fill(-1);
  const parts: number[][] = [];
  communities(packGraph(edges), { resolution: 0.5, owners }).forEach((part, place) => {
    (parts[part] ??= []).push(items[place]!);
  });
  return parts;
}

/** Mean similarity of two of the items. */
function cohesionOf({ dimensions, values }: Vectors, items: readonly number[]): number {
  const sum = new Float32Array(dimensions);
  for (const item of items) for (let d = 0; d < dimensions; d++) sum[d]! += values[item * dimensions + d]!;
  const square = sum.reduce((total, value) => total + value * value, 0);
  return items.length > 1 ? (square - items.length) / (items.length * (items.length - 1)) : 1;
}
