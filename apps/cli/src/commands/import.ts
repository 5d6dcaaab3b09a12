import { FIELDS, Intake } from '@huiyin/collect';
import { stopSignal } from '@huiyin/config';
import { UnitDirectory } from '@huiyin/org';
import { openVault } from '@huiyin/privacy';
import { defineCommand } from '../command.js';
import { importFile, type ImportResult } from '../import/import-file.js';
import { FILE_OPTIONS, FILE_USAGE, fileOf, rejectsOf, sizeOf } from '../import/options.js';
import { type Rejects } from '../import/rejects.js';
import { count, megabytes, startProgress } from '../progress.js';
import { withDatabase } from '../with-database.js';

export const command = defineCommand({
  summary: {
    en: `Takes feedback in from a CSV (with a head) or JSONL file; twice adds nothing. Fields: ${FIELDS.join(', ')}, attributes.<name>.`,
    zh: '从 CSV(首行为列名)或 JSONL 文件导入反馈;重复导入不会重复入库。',
  },
  usage: `${FILE_USAGE} [--rejects <file.jsonl>]`,
  options: { ...FILE_OPTIONS, rejects: { type: 'string' } },
  async run(args, config) {
    const file = fileOf(args);
    const bytes = await sizeOf(file);
    const rejects = rejectsOf(file, args.values.rejects);
    const stop = stopSignal();
    const settings = config();
    return withDatabase(settings, 'import', async (database) => {
      const bar = startProgress(bytes, megabytes);
      const begun = performance.now();
      const seconds = () => (performance.now() - begun) / 1_000;
      const progress = (at: number, rows: number) =>
        bar.update(at, `${count(rows)} rows · ${count(rows / seconds())} rows/s`);
      const door = {
        intake: new Intake(database, await openVault(settings, database)),
        units: new UnitDirectory(database),
      };
      const result = await importFile(file, { door, rejects, stop, progress }).finally(() => bar.stop());
      await rejects.close();
      report(result, rejects, seconds());
      return statusOf(result);
    });
  },
});

/** 130 as for every program that Ctrl+C has ended; 3 when rows were rejected, 1 when there were rows and none could be taken. */
function statusOf({ complete, accepted, duplicates, rejected }: ImportResult): number {
  if (!complete) return 130;
  if (rejected === 0) return 0;
  return accepted + duplicates === 0 ? 1 : 3;
}

function report(result: ImportResult, rejects: Rejects, seconds: number): void {
  const { accepted, duplicates, rejected, complete, madeIds, unseen, untaken } = result;
  const notes = [
    ...rejects.told(),
    unseen.length > 0 && `No row has a value for ${unseen.join(', ')}; is --map right?`,
    untaken.length > 0 && `Not taken: ${untaken.join(', ')} (take them with --map attributes.<name>=<column>).`,
    madeIds > 0 &&
      `${count(madeIds)} rows have no id of their own; it was made of their content, so rows that are equal in every column count once.`,
    !complete && 'Stopped before the end. Run the same command again to go on: what is on record is not added twice.',
  ];
  for (const note of notes) if (note) console.error(note);
  const rate = count((accepted + duplicates + rejected) / seconds);
  const counts = `${count(accepted)} accepted, ${count(duplicates)} duplicates, ${count(rejected)} rejected`;
  console.log(`${counts} in ${seconds.toFixed(1)} s (${rate} rows/s)`);
}
