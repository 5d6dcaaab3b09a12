import { type Row, type Rows } from '../row.js';
import { type Head, headOf, TableRow } from '../table-row.js';
import { unreadable } from '../unreadable.js';
import { Archive, type Bytes } from './archive.js';
import { SheetCells } from './sheet-cells.js';
import { SharedTexts } from './shared-texts.js';
import { placeOf, readWorkbook } from './workbook.js';

/**
 * The rows of one sheet of an XLSX file; its first row that is not blank is the head. Moments come as they are shown
 * (`2026-11-22 08:00:00`, without a zone), formulas as the values they had when the file was saved. Numbers are those of the
 * spreadsheet. Reads as it goes; only the texts that cells share are kept.
 * @throws {CodedError} `unreadable-file` for what is no XLSX, is damaged, or unpacks to too much
 */
export async function* xlsxRows(bytes: Bytes, sheet?: string): AsyncGenerator<Rows> {
  const archive = await Archive.open(bytes);
  const workbook = await readWorkbook(archive);
  const text = archive.text(placeOf(workbook, sheet));
  if (!text) throw unreadable('The spreadsheet is damaged: its sheet is missing. Save it anew, or as CSV.');
  const cells = new SheetCells(await SharedTexts.read(archive), workbook);
  const size = archive.sizeOf(placeOf(workbook, sheet));
  let head: Head | undefined;
  let read = 0;
  for await (const chunk of text) {
    read += chunk.length;
    const rows: Row[] = [];
    for (const { number, record } of cells.push(chunk)) {
      if (record.every((cell) => cell.trim() === '')) continue;
      if (head) rows.push(new TableRow(number, head, fitted(record, head), false));
      else head = headOf(record);
    }
    yield { rows, at: Math.min(bytes.size, Math.round((bytes.size * read) / Math.max(1, size))) };
  }
}

/** A row ends with its last cell that was ever written into; what lies beyond the head and is blank is none. */
function fitted(record: readonly string[], { names }: Head): string[] {
  let width = record.length;
  while (width > names.length && record[width - 1]?.trim() === '') width--;
  return Array.from({ length: Math.max(width, names.length) }, (_, index) => record[index] ?? '');
}
