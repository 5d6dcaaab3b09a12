import { features, readWords, type Features } from '@huiyin/analyze';
import { table } from '../../apps/cli/src/table.js';
import type { Bench, BenchOptions, Measured } from './bench.js';
import { ClusterStream } from './cluster-stream.js';
import { dice, perturbed, PERTURBATIONS, type Dice } from './perturb.js';
import { writtenTexts } from './written.js';

const SIZES = [10_000, 100_000, 1_000_000];
/** Planted groups grow with the root of the stream, as new matters come up ever more rarely. */
const GROUPS_PER_ROOT = 5;
/** Of the passes over a full window one in so many is made and counted so many times: they all look at as many items. */
const SAMPLED = 5;

/** How the engine's time and memory grow with the stream. */
export const clusterGrowth: Bench = {
  name: 'cluster-growth',
  figure: `exponent b of the engine's processor time ~ N^b over one stream of perturbed texts of planted groups (${SIZES.map((size) => size.toLocaleString('en')).join(', ')} items), in hundredths; projecting, placing, every pass and refit, without reading the texts`,
  beside: 'time in proportion to the items (100)',
  bar: '≤ 1.15',
  aim: '≤ 1.05',
  run({ say, data }: BenchOptions): Promise<Measured> {
    if (data) say('  the texts are perturbed ones of our own whatever --data says');
    return Promise.resolve(measure(say));
  },
};

/** What there was when the stream had come so far. */
interface Mark {
  readonly items: number;
  readonly groups: number;
  readonly placing: number;
  readonly passes: number;
  readonly refits: number;
  readonly clusters: number;
  readonly rss: number;
}

const seconds = ({ placing, passes, refits }: Mark): number => placing + passes + refits;

function measure(say: (line: string) => void): Measured {
  const stream = new ClusterStream(SAMPLED);
  const corpus = plantedStream(SIZES.at(-1)!);
  const marks: Mark[] = [];
  for (const { text, groups } of corpus) {
    stream.add(text);
    if (!SIZES.includes(stream.items)) continue;
    stream.finish();
    const { placing, passes, refits } = stream.spent;
    const mark = { placing: placing / 1_000, passes: passes / 1_000, refits: refits / 1_000 };
    const rss = process.resourceUsage().maxRSS / 1_024;
    marks.push({ items: stream.items, groups, ...mark, clusters: stream.found.clusters, rss });
    say(`  ${marks.at(-1)!.items.toLocaleString('en')} items: ${seconds(marks.at(-1)!).toFixed(1)} s`);
  }
  const rows = marks.map((mark, i) => [
    mark.items.toLocaleString('en'),
    mark.groups.toLocaleString('en'),
    mark.clusters.toLocaleString('en'),
    seconds(mark).toFixed(1),
    mark.placing.toFixed(1),
    mark.passes.toFixed(1),
    mark.refits.toFixed(1),
    ((seconds(mark) * 1_000) / mark.items).toFixed(3),
    i > 0 ? exponent([marks[i - 1]!, mark]).toFixed(2) : '–',
    mark.rss.toFixed(0),
  ]);
  const head = [
    'items',
    'planted',
    'clusters',
    'engine CPU s',
    'placing',
    'passes',
    'refits',
    'ms/item',
    'b',
    'peak MB',
  ];
  for (const line of table([head, ...rows]).split('\n')) say(`  ${line}`);
  const b = exponent(marks);
  const steps = marks.map(
    (mark) => `${mark.items.toLocaleString('en')}: ${seconds(mark).toFixed(1)} s, ${mark.rss.toFixed(0)} MB`,
  );
  return {
    ours: [100 * b],
    beside: [100],
    note: `b = ${b.toFixed(2)}; ${steps.join('; ')} (of the passes over a full window one in ${SAMPLED} was made and counted ${SAMPLED} times)`,
  };
}

/** Slope of a straight line through the logarithms. */
function exponent(marks: readonly Mark[]): number {
  const points = marks.map((mark) => [Math.log(mark.items), Math.log(seconds(mark))] as const);
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Perturbed texts one at a time, so that memory holds no corpus; the n-th item opens a group with a chance of c / (2 √n). */
function* plantedStream(count: number): Generator<{ text: Features; groups: number }> {
  const next = dice(17);
  const originals = writtenTexts(Math.ceil(1.2 * GROUPS_PER_ROOT * Math.sqrt(count)), 'growth').map(({ text }) => text);
  let groups = 0;
  for (let item = 1; item <= count; item++) {
    const opens = groups === 0 || next() < GROUPS_PER_ROOT / (2 * Math.sqrt(item));
    if (opens && groups < originals.length) groups++;
    const group = opens ? groups - 1 : Math.floor(next() * groups);
    yield { text: featuresOf(originals[group]!, next), groups };
  }
}

function featuresOf(original: string, next: Dice): Features {
  const how = PERTURBATIONS[Math.floor(next() * PERTURBATIONS.length)]!;
  const { reading, subjectEnd } = readWords({ text: perturbed(original, how, next) });
  return features(reading, subjectEnd);
}
