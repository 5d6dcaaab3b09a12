import { communities, modularity } from './communities.js';
import { neighbourGraph, type Graph } from './graph.js';
import { nearestNeighbours, type Neighbours } from './neighbours.js';
import { seededRandom } from './random.js';
import { background, type SpaceStatistics } from './space.js';
import { dot, type Vectors } from './vectors.js';

/** What a pass looks at. The order of the items must not depend on when they arrived: sort them by content. */
export interface Gathering {
  readonly vectors: Vectors;
  /** By item: the number of the settled cluster that a person put it into, −1 for none. */
  readonly owners: Int32Array;
  /** By item: the group it was in at the last milestone, −1 for a newcomer. */
  readonly anchors: Int32Array;
  /** Between two milestones: items find their place among the groups that there are, newcomers may make new ones, and no group of the last milestone joins another. */
  readonly calm?: boolean | undefined;
}

/** What a pass finds. */
export interface Grouping {
  /** By item: the group it belongs to, 0, 1, 2 … */
  readonly labels: Int32Array;
  readonly statistics: SpaceStatistics;
  readonly graph: Graph;
  /** True when the groups were made afresh, as they were worth more than the old ones moved on. */
  readonly afresh: boolean;
}

const NEIGHBOURS = 20;
/** Resolution where texts hardly resemble one another; it grows to 1 with the tightness of neighbourhoods. */
const COARSEST = 0.4;
/** Modularity that a fresh division must be better by before it replaces the one that people know. */
const WORTH_A_CHANGE = 0.005;
const RANDOM_PAIRS = 4_000;

/** Twenty neighbours of each; fewer in a collection of less than two hundred. */
function neighboursOf(vectors: Vectors): Neighbours {
  const wanted = Math.min(NEIGHBOURS, Math.max(3, Math.floor(vectors.size / 10)));
  return nearestNeighbours(vectors, Math.max(1, Math.min(wanted, vectors.size - 1)));
}

/** Similarities of pairs at random, and of each to its last neighbour. */
export function measure(vectors: Vectors, neighbours = neighboursOf(vectors)): SpaceStatistics {
  const { count, similarities } = neighbours;
  const random = seededRandom(11);
  const pick = (): number => Math.floor(random() * vectors.size);
  let sum = 0;
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < RANDOM_PAIRS; i++) {
    const [a, b] = [pick(), pick()];
    if (a === b) continue;
    const similarity = dot(vectors, a, vectors, b);
    sum += similarity;
    squares += similarity * similarity;
    pairs++;
  }
  const mean = pairs > 0 ? sum / pairs : 0;
  const deviation = pairs > 0 ? Math.sqrt(Math.max(0, squares / pairs - mean * mean)) : 0;
  const last = Float32Array.from({ length: vectors.size }, (_, i) => Math.max(0, similarities[i * count + count - 1]!));
  return { mean, deviation, tightness: last.sort()[Math.floor(last.length / 2)] ?? 0 };
}

/**
 * How finely to divide. In a collection whose texts repeat one another a loose bond means little, in one where no two
 * texts are much alike it is all there is: the power 1.5 of the tightness, at least {@link COARSEST}; of the powers 1, 1.5 and 2 the one that served
 * fine and coarse collections alike.
 */
function resolutionFor({ tightness }: SpaceStatistics): number {
  return Math.min(1, Math.max(COARSEST, tightness ** 1.5));
}

/**
 * Groups items afresh: who is near whom, then communities. Groups that people settled stay as they are (newcomers may
 * join them), and the groups of the last milestone stay unless fresh ones are clearly better. A function of its input
 * and nothing else.
 */
export function consolidate({ vectors, owners, anchors, calm = false }: Gathering): Grouping {
  const neighbours = neighboursOf(vectors);
  const statistics = measure(vectors, neighbours);
  const graph = neighbourGraph(neighbours, background(statistics));
  const resolution = resolutionFor(statistics);
  const start = beginWith(graph, owners, anchors);
  if (start && calm) {
    const still = Uint8Array.from(anchors, (anchor) => (anchor >= 0 ? 1 : 0));
    const labels = communities(graph, { resolution, owners, start, still });
    return { labels, statistics, graph, afresh: false };
  }
  const fresh = communities(graph, { resolution, owners });
  if (!start) return { labels: fresh, statistics, graph, afresh: true };
  const known = communities(graph, { resolution, owners, start });
  const gain = modularity(graph, fresh, resolution) - modularity(graph, known, resolution);
  return gain > WORTH_A_CHANGE
    ? { labels: fresh, statistics, graph, afresh: true }
    : { labels: known, statistics, graph, afresh: false };
}

/**
 * Where communities begin: each item in its group of the last milestone, newcomers in the group of most of their
 * neighbours, or alone where these are newcomers too; a group of which most items are settled in one cluster begins there. Null when there is no milestone yet.
 */
function beginWith(graph: Graph, owners: Int32Array, anchors: Int32Array): Int32Array | null {
  if (anchors.every((anchor) => anchor < 0)) return null;
  const base = owners.reduce((most, owner) => Math.max(most, owner), -1) + 1;
  const seats = new Map<number, Map<number, number>>();
  anchors.forEach((anchor, i) => {
    const votes = seats.get(anchor) ?? new Map<number, number>();
    seats.set(anchor, votes.set(owners[i]!, (votes.get(owners[i]!) ?? 0) + 1));
  });
  const groupOf = (anchor: number): number => {
    const [owner, votes] = mostVoted(seats.get(anchor)!);
    const all = [...seats.get(anchor)!.values()].reduce((sum, value) => sum + value, 0);
    return owner >= 0 && votes * 2 > all ? owner : base + anchor;
  };
  const groups = new Map([...seats.keys()].filter((anchor) => anchor >= 0).map((anchor) => [anchor, groupOf(anchor)]));
  const start = anchors.map((anchor, i) => (owners[i]! >= 0 ? owners[i]! : (groups.get(anchor) ?? -1)));
  return start.map((group, i) => (group >= 0 ? group : neighboursChoice(graph, start, i)));
}

/** The group of most of an item's neighbours; −1 where it has more in common with other newcomers than with all groups. */
function neighboursChoice({ starts, ends, weights }: Graph, groups: Int32Array, item: number): number {
  const votes = new Map<number, number>();
  let [known, fresh] = [0, 0];
  for (let e = starts[item]!; e < starts[item + 1]!; e++) {
    const group = groups[ends[e]!]!;
    if (group < 0) fresh += weights[e]!;
    else known += weights[e]!;
    if (group >= 0) votes.set(group, (votes.get(group) ?? 0) + weights[e]!);
  }
  return known > fresh ? mostVoted(votes)[0] : -1;
}

function mostVoted(votes: ReadonlyMap<number, number>): [choice: number, votes: number] {
  return [...votes].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
}
