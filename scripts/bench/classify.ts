import { analyzeText, figuresOf, fit, gramsOf, judge, pack, readWords, unpack, type Figures } from '@huiyin/analyze';
import { table } from '../../apps/cli/src/table.js';
import { TOPICS } from '../../apps/cli/src/demo/topics.js';
import type { Bench, BenchOptions, Measured } from './bench.js';
import { readLabelled, type LabelledSet, type LabelledText } from './labelled.js';
import { writtenTexts } from './written.js';

const WRITTEN = 3_000;

/** Kind, category and sentiment: from the first day, and after training on a split; any labels are learnt the same way. */
export const classify: Bench = {
  name: 'classify',
  figure: 'accuracy / macro-F1 from rules on the first day, and of a model trained on one part, on the other part',
  beside: 'the most frequent label for every text',
  bar: 'waimai 89 acc, car aspects 62 F1, 7 complaints 83 F1, banking77 91 acc',
  aim: '+2 each',
  async run({ say, data }: BenchOptions): Promise<Measured> {
    const sets = data ? await readLabelled(data) : [];
    if (!data) say('  with --data FOLDER, also labelled texts of your own (JSONL: text, detail?, label, split?, cid?)');
    const rows = [ownKinds()];
    for (const set of sets) {
      rows.push(measure(set));
      say(`  ${rows.at(-1)!.join('  ')}`);
    }
    const lines = table([HEAD, ...rows]).split('\n');
    for (const line of lines) say(`  ${line}`);
    return { ours: [], beside: [], note: rows.map((row) => `${row[0]}: ${row[5]} → ${row[6]}`).join('; ') };
  },
};

const HEAD = [
  'labelled texts',
  'labels',
  'learnt',
  'tested',
  'majority',
  'first day',
  'trained',
  'fit s',
  'ms/text',
  'kB',
];

const shown = (figures: Figures | undefined): string =>
  figures ? `${(figures.accuracy * 100).toFixed(1)} / ${(figures.macroF1 * 100).toFixed(1)}` : '–';

/** What the rules say, in our names; two-way feelings have no neutral, so the sign decides. */
function firstDay(set: LabelledSet, tested: readonly LabelledText[]): Figures | undefined {
  const { field } = set;
  if (!field) return undefined;
  const comparable = tested.filter(({ ours }) => ours !== null);
  const twoWay = field === 'sentiment' && !comparable.some(({ ours }) => ours === 'neutral');
  const pairs = comparable.map((words) => {
    const analysis = analyzeText({ subject: words.subject, text: words.text });
    if (field !== 'sentiment') return { truth: words.ours!, given: analysis[field] };
    const { label, score } = analysis.sentiment;
    return { truth: words.ours!, given: twoWay ? (score < 0 ? 'negative' : 'positive') : label };
  });
  return figuresOf(pairs);
}

function majority(learnt: readonly LabelledText[], tested: readonly LabelledText[]): Figures {
  const counts = new Map<string, number>();
  for (const { label } of learnt) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [most = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return figuresOf(tested.map(({ label }) => ({ truth: label, given: most })));
}

function measure(set: LabelledSet): string[] {
  const learnt = set.rows.filter(({ test }) => !test);
  const tested = set.rows.filter(({ test }) => test);
  const labels = new Set(set.rows.map(({ label }) => label)).size;
  const begun = performance.now();
  const examples = learnt.map(({ subject, text, label }) => {
    const { reading, subjectEnd } = readWords({ subject, text });
    return { label, grams: gramsOf(reading, subjectEnd) };
  });
  const model = fit(examples, 'bench');
  const seconds = (performance.now() - begun) / 1_000;
  const head = [
    set.name,
    String(labels),
    String(learnt.length),
    String(tested.length),
    shown(majority(learnt, tested)),
  ];
  if (!model) return [...head, shown(firstDay(set, tested)), '–', '–', '–', '–'];
  const bytes = pack(model);
  const stored = unpack(bytes);
  let judging = 0;
  const pairs = tested.map(({ subject, text, label }) => {
    const { reading, subjectEnd } = readWords({ subject, text });
    const start = performance.now();
    const given = judge(stored, reading, gramsOf(reading, subjectEnd))?.label ?? '';
    judging += performance.now() - start;
    return { truth: label, given };
  });
  const speed = (judging / tested.length).toFixed(3);
  const size = String(Math.round(bytes.length / 1_000));
  return [...head, shown(firstDay(set, tested)), shown(figuresOf(pairs)), seconds.toFixed(1), speed, size];
}

/** The kinds of the demo's own texts by rules; it is no use to train on them, since they are made of the same sentences. */
function ownKinds(): string[] {
  const kinds = new Map(TOPICS.map(({ key, kind }) => [key, kind]));
  const rows = writtenTexts(WRITTEN).map(({ text, topic }) => {
    const kind = kinds.get(topic)!;
    return { subject: null, text, label: kind, ours: kind, test: true };
  });
  const labels = new Set(rows.map(({ label }) => label)).size;
  const first = firstDay({ name: '', field: 'kind', rows }, rows);
  return [
    'demo · kind',
    String(labels),
    '0',
    String(rows.length),
    shown(majority(rows, rows)),
    shown(first),
    '–',
    '–',
    '–',
    '–',
  ];
}
