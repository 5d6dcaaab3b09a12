import { table } from '../../apps/cli/src/table.js';
import type { Bench, BenchOptions, Measured } from './bench.js';
import { ClusterStream } from './cluster-stream.js';
import { featuresOf, topicSets, type TopicSet } from './topic-sets.js';

/** Of the topics, the share that a reviewer wants to have seen. */
const SHARE = 0.8;

/** Does reading clusters spare a reviewer from reading everything? */
export const reviewGain: Bench = {
  name: 'review-gain',
  figure:
    'items that a reviewer reads to see 80 % of the true topics: heads of clusters (size × cohesion², largest first), then second heads and so on, one round a set',
  beside: 'the same in the order in which they came',
  bar: '≤ 0.2',
  aim: '≤ 0.1',
  async run({ say, data }: BenchOptions): Promise<Measured> {
    const rows: string[][] = [];
    const [ours, beside, notes]: [number[], number[], string[]] = [[], [], []];
    for (const set of await topicSets(data)) {
      const { topics, wanted, heads, time } = measure(set);
      ours.push(heads);
      beside.push(time);
      const ratio = (heads / time).toFixed(2);
      const figures = [set.rows.length, topics, heads, time].map(String);
      rows.push([set.name, ...figures, ratio, (wanted / time).toFixed(2)]);
      notes.push(`${set.name} ${ratio}, where nobody can do better than ${(wanted / time).toFixed(2)}`);
      say(`  ${rows.at(-1)!.join('  ')}`);
    }
    const head = ['set', 'items', 'topics', 'heads read', 'in time order', 'ratio', 'best there is'];
    for (const each of table([head, ...rows]).split('\n')) say(`  ${each}`);
    return { ours, beside, note: notes.join('; ') };
  },
};

/** How many items were read, and the fewest in which so many topics can be seen. */
interface Reading {
  readonly topics: number;
  readonly wanted: number;
  readonly heads: number;
  readonly time: number;
}

function measure({ rows }: TopicSet): Reading {
  const stream = new ClusterStream();
  for (const text of featuresOf(rows)) stream.add(text);
  stream.finish();
  const truth = rows.map(({ topic }) => topic);
  const topics = new Set(truth).size;
  const wanted = Math.ceil(topics * SHARE);
  return {
    topics,
    wanted,
    heads: untilSeen(headsFirst(stream), truth, wanted),
    time: untilSeen(truth.keys(), truth, wanted),
  };
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

/** One head of every cluster, the weightiest cluster first, then the second ones, and so on. */
function headsFirst({ last }: ClusterStream): number[] {
  if (!last) return [];
  const members = last.groups.map((): number[] => []);
  last.labels.forEach((label, item) => members[label]!.push(item));
  const worth = last.groups.map(({ size, cohesion }) => size * Math.max(0, cohesion) ** 2);
  const queues = members
    .map((items, label) => ({
      worth: worth[label]!,
      items: items.sort((a, b) => last.scores[b]! - last.scores[a]! || a - b),
    }))
    .sort((a, b) => b.worth - a.worth);
  const order: number[] = [];
  for (let turn = 0; order.length < last.labels.length; turn++) {
    for (const { items } of queues) if (turn < items.length) order.push(items[turn]!);
  }
  return order;
}
