import { hash } from 'node:crypto';
import { type Cells, pieceMaker, type Row, type Rows, sameNames, textOf, type ToPiece } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import { type RowsFile, readRows } from './rows.js';

/** A file whose rows are pieces of feedback. */
export interface PiecesFile extends RowsFile {
  /** Field → column; `undefined` when the columns have the names of the fields. */
  readonly columns: ReadonlyMap<string, string> | undefined;
  /** What holds for every row that says nothing else. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly zone: string;
  /** Fields besides those of a piece, for the caller. */
  readonly others: readonly string[];
}

/** A row with the piece that was made of it, not yet checked. */
export interface PieceRow {
  readonly row: Row;
  readonly piece: Readonly<Record<string, unknown>>;
  /** What stands in the columns of the other fields, without blanks around it; empty texts are left out. */
  readonly others: Readonly<Record<string, string>>;
}

/** Reads pieces of feedback from a file, and learns about its columns while it does. */
export class PiecesReader {
  /** Rows without an id of their own, which got one made of their content. */
  madeIds = 0;
  /** Mapped columns that no row has had so far. */
  readonly unseen = new Set<string>();

  private columns: ReadonlyMap<string, string> = new Map();

  constructor(private readonly file: PiecesFile) {}

  /** @throws {OperatorError} when the file cannot be read, or has not the columns that are asked for */
  async *read(): AsyncGenerator<{ rows: readonly PieceRow[]; at: number }> {
    let toPiece: ToPiece | undefined;
    for await (const { rows, at } of readRows(this.file)) {
      if (rows.length === 0) continue;
      const make = (toPiece ??= this.learn(rows));
      yield {
        at,
        rows: rows.map((row) => ({ row, piece: this.piece(row, make), others: this.others(row) })),
      };
    }
  }

  /** The columns of the file that no field takes, of a row. */
  untaken(cells: Cells): string[] {
    const taken = new Set([...this.columns.values()].flatMap((column) => [column, column.split('.')[0]]));
    return Object.keys(cells).filter((name) => !taken.has(name));
  }

  private learn(rows: Rows['rows']): ToPiece {
    const { fixed, zone, format, path, others } = this.file;
    const sound = rows.filter(({ problem }) => problem === undefined);
    const usable = format === 'csv' && sound.length === 0 ? rows : sound;
    const [first] = usable;
    if (!first) throw new OperatorError(`${path} is no JSONL: none of its first rows is a JSON object.`);
    const columns = this.file.columns ?? sameNames(first.cells, others);
    const has = (column: string) => usable.some((row) => row.cell(column) !== undefined);
    const there = `There are: ${Object.keys(first.cells).join(', ')}`;
    const text = columns.get('text');
    if (text === undefined)
      throw new OperatorError(`Add text=<column> to --map: which holds the customer's words? ${there}`);
    if (!has(text))
      throw new OperatorError(`${path} has no column "${text}" for the text; write --map text=<column>. ${there}`);
    if (this.file.columns) for (const column of columns.values()) if (!has(column)) this.unseen.add(column);
    const [missing] = this.unseen;
    if (format === 'csv' && missing !== undefined)
      throw new OperatorError(`${path} has no column "${missing}"; correct --map. ${there}`);
    this.columns = columns;
    const own = [...columns].filter(([field]) => !others.includes(field));
    return pieceMaker({ columns: new Map(own), fixed, zone });
  }

  private piece(row: Row, make: ToPiece): Record<string, unknown> {
    for (const column of this.unseen) if (row.cell(column) !== undefined) this.unseen.delete(column);
    const piece = make(row);
    if (piece['externalId'] !== undefined) return piece;
    this.madeIds++;
    piece['externalId'] = idOf(row.cells);
    return piece;
  }

  private others(row: Row): PieceRow['others'] {
    const { others } = this.file;
    if (others.length === 0) return NONE;
    const values = others.map(
      (field) => [field, textOf(row.cell(this.columns.get(field) ?? '') ?? '').trim()] as const,
    );
    return Object.fromEntries(values.filter(([, value]) => value !== ''));
  }
}

const NONE: PieceRow['others'] = {};

/** An id made of all that a row holds: equal rows are one piece, and a file that is read again adds nothing. */
function idOf(cells: Cells): string {
  return `row-${hash('sha256', JSON.stringify(cells), 'base64url').slice(0, 27)}`;
}
