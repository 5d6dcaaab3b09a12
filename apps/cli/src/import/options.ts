import { OperatorError } from '@huiyin/config';
import { parseMap } from './mapping.js';
import { type PiecesFile } from './pieces-file.js';
import { ENCODINGS } from './read-utf8.js';
import { FORMATS, formatOf } from './rows.js';
import { zoneOf } from './times.js';

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
  if (more.length > 0) throw new OperatorError(`One file at a time; what is "${more.join(' ')}"? A --map with blanks needs quotation marks.`);
  const columns = values.map && parseMap(values.map, others);
  const source = values.source?.trim();
  if (!source && !columns?.has('source'))
    throw new OperatorError('Add --source <name>: rows are told apart by source and id, so every system needs a name of its own.');
  const format = FORMATS.find((one) => one === (values.format ?? formatOf(path)));
  if (!format) throw new OperatorError(`--format is ${FORMATS.join(' or ')}`);
  const encoding = ENCODINGS.find((one) => one === values.encoding.toLowerCase());
  if (!encoding) throw new OperatorError(`--encoding is ${ENCODINGS.join(' or ')}`);
  const fixed = { ...(source ? { source } : {}), ...(values.channel ? { channel: values.channel } : {}) };
  return { path, format, encoding, columns, fixed, zone: zoneOf(values.timezone), others };
}
