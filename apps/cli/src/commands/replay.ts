import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, OperatorError, stopSignal } from '@huiyin/config';
import { type StageFigures } from '@huiyin/journey';
import { defineCommand } from '../command.js';
import { FILE_OPTIONS, FILE_USAGE, fileOf, rejectsOf, sizeOf } from '../import/options.js';
import { type Rejects } from '../import/rejects.js';
import { count, megabytes, startProgress } from '../progress.js';
import { type Access, Huiyin } from '../replay/huiyin.js';
import { HISTORY_FIELDS, type ReplayResult, replayFile } from '../replay/replay-file.js';
import { table } from '../table.js';

export const command = defineCommand({
  summary: {
    en: 'Plays a history (rows with the reply that was given) through a running instance: collect, resolve, deliver, re-collect. Fields besides those of import: reply, solved (1 or 0; solved when left out), score (1 to 10).',
    zh: '用历史数据(含当时的答复)在运行中的系统上走完整个闭环;除 import 的字段外还有 reply、solved(1/0,缺省为已解决)、score(1~10)。',
  },
  usage: `${FILE_USAGE} [--url http://127.0.0.1:3000] [--key <credentials.json>] [--rejects <file.jsonl>]`,
  options: { ...FILE_OPTIONS, url: { type: 'string' }, key: { type: 'string' }, rejects: { type: 'string' } },
  async run(args, config) {
    const file = fileOf(args, HISTORY_FIELDS);
    if (file.columns && !file.columns.has('reply'))
      throw new OperatorError('Add reply=<column> to --map: what the customer was told.');
    const access = await accessOf(args.values, config());
    const size = await sizeOf(file);
    const stop = stopSignal();
    const done = new AbortController();
    const huiyin = new Huiyin(access, AbortSignal.any([stop, done.signal]));
    const rejects = rejectsOf(file, args.values.rejects);
    const bar = startProgress(size, megabytes);
    const begun = performance.now();
    const progress = (bytes: number, { closed, secondCycle, left }: ReplayResult) =>
      bar.update(bytes, `${count(closed)} closed · ${count(secondCycle)} once more · ${count(left)} on their way`);
    const result = await replayFile(file, { huiyin, rejects, progress }).finally(() => bar.stop());
    await rejects.close();
    report(result, rejects, (performance.now() - begun) / 1_000);
    if (stop.aborted)
      console.error('Stopped before the end. Run the same command again to go on: what is done is passed over.');
    else console.log(stageTable((await huiyin.call('GET', '/api/v1/loop/stages')).body as StageFigures[]));
    done.abort();
    if (stop.aborted) return 130;
    return result.failed > 0 ? 1 : 0;
  },
});

const KEY_IS_SEEN =
  'Warning: everybody on this machine can see a key on the command line. Put it into HUIYIN_KEY, or into the file that HUIYIN_KEY_FILE or --key names.';

/** Where the instance is, and the key: as the line says, else as the settings, else as its credentials say. */
async function accessOf(
  { url, key }: { url?: string | undefined; key?: string | undefined },
  config: Config,
): Promise<Access> {
  if (key?.startsWith('hy_')) console.error(KEY_IS_SEEN);
  const own = key?.startsWith('hy_') ? key : key === undefined ? config.key : '';
  if (own !== '') return { url: (url ?? config.localUrl).replace(/\/+$/, ''), key: own };
  const file = key ?? join(config.dataDir, 'credentials.json');
  try {
    const known = JSON.parse(await readFile(file, 'utf8')) as { url: string; apiKey: string };
    return { url: (url ?? known.url).replace(/\/+$/, ''), key: known.apiKey };
  } catch (error) {
    // Not its message: that of JSON.parse may show a part of the key.
    const reason = (error as NodeJS.ErrnoException).code ?? 'no JSON';
    throw new OperatorError(`No key in ${file} (${reason}); set HUIYIN_KEY, or name a credentials.json with --key.`);
  }
}

function report(result: ReplayResult, rejects: Rejects, seconds: number): void {
  for (const line of rejects.told()) console.error(line);
  const { closed, secondCycle, failed, known, withoutReply, left } = result;
  console.log(
    table([
      ['ITEMS', ''],
      ['taken round and closed', count(closed)],
      ['not solved: waiting in resolve in cycle 2', count(secondCycle)],
      ['of these on record before', count(known)],
      ['not taken round', count(failed)],
      ['still on their way', count(left)],
      ['rows without a reply, passed over', count(withoutReply)],
      ['rows rejected', count(rejects.count - failed)],
    ]),
  );
  console.log(
    `${count(closed + secondCycle)} items in ${seconds.toFixed(1)} s (${count((closed + secondCycle) / seconds)} a second)\n`,
  );
}

function stageTable(stages: readonly StageFigures[]): string {
  const head = ['STAGE', 'HERE', 'WAITING', 'PARKED', 'OVERDUE', 'ENTERED', 'LEFT', 'P50', 'P90', 'P99'];
  const rows = stages.map(({ stage, here, waitingHere, parked, overdue, entered, left, inStage }) => [
    stage,
    ...[here, waitingHere, parked, overdue, entered, left].map(count),
    ...[inStage.p50, inStage.p90, inStage.p99].map((value) => (value === null ? '–' : `${value.toFixed(1)} s`)),
  ]);
  return table([head, ...rows]);
}
