/** What a spreadsheet program would take for a formula, also where it stands behind a full-width sign or a line break. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a cell that no spreadsheet program takes for a formula: such a one begins with an apostrophe. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What may stand in a cell. */
export type CellValue = string | number | boolean | null;

/** Excel takes CSV for UTF-8 only when it begins with this. */
export const CSV_MARK = '\ufeff';

/** One line of CSV (RFC 4180, with its line break); no cell is a formula. */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
