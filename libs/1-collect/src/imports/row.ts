/** Column name → what stands there, as the file has it. */
export type Cells = Readonly<Record<string, unknown>>;

/** One row of a file. */
export interface Row {
  /** Its number as a person sees it: the line on which it begins in an editor, the row of a spreadsheet. */
  readonly number: number;
  readonly cells: Cells;
  /** Why the row cannot be used, in words. */
  readonly problem: string | undefined;
  /** What stands in a column; `undefined` when the row has no such column. */
  cell(column: string): unknown;
}

/** Some rows that were read together. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Bytes of the file read so far. */
  readonly at: number;
}

/** What is told of a row with bytes that are not characters. */
export const DAMAGED = 'holds bytes that are no characters in this encoding';
