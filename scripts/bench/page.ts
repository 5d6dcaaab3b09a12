import { cpus, totalmem } from 'node:os';
import { median, type Bench, type Measured } from './bench.js';

/** A benchmark and what it measured. */
export interface Result {
  readonly bench: Bench;
  readonly measured: Measured;
}

const PREFACE = `# Benchmarks

Written by \`npm run bench -- all\`, or from parts measured at several times (\`--json FILE\`, then \`page FILE …\`). Every headline is a ratio of two things measured in the same run, in turn (A B A B …) after one
round of each that does not count; medians, with the raw figures below. Both sides run on the embedded Postgres with \`fsync\`,
\`synchronous_commit\` and \`full_page_writes\` on, and share the machine with their own load generator. Other machines give other
figures; the ratios travel better.
`;

/** docs/benchmarks.md. */
export function benchmarksPage(results: readonly Result[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; ${process.platform}`;
  const rows = results.map(({ bench, measured }) => {
    const [a, b] = [median(measured.ours), median(measured.beside)];
    const figures =
      measured.ours.length > 0
        ? `${round(a)} | ${round(b)} | **${(a / b).toFixed(2)}**`
        : `– | – | **${measured.note ?? ''}**`;
    return `| ${bench.name} | ${bench.figure} | ${bench.beside} | ${figures} | ${bench.bar} | ${bench.aim} |`;
  });
  const raw = results
    .filter(({ measured }) => measured.ours.length > 0)
    .map(
      ({ bench, measured }) =>
        `* ${bench.name}: ours ${measured.ours.map(round).join(', ')}; beside ${measured.beside.map(round).join(', ')}${measured.note ? `. ${measured.note}` : ''}`,
    );
  return `${PREFACE}
Machine: ${machine}. Date: ${new Date().toISOString().slice(0, 10)}.

| name | ours | beside | ours (median) | beside (median) | ratio | first bar | aim |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## Raw figures

${raw.join('\n')}
`;
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}
