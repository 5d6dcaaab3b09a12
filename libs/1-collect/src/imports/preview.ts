import { checkPiece, invalid, reasonOf } from '../piece.js';
import { illFormed } from '../well-formed.js';
import type { StoredMapping } from './import-job.js';
import { type Mapping, pieceMaker } from './mapping.js';
import type { Cells, Row } from './row.js';

/** A row as it would be read. */
export interface PreviewRow {
  readonly line: number;
  readonly cells: Cells;
  /** The piece of feedback that would be made of it; null when it cannot be read. */
  readonly piece: Readonly<Record<string, unknown>> | null;
  /** Why it would be rejected; null when it would not. */
  readonly problem: string | null;
}

/** A stored mapping in the form that rows are read with. */
export function mappingOf({ columns, fixed, zone, values }: StoredMapping): Mapping {
  return { columns: new Map(Object.entries(columns)), fixed, zone, ...(values ? { values } : {}) };
}

/** What would become of one row. */
export function previewRow(row: Row, mapping: StoredMapping): PreviewRow {
  const { number: line, cells } = row;
  if (row.problem !== undefined) return { line, cells, piece: null, problem: row.problem };
  const piece = pieceMaker(mappingOf(mapping))(row);
  const strange = illFormed(piece);
  const checked = strange ? [strange] : checkPiece(piece);
  return { line, cells, piece, problem: Array.isArray(checked) ? reasonOf(invalid(checked)) : null };
}
