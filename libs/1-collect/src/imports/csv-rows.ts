import { CsvScanner, type Scanned } from './csv-scanner.js';
import { type Row, type Rows } from './row.js';
import { BrokenRow, type Head, headOf, TableRow } from './table-row.js';
import { unreadable } from './unreadable.js';
import { type Utf8 } from './utf8.js';

const ROWS_AT_ONCE = 500;

/**
 * The rows of a CSV file with a head; blank ones are passed over. A row with more or fewer cells than the head has a problem: where a comma is missing
 * or too many, nobody knows which cell is which. So has a line with a quotation mark that is never closed.
 * @throws {CodedError} `unreadable-file` when the head is not usable, or the quotation marks make no sense at all
 */
export async function* csvRows(chunks: AsyncIterable<Utf8>, delimiter = ','): AsyncGenerator<Rows> {
  const scanner = new CsvScanner(delimiter);
  const table = new Table();
  let last = { at: 0, damaged: false };
  for await (const { bytes, at, damaged } of chunks) {
    scanner.push(bytes.toString(), false);
    last = { at, damaged };
    yield* rowsOf(scanner, table, last);
  }
  scanner.push('', true);
  yield* rowsOf(scanner, table, last);
}

function* rowsOf(
  scanner: CsvScanner,
  table: Table,
  { at, damaged }: { at: number; damaged: boolean },
): Generator<Rows> {
  let rows: Row[] = [];
  for (let found = scanner.next(table.width); found; found = scanner.next(table.width)) {
    const row = table.take(found, damaged);
    if (row) rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield { rows, at };
    rows = [];
  }
  yield { rows, at };
}

class Table {
  private head: Head | undefined;

  get width(): number | undefined {
    return this.head?.names.length;
  }

  take({ line, cells, problem, raw }: Scanned, damaged: boolean): Row | undefined {
    // A spreadsheet saved as CSV often ends in rows of nothing but commas.
    if (problem === undefined && cells.every((cell) => cell.trim() === '')) return undefined;
    if (this.head)
      return problem === undefined
        ? new TableRow(line, this.head, cells, damaged)
        : new BrokenRow(line, raw ?? '', problem);
    if (problem !== undefined) throw unreadable(`The head of the file, line ${line}, ${problem}.`);
    this.head = headOf(cells);
    return undefined;
  }
}
