import { Readable, pipeline } from 'node:stream';
import { OperatorError } from '@huiyin/config';
import { parse } from 'csv-parse';
import { type Utf8 } from './read-utf8.js';
import { DAMAGED, type Row, type Rows } from './rows.js';

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
  let head: readonly string[] | undefined;
  let number = 0;
  let rows: Row[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++;
      if (!head) {
        head = headOf(record, path);
        continue;
      }
      rows.push(rowOf(number, head, record, state.damaged));
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

function headOf(record: readonly string[], path: string): string[] {
  const head = record.map((name) => name.trim());
  const twice = head.find((name, index) => head.indexOf(name) !== index);
  if (twice !== undefined) throw new OperatorError(`${path} has two columns "${twice}"; give each a name of its own.`);
  return head;
}

function rowOf(number: number, head: readonly string[], record: readonly string[], damaged: boolean): Row {
  const cells: Record<string, unknown> = {};
  const width = Math.max(head.length, record.length);
  for (let index = 0; index < width; index++) cells[head[index] ?? `+${index + 1}`] = record[index] ?? '';
  if (record.length !== head.length)
    return { number, cells, problem: `has ${record.length} cells where the head has ${head.length}` };
  if (damaged && record.some((cell) => cell.includes('\ufffd'))) return { number, cells, problem: DAMAGED };
  return { number, cells };
}
