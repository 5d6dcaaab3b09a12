import type { Reject } from '@huiyin/collect';
import { CSV_MARK, csvLine, type CellValue } from '@huiyin/journey';
import type { Language } from '@huiyin/org';

const HEAD = { en: ['line', 'reason'], zh: ['行号', '原因'] } as const;
const WHOLE_ROW = { en: 'whole row', zh: '整行' } as const;

/**
 * Rejected rows as CSV: line, reason, and the columns of the first of them; what fits into no column is in the last one.
 * @param pages rows in the order of the file
 */
export async function* rejectsCsv(pages: AsyncIterable<readonly Reject[]>, language: Language): AsyncGenerator<string> {
  let columns: readonly string[] | undefined;
  for await (const rejects of pages) {
    const head = columns === undefined ? CSV_MARK : '';
    columns ??= [...new Set(rejects.flatMap(({ cells }) => Object.keys(cells)))].filter((name) => name !== 'line');
    const lines = rejects.map((reject) => csvLine(cellsOf(reject, columns ?? [])));
    const names = head === '' ? '' : head + csvLine([...HEAD[language], ...columns, WHOLE_ROW[language]]);
    yield names + lines.join('');
  }
}

function cellsOf({ line, reason, cells }: Reject, columns: readonly string[]): CellValue[] {
  const names = Object.keys(cells);
  const whole = names.length === 1 && names[0] === 'line' ? textOf(cells['line']) : '';
  const strange = names.some((name) => name !== 'line' && !columns.includes(name));
  return [line, reason, ...columns.map((name) => textOf(cells[name])), strange ? JSON.stringify(cells) : whole];
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
