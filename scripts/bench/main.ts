import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { accept } from './accept.js';
import { batch } from './batch.js';
import { median, type Bench, type Measured } from './bench.js';
import { classify } from './classify.js';
import { clock } from './clock.js';
import { clusterGrowth } from './cluster-growth.js';
import { clusterStability } from './cluster-stability.js';
import { cluster } from './cluster.js';
import { flow } from './flow.js';
import { flowReal } from './flow-real.js';
import { importCsv } from './import.js';
import { nearDup } from './near-dup.js';
import { benchmarksPage, type Result } from './page.js';
import { redaction } from './redact.js';
import { reviewGain } from './review-gain.js';

const BENCHES: readonly Bench[] = [
  accept,
  batch,
  importCsv,
  flow,
  flowReal,
  nearDup,
  classify,
  cluster,
  clusterStability,
  clusterGrowth,
  reviewGain,
  redaction,
  clock,
];

const PAGE = new URL('../../docs/benchmarks.md', import.meta.url);

/** docs/benchmarks.md from what `--json` wrote at several times. */
async function pageFrom(files: readonly string[]): Promise<void> {
  const parts = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Part[]));
  const measuredOf = new Map(parts.flat().map(({ name, ...measured }) => [name, measured]));
  const results = BENCHES.flatMap((bench) => {
    const measured = measuredOf.get(bench.name);
    return measured ? [{ bench, measured }] : [];
  });
  await writeFile(PAGE, benchmarksPage(results));
}

/** One benchmark as `--json` writes it. */
type Part = Measured & { readonly name: string };

/** Runs the benchmarks that the command line names and prints a table; `all`, and `page` with JSON files, write docs/benchmarks.md. */
export async function main(args: string[]): Promise<void> {
  const options = {
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
    data: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const names = positionals.length > 0 ? positionals : ['help'];
  if (names[0] === 'page') return pageFrom(names.slice(1));
  const chosen = names.includes('all') ? BENCHES : BENCHES.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) {
    console.log(
      `npm run bench -- NAME [--rounds 5] [--json FILE] [--data PATH]\nNAME is all, ${BENCHES.map(({ name }) => name).join(', ')}.`,
    );
    process.exitCode = names.includes('help') ? 0 : 1;
    return;
  }
  const results: Result[] = [];
  for (const bench of chosen) {
    console.log(`${bench.name}: ${bench.figure}\n  beside ${bench.beside}`);
    const measured = await bench.run({
      rounds: Number(values.rounds),
      say: (line) => console.log(line),
      ...(values.data !== undefined && { data: values.data }),
    });
    console.log(summary(bench, measured));
    results.push({ bench, measured });
  }
  if (values.json)
    await writeFile(
      values.json,
      JSON.stringify(
        results.map(({ bench, measured }) => ({ name: bench.name, ...measured })),
        null,
        2,
      ),
    );
  if (names.includes('all')) await writeFile(PAGE, benchmarksPage(results));
}

function summary({ bar, aim }: Bench, { ours, beside, note }: Measured): string {
  const [a, b] = [median(ours), median(beside)];
  const ratio =
    ours.length > 0
      ? `  median ${a.toFixed(0)} beside ${b.toFixed(0)}: ratio ${(a / b).toFixed(2)} (bar ${bar}, aim ${aim})\n`
      : '';
  return `${ratio}${note ? `  ${note}\n` : ''}`;
}
