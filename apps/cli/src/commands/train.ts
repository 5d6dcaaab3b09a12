import { FIELDS, listModels, trainAndStore, useModel, type Field, type ModelView, type Trial } from '@huiyin/analyze';
import { OperatorError } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { defineCommand } from '../command.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const USAGE = '[--field kind|category|sentiment|all] [--dry-run] | --list | --use <version>|rules [--field …]';

export const command = defineCommand({
  summary: {
    en: 'Fits models on what people corrected, and puts them to use when they are better on items held out. Lists them, goes back.',
    zh: '用人工改正过的反馈训练模型,在留出的反馈上更好才启用;可列出各版本,也可退回。',
  },
  usage: USAGE,
  options: {
    field: { type: 'string', default: 'all' },
    'dry-run': { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    use: { type: 'string' },
  },
  run: ({ positionals, values }, config) => {
    if (positionals.length > 0) throw new OperatorError(`Write train ${USAGE}`);
    const fields = fieldsOf(values.field);
    return withDatabase(config(), 'train', async (database) => {
      if (values.use !== undefined) await useModel(database, values.use, fields).catch(readable);
      else if (!values.list) {
        const trials: Trial[] = [];
        for (const field of fields) {
          console.log(`${field} …`);
          const how = { actor: 'system', dryRun: values['dry-run'] };
          const trial = await trainAndStore(database, field, how).catch(readable);
          console.log(`  ${trial.because}`);
          trials.push(trial);
        }
        console.log(`\n${table(comparison(trials))}`);
        if (values['dry-run']) console.log('\nA dry run: nothing was stored.');
        return;
      }
      console.log(table(listing(await listModels(database))));
    });
  },
});

function readable(error: unknown): never {
  if (error instanceof CodedError) throw new OperatorError(error.detail, { cause: error });
  throw error as Error;
}

function fieldsOf(name: string): readonly Field[] {
  if (name === 'all') return FIELDS;
  const field = FIELDS.find((each) => each === name);
  if (!field) throw new OperatorError(`--field is all, ${FIELDS.join(', ')}; not "${name}".`);
  return [field];
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (share * 100).toFixed(1));

function comparison(trials: readonly Trial[]): string[][] {
  const head = [
    'field',
    'examples',
    'held out',
    'labels',
    'in use',
    'accuracy',
    'macro-F1',
    'new',
    'accuracy',
    'macro-F1',
  ];
  const rows = trials.map(({ field, verdict, figures: { examples, heldOut, labels, inUse, before, after } }) => [
    field,
    String(examples),
    String(heldOut),
    String(labels),
    inUse,
    percent(before?.accuracy),
    percent(before?.macroF1),
    verdict,
    percent(after?.accuracy),
    percent(after?.macroF1),
  ]);
  return [head, ...rows];
}

function listing(models: readonly ModelView[]): string[][] {
  const head = [
    'version',
    'state',
    'trained at',
    'examples',
    'held out',
    'accuracy',
    'macro-F1',
    'instead of',
    'macro-F1',
    'kB',
  ];
  const rows = models.map(
    ({ version, state, trainedAt, figures: { examples, heldOut, inUse, before, after }, bytes }) => [
      version,
      state,
      trainedAt.slice(0, 19),
      String(examples),
      String(heldOut),
      percent(after?.accuracy),
      percent(after?.macroF1),
      inUse,
      percent(before?.macroF1),
      String(Math.round(bytes / 1_000)),
    ],
  );
  return [head, ...rows];
}
