import { unpackVector } from '@huiyin/analyze';
import { table } from '../../apps/cli/src/table.js';
import { agreement, type Agreement } from './agreement.js';
import { median, type Bench, type BenchOptions, type Measured } from './bench.js';
import { ClusterStream } from './cluster-stream.js';
import { block, sphericalKMeans } from './kmeans.js';
import { featuresOf, topicSets, type TopicSet } from './topic-sets.js';

const SEEDS = [1, 2, 3];

/** Do clusters found in a stream agree with what people call topics? */
export const cluster: Bench = {
  name: 'cluster',
  figure: 'AMI × 100 of our clusters with the true topics, in stream order, one round a set',
  beside: 'spherical k-means over all at once with the true k on the same vectors, median of 3 seeds',
  bar: '≥ 0.90 fine topics, ≥ 0.85 coarse; clusters 0.5 to 2 × true k',
  aim: '≥ 1.0',
  async run({ say, data }: BenchOptions): Promise<Measured> {
    const rows: string[][] = [];
    const [ours, beside, notes]: [number[], number[], string[]] = [[], [], []];
    for (const set of await topicSets(data)) {
      const found = measure(set);
      ours.push(found.ours.ami * 100);
      beside.push(found.kmeans.ami * 100);
      rows.push(line(found));
      notes.push(
        `${set.name} ${(found.ours.ami / found.kmeans.ami).toFixed(2)} with ${found.ours.clusters} clusters for ${found.topics}`,
      );
      say(`  ${rows.at(-1)!.join('  ')}`);
    }
    for (const each of table([HEAD, ...rows]).split('\n')) say(`  ${each}`);
    return { ours, beside, note: notes.join('; ') };
  },
};

/** What was found in one set. */
interface Found {
  readonly name: string;
  readonly items: number;
  readonly topics: number;
  readonly ours: Agreement;
  readonly placed: Agreement;
  readonly kmeans: Agreement;
  readonly alone: Agreement;
  readonly together: Agreement;
  readonly seconds: number;
}

// prettier-ignore
const HEAD = ['set', 'items', 'topics', 'clusters', 'of ≥ 2', 'count ratio', 'AMI', 'ARI', 'B³', 'as placed', 'k-means AMI', 'ARI', 'B³', 'ratio', 'singletons AMI', 'B³', 'all in one AMI', 'B³', 's'];

const percent = (value: number): string => (value * 100).toFixed(1);

function line({ name, items, topics, ours, placed, kmeans, alone, together, seconds }: Found): string[] {
  return [
    name,
    String(items),
    String(topics),
    String(ours.clusters),
    String(ours.shared),
    (ours.clusters / topics).toFixed(2),
    ...[ours.ami, ours.ari, ours.bcubed, placed.ami, kmeans.ami, kmeans.ari, kmeans.bcubed].map(percent),
    (ours.ami / kmeans.ami).toFixed(2),
    ...[alone.ami, alone.bcubed, together.ami, together.bcubed].map(percent),
    seconds.toFixed(0),
  ];
}

function measure({ name, rows }: TopicSet): Found {
  const truth = rows.map(({ topic }) => topic);
  const topics = new Set(truth).size;
  const began = performance.now();
  const stream = new ClusterStream();
  const placed = featuresOf(rows).map((text) => stream.add(text));
  stream.finish();
  const seconds = (performance.now() - began) / 1_000;
  const vectors = block((stream.last?.vectors ?? []).map((vector) => unpackVector(vector)));
  const trials = SEEDS.map((seed) => agreement(truth, [...sphericalKMeans(vectors, topics, seed)]));
  const middle = median(trials.map(({ ami }) => ami));
  return {
    name,
    items: rows.length,
    topics,
    ours: agreement(truth, stream.clusterOf),
    placed: agreement(truth, placed),
    kmeans: trials.find(({ ami }) => ami === middle) ?? trials[0]!,
    alone: agreement(truth, [...rows.keys()]),
    together: agreement(
      truth,
      rows.map(() => 0),
    ),
    seconds,
  };
}
