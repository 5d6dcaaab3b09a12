import { OperatorError } from '@huiyin/config';
import type { PersonRowText } from '@huiyin/org';
import { parse } from 'csv-parse/sync';

const COLUMNS = ['username', 'displayName', 'roles', 'units', 'language', 'password', 'mustChange'] as const;

/** A line of the file; `line` is its number there, `problem` why it cannot be read. */
export interface PersonLine {
  readonly line: number;
  readonly row: PersonRowText;
  readonly problem: string | undefined;
}

/**
 * Reads people from the text of a CSV file with a head line; commas, semicolons or tabs between, column names also written `display_name`.
 * @throws {OperatorError} when there is no head line with `username`, or a column that is not known
 */
export function peopleOfFile(name: string, text: string): PersonLine[] {
  const [head, ...lines] = linesOf(name, text);
  if (!head) throw new OperatorError(`${name} is empty; the first line names the columns: ${COLUMNS.join(', ')}.`);
  const columns = head.record.map(columnOf);
  const unknown = head.record.find((_, index) => columns[index] === undefined);
  if (unknown !== undefined)
    throw new OperatorError(`${name} has an unknown column "${unknown}"; there are ${COLUMNS.join(', ')}.`);
  if (!columns.includes('username')) throw new OperatorError(`${name} needs a column username.`);
  return lines.map(({ line, record }) => {
    const row: PersonRowText = Object.fromEntries(columns.map((column, index) => [column, record[index]])) as object;
    const fits = record.length === columns.length;
    return {
      line,
      row,
      problem: fits ? undefined : `${record.length} cells where there are ${columns.length} columns`,
    };
  });
}

function linesOf(name: string, text: string): { line: number; record: string[] }[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed.map(({ info, record }) => ({ line: info.lines, record }));
  } catch (error) {
    throw new OperatorError(`${name} is not a CSV file: ${(error as Error).message}`, { cause: error });
  }
}

function columnOf(name: string): (typeof COLUMNS)[number] | undefined {
  const plain = name.replace(/[_\s-]/g, '').toLowerCase();
  return COLUMNS.find(
    (column) => column.toLowerCase() === plain || (plain === 'mustchangepassword' && column === 'mustChange'),
  );
}

/** What the head line has most of: cells may hold lists with other marks between. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 1)[0] ?? '';
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
