import { OperatorError } from '@huiyin/config';
import { csvRows } from './csv-rows.js';
import { jsonRows } from './json-rows.js';
import { type Encoding, readUtf8 } from './read-utf8.js';

/** How the rows of a file are written. */
export const FORMATS = ['jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Column name → what stands there, as the file has it. */
export type Cells = Readonly<Record<string, unknown>>;

/** One row of a file. */
export interface Row {
  /** Its number as a person sees it in an editor: the line in JSONL; in CSV the record, where the head is number 1. */
  readonly number: number;
  readonly cells: Cells;
  /** Why the row cannot be used, in words. */
  readonly problem?: string;
}

/** Some rows that were read together. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Bytes of the file read so far. */
  readonly at: number;
}

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

/** What is told of a row with bytes that are not characters. */
export const DAMAGED = 'holds bytes that are no characters in this encoding';
