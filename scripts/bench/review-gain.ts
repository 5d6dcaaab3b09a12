import { unpackVector } from '@huiyin/analyze';
import { table } from '../../apps/cli/src/table.js';
import { median, type Bench, type BenchOptions, type Measured } from './bench.js';
import { ClusterStream } from './cluster-stream.js';
import { dice } from './perturb.js';
import { featuresOf, topicSets, type TopicSet } from './topic-sets.js';

/** Of the topics, the share that a reviewer wants to have seen. */
const SHARE = 0.8;

/** Does reading clusters spare a reviewer from reading everything? */
export const reviewGain: Bench = {
  name: 'review-gain',
  figure:
    'items that a reviewer reads to see 80 % of the true topics: a head of every cluster (size × cohesion², largest first), then of each in turn what is unlike those read, one round a set',
  beside: 'the same in the order in which they came',
  bar: '≤ 0.2',
  aim: '≤ 0.1',
  async run({ say, data }: BenchOptions): Promise<Measured> {
    const rows: string[][] = [];
    const [ours, beside, notes]: [number[], number[], string[]] = [[], [], []];
    for (const set of await topicSets(data)) {
      const { topics, wanted, heads, turns, time, shuffled } = measure(set);
      ours.push(heads);
      beside.push(time);
      const ratio = (heads / time).toFixed(2);
      const figures = [set.rows.length, topics, heads, turns, time].map(String);
      rows.push([
        set.name,
        ...figures,
        ratio,
        (wanted / time).toFixed(2),
        String(shuffled),
        (heads / shuffled).toFixed(2),
      ]);
      notes.push(
        `${set.name} ${ratio}, where nobody can do better than ${(wanted / time).toFixed(2)} (${(heads / shuffled).toFixed(2)} of a reading in an order of chance)`,
      );
      say(`  ${rows.at(-1)!.join('  ')}`);
    }
    const head = [
      'set',
      'items',
      'topics',
      'read',
      'nearest only',
      'in time order',
      'ratio',
      'best there is',
      'in any order',
      'ratio',
    ];
    for (const each of table([head, ...rows]).split('\n')) say(`  ${each}`);
    return { ours, beside, note: notes.join('; ') };
  },
};

/** How many items were read, and the fewest in which so many topics can be seen. */
interface Reading {
  readonly topics: number;
  readonly wanted: number;
  readonly heads: number;
  /** With second heads of all clusters after the first ones, and so on. */
  readonly turns: number;
  readonly time: number;
  /** In an order of chance, median of five: a file that is sorted by topic makes a poor time order. */
  readonly shuffled: number;
}

function measure({ rows }: TopicSet): Reading {
  const stream = new ClusterStream();
  for (const text of featuresOf(rows)) stream.add(text);
  stream.finish();
  const truth = rows.map(({ topic }) => topic);
  const topics = new Set(truth).size;
  const wanted = Math.ceil(topics * SHARE);
  const turns = untilSeen(roundRobin(pilesOf(stream)), truth, wanted);
  const heads = untilSeen(unlikeNext(pilesOf(stream)), truth, wanted);
  const trials = [1, 2, 3, 4, 5].map((seed) => untilSeen(atRandom(truth.length, seed), truth, wanted));
  const time = untilSeen(truth.keys(), truth, wanted);
  return { topics, wanted, heads, turns, time, shuffled: median(trials) };
}

function atRandom(count: number, seed: number): number[] {
  const next = dice(seed);
  const keyed = Array.from({ length: count }, (_, item) => ({ item, key: next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function untilSeen(order: Iterable<number>, truth: readonly string[], wanted: number): number {
  const seen = new Set<string>();
  let read = 0;
  for (const item of order) {
    read++;
    seen.add(truth[item]!);
    if (seen.size >= wanted) break;
  }
  return read;
}

/** One head of every cluster, the weightiest cluster first, then the second ones, and so on, nearest to the middle first. */
function* roundRobin(piles: readonly Pile[]): Generator<number> {
  const longest = Math.max(...piles.map(({ items }) => items.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const { items } of piles) if (turn < items.length) yield items[turn]!;
  }
}

/** The same, but a further head is the item that is like its cluster and unlike what was read of it. */
function* unlikeNext(piles: readonly Pile[]): Generator<number> {
  for (const pile of piles) yield pile.read(0);
  for (let left = true; left;) {
    left = false;
    for (const pile of piles) {
      const next = pile.next();
      if (next < 0) continue;
      left = true;
      yield pile.read(next);
    }
  }
}

/** A cluster as its reader sees it. */
class Pile {
  /** How alike each item is to the one most alike that was read; −1 for those that were. */
  private readonly said: Float32Array;

  /** @param items the head first */
  constructor(
    readonly items: readonly number[],
    private readonly scores: Float32Array,
    private readonly vectors: readonly Float32Array[],
  ) {
    this.said = new Float32Array(items.length);
  }

  /** Reads the item at a place of the list. */
  read(at: number): number {
    const direction = this.vectors[this.items[at]!]!;
    this.items.forEach((item, i) => {
      if (this.said[i]! < 0) return;
      const similarity = this.vectors[item]!.reduce((sum, value, d) => sum + value * direction[d]!, 0);
      this.said[i] = Math.max(this.said[i]!, Math.min(1, similarity));
    });
    this.said[at] = -1;
    return this.items[at]!;
  }

  /** Place of the item to read next, −1 when all were read. */
  next(): number {
    let best = -1;
    let most = -Infinity;
    this.items.forEach((item, at) => {
      const worth = this.scores[item]! - this.said[at]!;
      if (this.said[at]! < 0 || worth <= most) return;
      best = at;
      most = worth;
    });
    return best;
  }
}

/** Clusters with their members, both the weightiest first. */
function pilesOf({ last }: ClusterStream): Pile[] {
  if (!last) return [];
  const members = last.groups.map((): number[] => []);
  last.labels.forEach((label, item) => members[label]!.push(item));
  const vectors = last.vectors.map((vector) => unpackVector(vector));
  return last.groups
    .map(({ size, cohesion }, label) => ({ worth: size * Math.max(0, cohesion) ** 2, items: members[label]! }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ items }) => {
      const headFirst = items.sort((a, b) => last.scores[b]! - last.scores[a]! || a - b);
      return new Pile(headFirst, last.scores, vectors);
    });
}
