import { table } from '../../apps/cli/src/table.js';
import { pairChanges } from './agreement.js';
import type { Bench, BenchOptions, Measured } from './bench.js';
import { ClusterStream } from './cluster-stream.js';
import { dice, type Dice } from './perturb.js';
import { featuresOf, topicSets, type TopicSet } from './topic-sets.js';

/** Of the items, those that come before the first look. */
const BEFORE = 0.9;
const EDITS = 100;
/** Most items of one move, as somebody ticks them in a list. */
const MOST_MOVED = 5;

/** Does what people have seen stay when more comes, and what they decided in any case? */
export const clusterStability: Bench = {
  name: 'cluster-stability',
  figure: `share of pairs that came together or apart when the last 10 % of a set arrived; pairs that ${EDITS} edits fixed and that changed`,
  beside: '–',
  bar: '≤ 5 %; 0',
  aim: '≤ 2 %; 0',
  async run({ say, data }: BenchOptions): Promise<Measured> {
    const rows: string[][] = [];
    const notes: string[] = [];
    for (const set of await topicSets(data)) {
      const { all, together, parted, pins, fixed, broken } = measure(set);
      rows.push([
        set.name,
        String(set.rows.length),
        ...[all, together, parted].map(percent),
        String(pins),
        String(fixed),
        String(broken),
      ]);
      notes.push(
        `${set.name} ${percent(all)} of all pairs, ${percent(together)} as a share of those together before, ${broken} of ${fixed} fixed ones`,
      );
      say(`  ${rows.at(-1)!.join('  ')}`);
    }
    const head = [
      'set',
      'items',
      'changed, of all pairs',
      'of those together before',
      'parted of those',
      'items fixed',
      'pairs fixed',
      'of them changed',
    ];
    for (const each of table([head, ...rows]).split('\n')) say(`  ${each}`);
    return { ours: [], beside: [], note: notes.join('; ') };
  },
};

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** What changed in one set. */
interface Stability {
  /** Pairs that changed: as a share of all, and of those that were together before. */
  readonly all: number;
  readonly together: number;
  /** Pairs that were together and no longer are, as a share of those that were. */
  readonly parted: number;
  readonly pins: number;
  readonly fixed: number;
  readonly broken: number;
}

function measure({ rows }: TopicSet): Stability {
  const texts = featuresOf(rows);
  const early = Math.floor(texts.length * BEFORE);
  const [free, edited] = [new ClusterStream(), new ClusterStream()];
  for (const text of texts.slice(0, early)) for (const stream of [free, edited]) stream.add(text);
  for (const stream of [free, edited]) stream.finish();
  const before = [...free.clusterOf];
  editAtRandom(edited, dice(31));
  const pins = [...edited.pins];
  const decided = pins.map((item) => edited.clusterOf[item]!);
  for (const text of texts.slice(early)) for (const stream of [free, edited]) stream.add(text);
  for (const stream of [free, edited]) stream.finish();
  const { all, before: together, changed, parted } = pairChanges(before, free.clusterOf.slice(0, early));
  const fixed = pairChanges(
    decided,
    pins.map((item) => edited.clusterOf[item]!),
  );
  return {
    all: changed / all,
    together: changed / together,
    parted: parted / together,
    pins: pins.length,
    fixed: fixed.all,
    broken: fixed.changed,
  };
}

/** Merges, splits and moves in turn, between clusters taken at random: the larger ones are met with more often, as people meet them. */
function editAtRandom(stream: ClusterStream, next: Dice): void {
  const anyItem = (): number => Math.floor(next() * stream.items);
  for (let edit = 0; edit < EDITS; edit++) {
    const [from, to] = [stream.clusterOf[anyItem()]!, stream.clusterOf[anyItem()]!];
    const members = [...stream.clusterOf.keys()].filter((item) => stream.clusterOf[item] === from);
    if (edit % 3 === 0) stream.edit(members, to);
    else if (edit % 3 === 1)
      stream.edit(
        members.filter(() => next() < 0.3),
        stream.newId(),
      );
    else stream.edit(members.filter(() => next() < 0.5).slice(0, MOST_MOVED), to);
  }
}
