import { joinAlike, type Alike } from './alike.js';
import { renumber } from './communities.js';
import { consolidate, measure } from './consolidate.js';
import { standsAlone, suggestMerges, suggestSplits, type SplitIdea } from './ideas.js';
import type { Graph } from './graph.js';
import { describeGroups, type Group, type Grouped } from './group.js';
import type { Features } from './features.js';
import { background, fitSpace, packSpace, project, type Space, type SpaceStatistics } from './space.js';
import { dot, normalise, packVector, stack, unpackVector, type Vectors } from './vectors.js';

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
  /** What an outside model makes of the texts, null for those that it has not seen; left out where there is no such model. */
  readonly outside?: readonly (Float32Array | null)[] | undefined;
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
  readonly merges: readonly Alike[];
  readonly splits: readonly SplitIdea[];
}

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
  const { firsts, nodeOf, weights } = gatherNodes(packed, input);
  const directions = Array.from(firsts, (i) => unpackVector(packed[i]!));
  const vectors = stack(directions, space.dimensions);
  const compared = input.outside ? outsideVectors(Array.from(firsts, (i) => input.outside![i]!)) : vectors;
  const owners = Int32Array.from(firsts, (i) => input.owners[i]!);
  const found = consolidate({
    vectors: compared,
    owners,
    anchors: Int32Array.from(firsts, (i) => input.anchors[i]!),
    calm: !input.refit,
  });
  const { labels, graph } = found;
  joinAlike({ vectors: compared, weights, labels }, owners, background(found.statistics));
  const anchors = nodeOf.map((node) => labels[node]!);
  const parts = breakOut({ vectors: compared, weights, labels, graph }, background(found.statistics));
  const statistics = compared === vectors ? found.statistics : measure(vectors);
  if (input.outside) seatStrays(vectors, labels, compared);
  const { groups, scores } = describeGroups({ vectors, weights, labels }, background(statistics));
  const itemsOf = Array.from(firsts, (): number[] => []);
  nodeOf.forEach((node, i) => itemsOf[node]!.push(i));
  return {
    labels: nodeOf.map((node) => labels[node]!),
    anchors,
    scores: Float32Array.from(nodeOf, (node) => scores[node]!),
    vectors: packed,
    groups,
    statistics,
    space: input.refit ? packSpace(space) : null,
    merges: suggestMerges(groups),
    splits: suggestSplits({ vectors: compared, weights, labels, graph, groups: parts }).map((idea) => {
      return { ...idea, items: idea.items.flatMap((node) => itemsOf[node]!) };
    }),
  };
}

/** Items that are the same in everything a pass looks at, taken as one: a million copies cost no more than one. */
interface Nodes {
  /** By node: one item of it. Nodes are in the order of what they say. */
  readonly firsts: Uint32Array;
  /** By item. */
  readonly nodeOf: Int32Array;
  /** By node: how many items it stands for. */
  readonly weights: Uint32Array;
}

function gatherNodes(packed: readonly Uint8Array[], { owners, anchors, outside }: PassInput): Nodes {
  const order = Uint32Array.from(packed.keys()).sort((a, b) => Buffer.compare(packed[a]!, packed[b]!) || a - b);
  const known = new Map<string, number>();
  const nodeOf = new Int32Array(packed.length);
  const firsts: number[] = [];
  const weights: number[] = [];
  for (const i of order) {
    // A text of which the space knows nothing is like no other, and outside vectors may tell texts apart that ours do not.
    const alone = outside !== undefined || packed[i]!.every((value) => value === 0);
    const key = alone ? `item ${i}` : `${Buffer.from(packed[i]!).toString('latin1')} ${owners[i]!} ${anchors[i]!}`;
    const node = known.get(key) ?? firsts.push(i) - 1;
    known.set(key, node);
    nodeOf[i] = node;
    weights[node] = (weights[node] ?? 0) + 1;
  }
  return { firsts: Uint32Array.from(firsts), nodeOf, weights: Uint32Array.from(weights) };
}

function inContentOrder(features: readonly (Features | null)[]): Features[] {
  const present = features.filter((each): each is Features => each !== null && each.length > 0);
  return present.sort((a, b) => Buffer.compare(a, b));
}

/** Vectors of an outside model, brought to length 1; a text that it has not seen has no neighbour. */
function outsideVectors(rows: readonly (Float32Array | null)[]): Vectors {
  const dimensions = rows.find((row) => row !== null)?.length ?? 1;
  return stack(
    rows.map((row) => (row ? normalise(row.slice()) : new Float32Array(dimensions))),
    dimensions,
  );
}

/** Puts texts that the outside model has not seen where the built-in vectors would: with the nearest text that it has seen. */
function seatStrays(vectors: Vectors, labels: Int32Array, compared: Vectors): void {
  const isStray = (i: number): boolean => dot(compared, i, compared, i) === 0;
  const seated = Array.from(labels.keys()).filter((i) => !isStray(i));
  for (let i = 0; i < labels.length; i++) {
    if (!isStray(i)) continue;
    let highest = 0;
    for (const j of seated) {
      const similarity = dot(vectors, i, vectors, j);
      if (similarity <= highest) continue;
      highest = similarity;
      labels[i] = labels[j]!;
    }
  }
  renumber(labels);
}

/** Makes groups of the parts that stand alone, in `labels`, and describes what there is then. */
function breakOut(found: Grouped & { readonly graph: Graph }, least: number): Group[] {
  const { groups } = describeGroups(found, least);
  let count = groups.length;
  for (const idea of suggestSplits({ ...found, groups })) {
    if (!standsAlone(idea, groups[idea.group]!)) continue;
    for (const node of idea.items) found.labels[node] = count;
    count++;
  }
  return describeGroups(found, least).groups;
}
