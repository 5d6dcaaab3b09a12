import { OperatorError, stopSignal, type Config } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { STAGES } from '@huiyin/loop';
import { defineCommand } from '../command.js';
import { runDemo } from '../demo/run.js';
import { earlierRuns, summarise, type EarlierRun, type Summary } from '../demo/standing.js';
import { count, startProgress } from '../progress.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const MOST_ITEMS = 100_000;

export const command = defineCommand({
  summary: {
    en: 'Fills the database with an invented operator: units, people, rules, and months of feedback at every stage of the loop.',
    zh: '写入一家虚构运营商的演示数据：单位、人员、规则，以及数月间处于各环节的反馈。',
  },
  usage: '[--items 4000] [--days 120] [--seed 1] [--again]',
  options: {
    items: { type: 'string', default: '4000' },
    days: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
  },
  async run({ positionals, values }, config) {
    if (positionals.length > 0) throw new OperatorError('Write demo [--items 4000] [--days 120] [--seed 1] [--again]');
    const wanted = {
      items: wholeNumber('--items', values.items, 30, MOST_ITEMS),
      days: wholeNumber('--days', values.days, 14, 365),
      seed: values.seed,
    };
    const settings = config();
    return withDatabase(settings, 'demo', (db, url) => demo(settings, { db, url }, { ...wanted, again: values.again }));
  },
});

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new OperatorError(`${option} is a whole number from ${min} to ${max}, not "${text}".`);
}

interface Wanted {
  readonly items: number;
  readonly days: number;
  readonly seed: string;
  readonly again: boolean;
}

async function demo(config: Config, place: { db: Database; url: string }, wanted: Wanted): Promise<number> {
  const earlier = await earlierRuns(place.db);
  if (earlier.length > 0 && !wanted.again) throw new OperatorError(whatIsThere(earlier));
  const run = Math.max(0, ...earlier.map((one) => one.run)) + 1;
  const started = performance.now();
  const bar = startProgress(wanted.items, count);
  const stop = stopSignal();
  const progress = (items: number, at: string): void => bar.update(items, at.slice(0, 10));
  const accepted = await runDemo({ config, ...place, stop, progress }, { ...wanted, run }).finally(() => bar.stop());
  if (accepted < wanted.items) {
    console.error(
      `Stopped: ${accepted} of ${wanted.items} items are there, each with its history up to where it came.`,
    );
    return 1;
  }
  const summary = await summarise(place.db, `D${run}-`);
  console.log(report(summary, wanted.items, (performance.now() - started) / 1_000));
  console.log(
    `Look at ${config.publicUrl}/docs, or ${config.publicUrl}/api/v1/loop/stages; npm start runs it if it does not run yet.`,
  );
  return 0;
}

function whatIsThere(earlier: readonly EarlierRun[]): string {
  const cut = earlier.filter(({ items, of }) => items < of);
  const total = earlier.reduce((sum, { items }) => sum + items, 0);
  const parts = cut.map(({ items, of, until }) => `${items} of ${of} up to ${until.slice(0, 10)}`);
  const state = parts.length > 0 ? ` (cut short, or still being written: ${parts.join('; ')})` : '';
  return `The demo is here already, with ${total} items${state}. To add another one beside it, run it with --again.`;
}

function report(summary: Summary, items: number, seconds: number): string {
  const rows = STAGES.map((stage) => {
    const { here = 0, overdue = 0 } = summary.stages.find((one) => one.stage === stage) ?? {};
    return [stage, String(here), overdue > 0 ? String(overdue) : ''];
  });
  const closed = summary.closed.map(({ outcome, items: number }) => `${number} ${outcome}`).join(', ');
  const clusters = summary.clusters.map(({ name, size, open }) => [String(size), String(open), name]);
  return [
    `${count(items)} items of ${count(summary.customers)} customers (${summary.comingBack} came more than once) in ${Math.round(seconds)} s.`,
    table([['STAGE', 'HERE', 'OVERDUE'], ...rows]),
    `Closed: ${closed}.`,
    `Second cycle: ${summary.reopened}, of them third: ${summary.thrice}. Handed back between units: ${summary.handedBack}.`,
    table([['VOICES', 'OPEN', 'LARGEST CLUSTERS'], ...clusters]),
  ].join('\n');
}
