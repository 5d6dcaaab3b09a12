import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OPTIONAL_TIME } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import type { Database } from '@huiyin/database';
import { EXPORT_FORMAT_NAMES, exportFeedback, type ExportFormat, type ItemFilter } from '@huiyin/journey';
import { KINDS, type Kind } from '@huiyin/loop';
import { LANGUAGES, type Language, recordAudit, SEES_ALL } from '@huiyin/org';

/** An export as the line asks for it. */
export interface FileExport {
  readonly path: string;
  readonly format: ExportFormat;
  readonly filter: ItemFilter;
  /** Of the head. */
  readonly language: Language;
}

/** What stands on the line. */
export interface ExportArguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<'kind' | 'from' | 'to' | 'language', string | undefined>>;
}

/**
 * What the line asks for.
 * @throws {OperatorError} saying what to write
 */
export function exportOf({ positionals, values }: ExportArguments): FileExport {
  const [path, ...more] = positionals;
  const format = EXPORT_FORMAT_NAMES.find((one) => path?.toLowerCase().endsWith(`.${one}`));
  if (path === undefined || !format)
    throw new OperatorError(`Into which file? Its name ends in ${EXPORT_FORMAT_NAMES.join(', ')}.`);
  if (more.length > 0) throw new OperatorError(`One file at a time; what is "${more.join(' ')}"?`);
  const language = LANGUAGES.find((one) => one === (values.language ?? 'zh'));
  if (!language) throw new OperatorError(`--language is ${LANGUAGES.join(' or ')}`);
  return { path, format, filter: filterOf(values), language };
}

function filterOf({ kind, from, to }: ExportArguments['values']): ItemFilter {
  if (kind !== undefined && !KINDS.includes(kind as Kind))
    throw new OperatorError(`--kind must be one of ${KINDS.join(', ')}`);
  for (const [name, time] of Object.entries({ from, to })) {
    const problem = time === undefined ? undefined : OPTIONAL_TIME.problem(time);
    if (problem !== undefined) throw new OperatorError(`--${name} ${problem}`);
  }
  return { ...(kind ? { kind: kind as Kind } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/**
 * Writes an export into a file that only its owner may read, whatever lay there before. It appears under its name when it
 * is complete; what is stopped or fails leaves nothing behind. Begin and end are on the audit.
 * @returns how many items; undefined when it was stopped
 * @throws {OperatorError} when the file cannot be written
 */
export async function exportToFile(
  database: Database,
  { path, format, filter, language }: FileExport,
  stop: AbortSignal,
): Promise<number | undefined> {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  // Opened first: a place that cannot be written to is no export, and not on record as one.
  const file = await open(part, 'wx', 0o600).catch((error: unknown) => refuse(path, error));
  const record = recorder(database, { format, filter });
  let written = 0;
  const ended = (rows: number, complete: boolean) => {
    written = rows;
    return record({ phase: 'ended', rows, complete });
  };
  try {
    await record({ phase: 'begun' });
    const wanted = { filter: { ...filter, sight: SEES_ALL }, format, sort: 'oldest' as const, language, ended };
    await write(file, exportFeedback(database, wanted), stop);
    await rename(part, path);
    return written;
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    if (stop.aborted) return undefined;
    return refuse(path, error);
  }
}

async function write(file: FileHandle, content: AsyncGenerator<Buffer>, signal: AbortSignal): Promise<void> {
  await pipeline(Readable.from(content, { objectMode: false }), file.createWriteStream({ flush: true }), { signal });
}

function recorder(database: Database, details: { format: ExportFormat; filter: ItemFilter }) {
  const subject = `export:${randomUUID()}`;
  return (more: object) =>
    recordAudit(database, {
      actor: 'system',
      action: 'feedback.exported',
      subject,
      details: { ...details, ...more },
    });
}

function refuse(path: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
  throw new OperatorError(`${path} cannot be written (${code}); name another file.`, { cause: error });
}
