import { isUtf8 } from 'node:buffer';
import { begunCharacter, type Encoding } from './utf8.js';
import { unreadable } from './unreadable.js';

/** How the rows of a file are written. */
export const FILE_FORMATS = ['csv', 'ndjson', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What may stand between the cells of a CSV file. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a file is to be read. */
export interface Reading {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  /** Of CSV. */
  readonly delimiter: string;
  /** Name of the sheet of a spreadsheet; its first one when left out. */
  readonly sheet?: string;
}

/** What its sender says of a file; the rest is found out. */
export type Wanted = Partial<Reading>;

/** So many bytes of the beginning of a file tell how to read it. */
export const TELLING_BYTES = 1 << 18;

/**
 * Finds out how to read a file, by its content and never by its name.
 * @param first its first bytes, {@link TELLING_BYTES} or all there are
 * @throws {CodedError} `unreadable-file` for what is no table, saying what to send instead
 */
export function detectReading(first: Buffer, wanted: Wanted = {}): Reading {
  const common = { delimiter: ',', encoding: 'utf-8' as const, ...wanted };
  const format = wanted.format ?? formatOf(first);
  if (format === 'xlsx') return { ...common, format };
  refuseNoText(first);
  const encoding = wanted.encoding ?? encodingOf(first);
  if (format !== undefined && (format !== 'csv' || wanted.delimiter)) return { ...common, encoding, format };
  const text = new TextDecoder(encoding).decode(first);
  const found = format ?? (/^\s*\{/.test(text) ? 'ndjson' : 'csv');
  if (/^\s*\[\s*[{[]/.test(text))
    throw unreadable('The file is a JSON list. Send NDJSON: one object a line, without brackets and commas around.');
  const delimiter = wanted.delimiter ?? (found === 'csv' ? delimiterOf(text) : ',');
  return { ...common, format: found, encoding, delimiter };
}

function formatOf(first: Buffer): 'xlsx' | undefined {
  const magic = first.subarray(0, 4).toString('latin1');
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return 'xlsx';
  if (magic === '\xd0\xcf\x11\xe0')
    throw unreadable('The file is an old .xls or has a password. Save it as .xlsx without one, or as CSV.');
  if (first.length === 0) throw unreadable('The file is empty.');
  return undefined;
}

function refuseNoText(first: Buffer): void {
  const mark = first.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe' || mark === '\xfe\xff') throw unreadable('The file is UTF-16. Save it as UTF-8.');
  if (first.includes(0)) throw unreadable('The file is no table. Send CSV, XLSX or NDJSON.');
}

/** By majority of the lines: in a file with mixed encodings, the fewer lines are the ones at fault. */
function encodingOf(first: Buffer): Encoding {
  if (isUtf8(first.subarray(0, first.length - begunCharacter(first)))) return 'utf-8';
  let [utf8, other] = [0, 0];
  for (let start = 0; start < first.length;) {
    const end = first.indexOf(0x0a, start);
    const line = first.subarray(start, end < 0 ? first.length : end);
    start = end < 0 ? first.length : end + 1;
    if (!line.some((byte) => byte >= 0x80)) continue;
    if (isUtf8(line)) utf8++;
    else other++;
  }
  return other > utf8 ? 'gb18030' : 'utf-8';
}

/** What stands most often in the first line, outside of quotation marks. */
function delimiterOf(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
