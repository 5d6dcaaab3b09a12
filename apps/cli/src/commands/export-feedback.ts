import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperatorError, stopSignal } from '@huiyin/config';
import { EXPORT_FORMAT_NAMES, exportFeedback, type ExportFormat, type ItemFilter } from '@huiyin/journey';
import { recordAudit, SEES_ALL } from '@huiyin/org';
import { KINDS, type Kind } from '@huiyin/loop';
import { OPTIONAL_TIME } from '@huiyin/collect';
import { defineCommand } from '../command.js';
import { count } from '../progress.js';
import { withDatabase } from '../with-database.js';

export const command = defineCommand({
  summary: {
    en: 'Writes all feedback, or what is asked for, into a file that only its owner may read; personal data is masked.',
    zh: '将全部或指定范围的反馈导出到仅所有者可读的文件;个人信息一律脱敏。',
  },
  usage: `<file.csv|.xlsx|.ndjson> [--kind ${KINDS.join('|')}] [--from <time>] [--to <time>] [--language zh|en]`,
  options: {
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    language: { type: 'string', default: 'zh' },
  },
  async run({ positionals, values }, config) {
    const [path] = positionals;
    const format = EXPORT_FORMAT_NAMES.find((one) => path?.toLowerCase().endsWith(`.${one}`));
    if (path === undefined || !format)
      throw new OperatorError(`Into which file? Its name ends in ${EXPORT_FORMAT_NAMES.join(', ')}.`);
    const filter = filterOf(values);
    const language = values.language === 'en' ? 'en' : 'zh';
    const signal = stopSignal();
    return withDatabase(config(), 'export-feedback', async (database) => {
      const id = randomUUID();
      const record = (more: object) =>
        recordAudit(database, {
          actor: 'system',
          action: 'feedback.exported',
          subject: `export:${id}`,
          details: { format, filter, ...more },
        });
      let written = 0;
      const ended = async (rows: number, complete: boolean) => {
        written = rows;
        await record({ phase: 'ended', rows, complete });
      };
      await record({ phase: 'begun' });
      await write(path, exportFeedback(database, { ...wanted(filter, format), language, ended }), signal);
      console.log(`${count(written)} items in ${path}`);
      return signal.aborted ? 130 : 0;
    });
  },
});

function wanted(filter: ItemFilter, format: ExportFormat) {
  return { filter: { ...filter, sight: SEES_ALL }, format, sort: 'oldest' as const };
}

async function write(path: string, file: AsyncGenerator<Buffer>, signal: AbortSignal): Promise<void> {
  try {
    await pipeline(Readable.from(file, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), { signal });
  } catch (error) {
    if (signal.aborted) return;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new OperatorError(`${path} cannot be written (${code}); name another file.`, { cause: error });
  }
}

function filterOf({ kind, from, to }: Readonly<Record<string, string | undefined>>): ItemFilter {
  if (kind !== undefined && !KINDS.includes(kind as Kind))
    throw new OperatorError(`--kind must be one of ${KINDS.join(', ')}`);
  for (const [name, time] of Object.entries({ from, to })) {
    const problem = time === undefined ? undefined : OPTIONAL_TIME.problem(time);
    if (problem !== undefined) throw new OperatorError(`--${name} ${problem}`);
  }
  return { ...(kind ? { kind: kind as Kind } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
