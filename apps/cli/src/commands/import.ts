import { stat } from 'node:fs/promises';
import { CUSTOMER_RULES, Intake, PIECE_RULES } from '@huiyin/collect';
import { OperatorError, stopSignal } from '@huiyin/config';
import { UnitDirectory } from '@huiyin/org';
import { defineCommand } from '../command.js';
import { importFile, type ImportResult } from '../import/import-file.js';
import { FILE_OPTIONS, FILE_USAGE, fileOf } from '../import/options.js';
import { Rejects } from '../import/rejects.js';
import { count, megabytes, startProgress } from '../progress.js';
import { withDatabase } from '../with-database.js';

const FIELDS = Object.keys(PIECE_RULES).flatMap((name) =>
  name === 'customer' ? Object.keys(CUSTOMER_RULES).map((inner) => `customer.${inner}`) : name === 'attributes' ? 'attributes.<name>' : name,
);

export const command = defineCommand({
  summary: {
    en: `Takes feedback in from a CSV (with a head) or JSONL file; twice adds nothing. Fields: ${FIELDS.join(', ')}.`,
    zh: '从 CSV(首行为列名)或 JSONL 文件导入反馈;重复导入不会重复入库。',
  },
  usage: `${FILE_USAGE} [--rejects <file.jsonl>]`,
  options: { ...FILE_OPTIONS, rejects: { type: 'string' } },
  async run(args, config) {
    const file = fileOf(args);
    const rejects = new Rejects(args.values.rejects);
    const bytes = await sizeOf(file.path);
    const stop = stopSignal();
    await withDatabase(config(), 'import', async (database) => {
      const bar = startProgress(bytes, megabytes);
      const begun = performance.now();
      const seconds = () => (performance.now() - begun) / 1_000;
      const progress = (at: number, rows: number) => bar.update(at, `${count(rows)} rows · ${count(rows / seconds())} rows/s`);
      const door = { intake: new Intake(database), units: new UnitDirectory(database) };
      const result = await importFile(file, { door, rejects, stop, progress }).finally(() => bar.stop());
      await rejects.close();
      report(result, rejects, seconds());
    });
  },
});

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new OperatorError(`There is no file ${path}.`);
  return Math.max(1, found.size);
}

function report(result: ImportResult, { shown, path, count: rejected }: Rejects, seconds: number): void {
  const { accepted, duplicates, complete, madeIds, unseen, untaken } = result;
  for (const line of shown) console.error(line);
  if (rejected > shown.length && !path) console.error(`… and ${count(rejected - shown.length)} more; --rejects <file> keeps all of them.`);
  if (path && rejected > 0) console.error(`The rejected rows, with the reason for each, are in ${path}.`);
  if (unseen.length > 0) console.error(`No row has a value for ${unseen.join(', ')}; is --map right?`);
  if (untaken.length > 0) console.error(`Not taken: ${untaken.join(', ')} (take them with --map attributes.<name>=<column>).`);
  if (madeIds > 0)
    console.error(`${count(madeIds)} rows have no id of their own; it was made of their content, so rows that are equal in every column count once.`);
  if (!complete) console.error('Stopped before the end. Run the same command again to go on: what is on record is not added twice.');
  const rate = count((accepted + duplicates + rejected) / seconds);
  console.log(
    `${count(accepted)} accepted, ${count(duplicates)} duplicates, ${count(rejected)} rejected in ${seconds.toFixed(1)} s (${rate} rows/s)`,
  );
}
