import { Readable, pipeline } from 'node:stream';
import { OperatorError } from '@huiyin/config';
import { parse } from 'csv-parse';
import { type Utf8 } from './read-utf8.js';
import { type Cells, DAMAGED, type Row, type Rows } from './row.js';

/** A longer record is the sign of a quotation mark that is never closed, characters. */
const LONGEST_RECORD = 1 << 20;
const ROWS_AT_ONCE = 500;

const OPTIONS = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_RECORD,
};

/**
 * The rows of a CSV file with a head, separated by commas. A row with more or fewer cells than the head has a problem: where a
 * comma is missing or too many, nobody knows which cell is which.
 * @throws {OperatorError} when the head is not usable, or a quotation is opened and never closed
 */
export async function* csvRows(chunks: AsyncIterable<Utf8>, path: string): AsyncGenerator<Rows> {
  const state = { at: 0, damaged: false };
  const parser = parse(OPTIONS);
  // What goes wrong on the way in comes out of the parser, and is thrown to who reads it.
  pipeline(Readable.from(bytesOf(chunks, state), { objectMode: false, highWaterMark: 1 }), parser, () => undefined);
  let head: Head | undefined;
  let number = 0;
  let rows: Row[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++;
      if (!head) {
        head = headOf(record, path);
        continue;
      }
      rows.push(new CsvRow(number, head, record, state.damaged));
      if (rows.length < ROWS_AT_ONCE) continue;
      yield { rows, at: state.at };
      rows = [];
    }
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('CSV_')) throw error;
    const place = `${path}: row ${number + 1} has no end`;
    throw new OperatorError(`${place}; close the quotation mark that it opens, and start again.`, { cause: error });
  }
  yield { rows, at: state.at };
}

/** The bytes, while `state` says how far they are. */
async function* bytesOf(chunks: AsyncIterable<Utf8>, state: { at: number; damaged: boolean }): AsyncGenerator<Buffer> {
  for await (const { bytes, at, damaged } of chunks) {
    Object.assign(state, { at, damaged });
    if (bytes.length > 0) yield bytes;
  }
}

function headOf(record: readonly string[], path: string): Head {
  const names = record.map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new OperatorError(`${path} has two columns "${twice}"; give each a name of its own.`);
  return { names, index: new Map(names.map((name, index) => [name, index])) };
}

interface Head {
  readonly names: readonly string[];
  /** Name → place. */
  readonly index: ReadonlyMap<string, number>;
}

/** A record; an object is made of it only when somebody wants one, which is seldom. */
class CsvRow implements Row {
  constructor(
    readonly number: number,
    private readonly head: Head,
    private readonly record: readonly string[],
    private readonly damaged: boolean,
  ) {}

  get problem(): string | undefined {
    const { record, head } = this;
    if (record.length !== head.names.length)
      return `has ${record.length} cells where the head has ${head.names.length}`;
    return this.damaged && record.some((cell) => cell.includes('\ufffd')) ? DAMAGED : undefined;
  }

  get cells(): Cells {
    const width = Math.max(this.head.names.length, this.record.length);
    const pairs = Array.from({ length: width }, (_, index) => [
      this.head.names[index] ?? `+${index + 1}`,
      this.record[index] ?? '',
    ]);
    return Object.fromEntries(pairs) as Cells;
  }

  cell(column: string): unknown {
    const place = this.head.index.get(column);
    return place === undefined ? undefined : (this.record[place] ?? '');
  }
}
