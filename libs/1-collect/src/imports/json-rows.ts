import { type Utf8 } from './utf8.js';
import { type Cells, DAMAGED, type Row, type Rows } from './row.js';

/** A longer line is no piece of feedback, characters; it is passed over without being kept in memory. */
const LONGEST_LINE = 1 << 20;

/** The rows of a JSONL (NDJSON) file: one object a line; blank lines are passed over. */
export async function* jsonRows(chunks: AsyncIterable<Utf8>): AsyncGenerator<Rows> {
  let number = 0;
  let rest = '';
  let tooLong = false;
  const take = (line: string, damaged: boolean): Row | undefined => {
    number++;
    if (tooLong || line.length > LONGEST_LINE) {
      tooLong = false;
      return new JsonRow(number, {}, `the line is longer than ${LONGEST_LINE.toLocaleString('en')} characters`);
    }
    return line.trim() === '' ? undefined : rowOf(number, line, damaged && line.includes('\ufffd'));
  };
  let end = { at: 0, damaged: false };
  for await (const { bytes, at, damaged } of chunks) {
    end = { at, damaged };
    const lines = (rest + bytes.toString()).split('\n');
    rest = lines.pop() ?? '';
    yield { rows: lines.flatMap((line) => take(line, damaged) ?? []), at };
    if (rest.length > LONGEST_LINE) [tooLong, rest] = [true, ''];
  }
  const last = rest !== '' || tooLong ? take(rest, end.damaged) : undefined;
  if (last) yield { rows: [last], at: end.at };
}

function rowOf(number: number, line: string, damaged: boolean): Row {
  if (damaged) return new JsonRow(number, { line }, DAMAGED);
  try {
    const cells: unknown = JSON.parse(exact(line));
    if (typeof cells === 'object' && cells !== null && !Array.isArray(cells))
      return new JsonRow(number, cells as Cells);
    return new JsonRow(number, { line }, 'is no JSON object');
  } catch (error) {
    return new JsonRow(number, { line }, `is no JSON: ${(error as Error).message}`);
  }
}

/** An object; `user.phone` also finds `phone` within the object `user`, unless a column has that very name. */
export class JsonRow implements Row {
  constructor(
    readonly number: number,
    readonly cells: Cells,
    readonly problem: string | undefined = undefined,
  ) {}

  cell(column: string): unknown {
    return within(this.cells, column);
  }
}

function within(cells: Cells, column: string): unknown {
  if (Object.hasOwn(cells, column)) return cells[column];
  const dot = column.indexOf('.');
  const inner = dot > 0 ? cells[column.slice(0, dot)] : undefined;
  return typeof inner === 'object' && inner !== null ? within(inner as Cells, column.slice(dot + 1)) : undefined;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Numbers with so many digits that JavaScript would round them become texts: two ids that differ in the last digit
 * would be one otherwise.
 */
function exact(line: string): string {
  if (!/\d{16}/.test(line)) return line;
  return line.replace(TOKENS, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token));
}
