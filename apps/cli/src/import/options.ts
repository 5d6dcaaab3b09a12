import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ENCODINGS, PIECE_RULES, zoneOf } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import { parseMap } from './mapping.js';
import { type PiecesFile } from './pieces-file.js';
import { Rejects } from './rejects.js';
import { FORMATS, formatOf } from './rows.js';

/** How a file is read; the same for every command that reads one. */
export const FILE_OPTIONS = {
  map: { type: 'string', multiple: true },
  source: { type: 'string' },
  channel: { type: 'string' },
  format: { type: 'string' },
  encoding: { type: 'string', default: 'utf-8' },
  timezone: { type: 'string', default: '+08:00' },
} as const;

/** The same in words. */
export const FILE_USAGE =
  '<file> --source <name> [--map text=<column>,externalId=<column>,occurredAt=<column>,customer.phone=<column>,attributes.<name>=<column>,…] ' +
  `[--channel <name>] [--format ${FORMATS.join('|')}] [--encoding ${ENCODINGS.join('|')}] [--timezone +08:00]`;

/** What stands on the line. */
export interface FileArguments {
  readonly positionals: readonly string[];
  readonly values: {
    readonly map?: string[] | undefined;
    readonly source?: string | undefined;
    readonly channel?: string | undefined;
    readonly format?: string | undefined;
    readonly encoding: string;
    readonly timezone: string;
  };
}

/**
 * The file that the line names, and how to read it.
 * @param others fields besides those of a piece
 * @throws {OperatorError} saying what to write
 */
export function fileOf({ positionals, values }: FileArguments, others: readonly string[] = []): PiecesFile {
  const [path, ...more] = positionals;
  if (path === undefined) throw new OperatorError('Which file? Write its path behind the command.');
  if (more.length > 0)
    throw new OperatorError(
      `One file at a time; what is "${more.join(' ')}"? A --map with blanks needs quotation marks.`,
    );
  const columns = values.map && parseMap(values.map, others);
  const fixed = fixedOf(values, columns?.has('source') ?? false);
  const format = FORMATS.find((one) => one === (values.format ?? formatOf(path)));
  if (!format) throw new OperatorError(`--format is ${FORMATS.join(' or ')}`);
  const encoding = ENCODINGS.find((one) => one === values.encoding.toLowerCase());
  if (!encoding) throw new OperatorError(`--encoding is ${ENCODINGS.join(' or ')}`);
  const zone = zoneOf(values.timezone);
  if (zone === undefined) throw new OperatorError(`--timezone ${values.timezone} is no zone; write it like +08:00`);
  return { path, format, encoding, columns, fixed, zone, others };
}

/** What the line says of every row. */
function fixedOf({ source, channel }: FileArguments['values'], sourceIsMapped: boolean): Record<string, string> {
  if (!source && !sourceIsMapped)
    throw new OperatorError(
      'Add --source <name>: rows are told apart by source and id, so every system needs a name of its own.',
    );
  const fixed: Record<string, string> = { ...(source ? { source } : {}), ...(channel ? { channel } : {}) };
  for (const [name, value] of Object.entries(fixed)) {
    const problem = PIECE_RULES[name as 'source' | 'channel'].problem(value);
    if (problem !== undefined) throw new OperatorError(`--${name} ${problem}`);
  }
  return fixed;
}

/**
 * The file for the rejects, if one is asked for.
 * @throws {OperatorError} when it would overwrite the file that is read
 */
export function rejectsOf(file: PiecesFile, path: string | undefined): Rejects {
  if (path !== undefined && resolve(path) === resolve(file.path))
    throw new OperatorError(`--rejects ${path} would overwrite the file itself; name another one.`);
  return new Rejects(path);
}

/**
 * How large the file is, bytes, at least 1.
 * @throws {OperatorError} when there is none
 */
export async function sizeOf({ path }: PiecesFile): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new OperatorError(`There is no file ${path}.`);
  return Math.max(1, found.size);
}
