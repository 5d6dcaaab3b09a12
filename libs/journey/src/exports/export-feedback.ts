import type { Sql } from '@huiyin/database';
import type { Sort } from '../items.js';
import type { Listing } from '../items.store.js';
import { cellsOf, headOf, objectOf } from './columns.js';
import { CSV_MARK, csvLine } from './csv.js';
import { exportRows, type ExportRow } from './export-rows.store.js';
import { xlsxFile } from './xlsx-writer.js';

/** How items are exported, and the type of each on the wire. */
export const EXPORT_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;
export const EXPORT_FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly ExportFormat[];

/** What is exported, and how. */
export interface Export {
  /** What is seen of all items, by whom. */
  readonly filter: Listing;
  readonly sort: Sort;
  readonly format: ExportFormat;
  /** Of the head. */
  readonly language: 'en' | 'zh';
  /** Told once when it ends: how many rows were given, and whether that was all of them. */
  readonly ended: (rows: number, complete: boolean) => Promise<void>;
}

/** Items as a file, as it is read: never more than one page of them is in memory. Personal data is masked. */
export async function* exportFeedback(sql: Sql, wanted: Export): AsyncGenerator<Buffer> {
  const count = { rows: 0, complete: false };
  try {
    yield* written(wanted, counted(exportRows(sql, wanted.filter, wanted.sort), count));
    count.complete = true;
  } finally {
    await wanted.ended(count.rows, count.complete);
  }
}

async function* counted(pages: AsyncIterable<ExportRow[]>, count: { rows: number }): AsyncGenerator<ExportRow[]> {
  for await (const rows of pages) {
    yield rows;
    count.rows += rows.length;
  }
}

function written({ format, language }: Export, pages: AsyncIterable<ExportRow[]>): AsyncIterable<Buffer> {
  switch (format) {
    case 'csv':
      return csv(pages, language);
    case 'xlsx':
      return xlsxFile(headOf(language), cells(pages));
    case 'ndjson':
      return ndjson(pages);
  }
}

async function* csv(pages: AsyncIterable<ExportRow[]>, language: 'en' | 'zh'): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + csvLine(headOf(language)));
  for await (const rows of pages) yield Buffer.from(rows.map((row) => csvLine(cellsOf(row))).join(''));
}

async function* ndjson(pages: AsyncIterable<ExportRow[]>): AsyncGenerator<Buffer> {
  for await (const rows of pages) yield Buffer.from(rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join(''));
}

async function* cells(pages: AsyncIterable<ExportRow[]>) {
  for await (const rows of pages) yield rows.map(cellsOf);
}
