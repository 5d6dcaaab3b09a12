import { OperatorError } from '@huiyin/config';
import { csvRows } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import { type Encoding, readUtf8 } from './read-utf8.js';
import { type Rows } from './row.js';

/** How the rows of a file are written. */
export const FORMATS = ['jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A file with rows. */
export interface RowsFile {
  readonly path: string;
  readonly format: Format;
  readonly encoding: Encoding;
}

/** The format that the name of a file tells. */
export function formatOf(path: string): Format {
  const ending = /\.([^.]+)$/.exec(path.toLowerCase())?.[1];
  if (ending === 'csv') return 'csv';
  if (ending === 'jsonl' || ending === 'ndjson') return 'jsonl';
  throw new OperatorError(`What is in ${path}? Add --format ${FORMATS.join(' or --format ')}.`);
}

/** The rows of a file from its begin to its end, in bounded memory. A row that cannot be read has a `problem`. */
export function readRows({ path, format, encoding }: RowsFile): AsyncGenerator<Rows> {
  const bytes = readUtf8(path, encoding);
  return format === 'csv' ? csvRows(bytes, path) : jsonRows(bytes);
}
