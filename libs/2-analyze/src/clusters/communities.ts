import { packGraph, type Graph } from './graph.js';

/** How a graph is to be divided. */
export interface Division {
  /** Larger: more and smaller communities (Reichardt and Bornholdt 2006); 1 is plain modularity. */
  readonly resolution: number;
  /** By node: the settled group it must stay in, −1 for none. Two groups never end in one community. */
  readonly owners: Int32Array;
  /** By node: the community to begin with (numbered with the groups: the number of a group means that group), −1 or left out for one of its own. */
  readonly start?: Int32Array;
  /** By node, 1 where it may find another community by itself, but a community with it in joins no other; left out for none. */
  readonly still?: Uint8Array;
}

/** A graph with what a level of it needs. */
interface Level {
  readonly graph: Graph;
  /** Twice the weight inside a node, for nodes that are communities of the level below. */
  readonly inside: Float64Array;
  readonly owners: Int32Array;
}

const MAX_LEVELS = 30;
/** Times that a node is looked at, on the average, before a level is left. */
const PATIENCE = 20;
const SLIGHT = 1e-12;

/**
 * Communities of a graph by modularity: the Louvain method (Blondel et al. 2008) with a queue (Traag et al. 2019), nodes
 * of settled groups never moving. Deterministic: nodes are taken in their order. Answers with a label by node, 0, 1, 2 …
 * in the order of first appearance.
 */
export function communities(graph: Graph, { resolution, owners, start, still }: Division): Int32Array {
  let level: Level = { graph, inside: new Float64Array(graph.size), owners };
  let labels = beginnings(owners, start);
  let placeOf = Int32Array.from({ length: graph.size }, (_, i) => i);
  for (let depth = 0; depth < MAX_LEVELS; depth++) {
    moveNodes(level, labels, resolution);
    const count = renumber(labels);
    placeOf = placeOf.map((place) => labels[place]!);
    if (count === level.graph.size) break;
    level = aggregate(level, labels, count);
    if (depth === 0 && still) holdStill(level.owners, labels, still);
    labels = Int32Array.from({ length: count }, (_, i) => i);
  }
  renumber(placeOf);
  return placeOf;
}

/** One community a node, but those of a settled group, or of a community to begin with, together. */
function beginnings(owners: Int32Array, start: Int32Array | undefined): Int32Array {
  const first = new Map<number, number>();
  return owners.map((owner, i) => {
    const key = owner >= 0 ? owner : (start?.[i] ?? -1);
    if (key < 0) return i;
    const known = first.get(key);
    if (known === undefined) first.set(key, i);
    return known ?? i;
  });
}

/** The communities of a level while nodes move between them. */
class Moves {
  private readonly degree: Float64Array;
  private readonly total: number;
  /** By community: the degrees of its members, and how many there are. */
  private readonly mass: Float64Array;
  private readonly members: Int32Array;
  /** By community: weight between it and the node at hand; all zero in between. */
  private readonly shared: Float64Array;
  private readonly empty: number[] = [];

  constructor(
    private readonly graph: Graph,
    inside: Float64Array,
    private readonly labels: Int32Array,
    private readonly resolution: number,
  ) {
    const { size, starts, weights } = graph;
    this.degree = Float64Array.from(inside);
    for (let i = 0; i < size; i++) for (let e = starts[i]!; e < starts[i + 1]!; e++) this.degree[i]! += weights[e]!;
    this.total = this.degree.reduce((sum, value) => sum + value, 0) || 1;
    this.mass = new Float64Array(size);
    this.members = new Int32Array(size);
    this.shared = new Float64Array(size);
    labels.forEach((label, i) => {
      this.mass[label]! += this.degree[i]!;
      this.members[label]!++;
    });
    for (let label = size - 1; label >= 0; label--) if (this.members[label] === 0) this.empty.push(label);
  }

  /** Puts a node where it gains most; true when that is somewhere else. */
  settle(node: number): boolean {
    const from = this.labels[node]!;
    this.mass[from]! -= this.degree[node]!;
    const to = this.bestFor(node, from);
    this.mass[to]! += this.degree[node]!;
    if (to === from) return false;
    if (--this.members[from]! === 0) this.empty.push(from);
    this.members[to]!++;
    this.labels[node] = to;
    return true;
  }

  private bestFor(node: number, from: number): number {
    const { starts, ends, weights } = this.graph;
    const near: number[] = [];
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const label = this.labels[ends[e]!]!;
      if (this.shared[label] === 0) near.push(label);
      this.shared[label]! += weights[e]!;
    }
    const cost = (this.resolution * this.degree[node]!) / this.total;
    let best = from;
    let gain = this.shared[from]! - cost * this.mass[from]!;
    for (const label of near) {
      const value = this.shared[label]! - cost * this.mass[label]!;
      if (value > gain + SLIGHT) [best, gain] = [label, value];
    }
    for (const label of near) this.shared[label] = 0;
    return gain < -SLIGHT && this.members[from]! > 1 ? this.takeEmpty() : best;
  }

  /** There is one whenever a community has more than one member; those that were filled again are passed over. */
  private takeEmpty(): number {
    for (;;) {
      const label = this.empty.pop()!;
      if (this.members[label] === 0) return label;
    }
  }
}

/** Moves nodes to the neighbouring community that gains most, until none gains; `labels` is changed. */
function moveNodes({ graph, inside, owners }: Level, labels: Int32Array, resolution: number): void {
  const { size, starts, ends } = graph;
  const moves = new Moves(graph, inside, labels, resolution);
  const queue = Array.from({ length: size }, (_, i) => i);
  const queued = new Uint8Array(size).fill(1);
  for (let head = 0; head < queue.length && head < size * PATIENCE; head++) {
    const node = queue[head]!;
    queued[node] = 0;
    if (owners[node]! >= 0 || !moves.settle(node)) continue;
    for (let e = starts[node]!; e < starts[node + 1]!; e++) {
      const neighbour = ends[e]!;
      if (labels[neighbour] === labels[node] || queued[neighbour]) continue;
      queued[neighbour] = 1;
      queue.push(neighbour);
    }
  }
}

/** Makes labels 0, 1, 2 … in the order of first appearance; answers how many there are. */
export function renumber(labels: Int32Array): number {
  const numbers = new Map<number, number>();
  labels.forEach((label, i) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    labels[i] = number;
  });
  return numbers.size;
}

/** The graph whose nodes are the communities. */
function aggregate({ graph, inside, owners }: Level, labels: Int32Array, count: number): Level {
  const edges = Array.from({ length: count }, () => new Map<number, number>());
  const within = new Float64Array(count);
  const ownerOf = new Int32Array(count).fill(-1);
  for (let i = 0; i < graph.size; i++) {
    const from = labels[i]!;
    within[from]! += inside[i]!;
    if (owners[i]! >= 0) ownerOf[from] = owners[i]!;
    for (let e = graph.starts[i]!; e < graph.starts[i + 1]!; e++) {
      const to = labels[graph.ends[e]!]!;
      const weight = graph.weights[e]!;
      if (to === from) within[from]! += weight;
      else edges[from]!.set(to, (edges[from]!.get(to) ?? 0) + weight);
    }
  }
  return { graph: packGraph(edges), inside: within, owners: ownerOf };
}

/** Communities with a still node in them move no more than settled ones do: whose they are does not matter any more. */
function holdStill(owners: Int32Array, labels: Int32Array, still: Uint8Array): void {
  labels.forEach((label, node) => {
    if (still[node]) owners[label] = Math.max(0, owners[label]!);
  });
}

/** Modularity of a division at a resolution: the share of weight inside communities beyond what chance would put there. */
export function modularity({ size, starts, ends, weights }: Graph, labels: Int32Array, resolution: number): number {
  const mass = new Map<number, number>();
  let total = 0;
  let within = 0;
  for (let i = 0; i < size; i++) {
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      total += weights[e]!;
      mass.set(labels[i]!, (mass.get(labels[i]!) ?? 0) + weights[e]!);
      if (labels[ends[e]!] === labels[i]) within += weights[e]!;
    }
  }
  if (total === 0) return 0;
  let chance = 0;
  for (const value of mass.values()) chance += (value / total) ** 2;
  return within / total - resolution * chance;
}
