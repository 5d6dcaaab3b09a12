import { csvRows } from './csv-rows.js';
import { detectReading, type Reading, TELLING_BYTES, type Wanted } from './detect.js';
import { jsonRows } from './json-rows.js';
import type { Rows } from './row.js';
import { asUtf8 } from './utf8.js';
import type { Bytes } from './xlsx/archive.js';
import { xlsxRows } from './xlsx/xlsx-rows.js';

/**
 * Finds out how to read a file.
 * @throws {CodedError} `unreadable-file`
 */
export async function readingOf(file: Bytes, wanted: Wanted): Promise<Reading> {
  const pieces: Buffer[] = [];
  for await (const piece of file.read(0, Math.min(file.size, TELLING_BYTES))) pieces.push(piece);
  return detectReading(Buffer.concat(pieces), wanted);
}

/**
 * The rows of a file in its order, as it goes.
 * @throws {CodedError} `unreadable-file`
 */
export function fileRows(file: Bytes, { format, encoding, delimiter, sheet }: Reading): AsyncGenerator<Rows> {
  if (format === 'xlsx') return xlsxRows(file, sheet);
  const text = asUtf8(file.read(0, file.size), encoding);
  return format === 'csv' ? csvRows(text, delimiter) : jsonRows(text);
}
