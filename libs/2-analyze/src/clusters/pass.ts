import { consolidate } from './consolidate.js';
import { standsAlone, suggestMerges, suggestSplits, type MergeIdea, type SplitIdea } from './ideas.js';
import type { Graph } from './graph.js';
import type { Features } from './features.js';
import { background, fitSpace, packSpace, project, type Space, type SpaceStatistics } from './space.js';
import { normalise, packVector, stack, unpackVector, type Vectors } from './vectors.js';

/** What a pass is given: items in any order, everything by item. */
export interface PassInput {
  /** Fit the space anew on the features of all; else the vectors are taken as they are. */
  readonly refit: boolean;
  /** The space now; null before the first. */
  readonly space: Space | null;
  /** Packed; null where it must be made from the features. */
  readonly vectors: readonly (Uint8Array | null)[];
  /** Wherever the vector is null, and everywhere for a refit. */
  readonly features: readonly (Features | null)[];
  readonly owners: Int32Array;
  readonly anchors: Int32Array;
}

/** A group that a pass found. */
export interface Group {
  readonly size: number;
  /** Packed. */
  readonly centroid: Uint8Array;
  /** Mean similarity of two members. */
  readonly cohesion: number;
  readonly joinsFrom: number;
}

/** What a pass found, by item in the order of the input. */
export interface PassOutput {
  readonly labels: Int32Array;
  /** The communities from which later passes begin: the groups before parts that stand alone were taken out of them. */
  readonly anchors: Int32Array;
  /** How alike each item is to its group. */
  readonly scores: Float32Array;
  readonly vectors: readonly Uint8Array[];
  readonly groups: readonly Group[];
  readonly statistics: SpaceStatistics;
  /** Packed; null when it was not fitted anew. */
  readonly space: Uint8Array | null;
  readonly merges: readonly MergeIdea[];
  readonly splits: readonly SplitIdea[];
}

/** Of ten members nine are nearer than what lets an item join. */
const JOIN_QUANTILE = 0.1;

/**
 * One look at all items at once. Pure, and independent of the order of the items: they are sorted by what they say
 * before anything is found. Null when the texts share nothing that a space could be fitted on.
 */
export function runPass(input: PassInput): PassOutput | null {
  const space = input.refit ? fitSpace(inContentOrder(input.features)) : input.space;
  if (!space) return null;
  const packed = input.vectors.map((vector, i) => {
    const known = input.refit ? null : vector;
    return known ?? packVector(project(input.features[i] ?? new Uint8Array(0), space));
  });
  const order = Uint32Array.from(packed.keys()).sort((a, b) => Buffer.compare(packed[a]!, packed[b]!) || a - b);
  const directions = Array.from(order, (i) => unpackVector(packed[i]!));
  const vectors = stack(directions, space.dimensions);
  const {
    labels: sorted,
    statistics,
    graph,
  } = consolidate({
    vectors,
    owners: Int32Array.from(order, (i) => input.owners[i]!),
    anchors: Int32Array.from(order, (i) => input.anchors[i]!),
  });
  const anchors = new Int32Array(order.length);
  const back = <T>(target: { [at: number]: T }, values: ArrayLike<T>): void =>
    order.forEach((i, at) => (target[i] = values[at]!));
  back(anchors, sorted);
  const { groups, scores } = breakOut({ vectors, labels: sorted, graph }, statistics);
  const labels = new Int32Array(order.length);
  back(labels, sorted);
  const scoresByItem = new Float32Array(order.length);
  back(scoresByItem, scores);
  return {
    labels,
    anchors,
    scores: scoresByItem,
    vectors: packed,
    groups,
    statistics,
    space: input.refit ? packSpace(space) : null,
    merges: suggestMerges(groups),
    splits: suggestSplits({ vectors, labels: sorted, graph, groups }).map((idea) => {
      return { ...idea, items: idea.items.map((at) => order[at]!) };
    }),
  };
}

function inContentOrder(features: readonly (Features | null)[]): Features[] {
  const present = features.filter((each): each is Features => each !== null && each.length > 0);
  return present.sort((a, b) => Buffer.compare(a, b));
}

/** Makes groups of the parts that stand alone, in `labels`, and describes what there is then. */
function breakOut(
  found: { readonly vectors: Vectors; readonly labels: Int32Array; readonly graph: Graph },
  statistics: SpaceStatistics,
): { groups: Group[]; scores: Float32Array } {
  const { vectors, labels } = found;
  const { groups } = describe(vectors, labels, statistics);
  let count = groups.length;
  for (const idea of suggestSplits({ ...found, groups })) {
    if (!standsAlone(idea, groups[idea.group]!, statistics.tightness)) continue;
    for (const item of idea.items) labels[item] = count;
    count++;
  }
  return describe(vectors, labels, statistics);
}

/** Centroid, cohesion and the way in of each group, and how alike each item is to its own. */
function describe(
  { dimensions, size, values }: Vectors,
  labels: Int32Array,
  statistics: SpaceStatistics,
): { groups: Group[]; scores: Float32Array } {
  const count = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const sums = Array.from({ length: count }, () => new Float32Array(dimensions));
  const sizes = new Uint32Array(count);
  for (let i = 0; i < size; i++) {
    sizes[labels[i]!]!++;
    const sum = sums[labels[i]!]!;
    for (let d = 0; d < dimensions; d++) sum[d]! += values[i * dimensions + d]!;
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
    const least = scoresOf[label]!.sort((a, b) => a - b)[Math.floor(n * JOIN_QUANTILE)] ?? 1;
    return {
      size: n,
      centroid: packVector(sum),
      cohesion: n > 1 ? (squares[label]! - n) / (n * (n - 1)) : 1,
      joinsFrom: Math.min(0.95, Math.max(least, background(statistics))),
    };
  });
  return { groups, scores };
}
