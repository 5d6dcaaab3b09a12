import { type Door, acceptPieces, illFormed, invalid, reasonOf } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { type PieceRow, type PiecesFile, PiecesReader } from './pieces-file.js';
import { type Rejects } from './rejects.js';

/** How many writes may wait: two at the database, and one that is ready when the first of them is done. */
const UNDER_WAY = 3;

/** What became of a file. */
export interface ImportResult {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** False when it was stopped before the end of the file. */
  readonly complete: boolean;
  /** Rows without an id of their own, which got one made of their content. */
  readonly madeIds: number;
  /** Mapped columns that no row has. */
  readonly unseen: readonly string[];
  /** Columns of the first row whose names are no fields; none where a mapping says what is wanted. */
  readonly untaken: readonly string[];
}

/** What the import of a file needs, and whom it tells. */
export interface ImportOptions {
  readonly door: Door;
  readonly rejects: Rejects;
  /** Finishes the rows under way and ends. */
  readonly stop: AbortSignal;
  /** @param bytes of the file read so far */
  readonly progress: (bytes: number, rows: number) => void;
}

/**
 * Accepts the rows of a file as the API would: same rules, same answers. While some rows are written the next are read and
 * checked. A bad row goes to the rejects and never spoils its neighbours.
 * @throws {OperatorError} when the file cannot be read or the database goes away; what was accepted until then is on record
 */
export async function importFile(file: PiecesFile, options: ImportOptions): Promise<ImportResult> {
  const { rejects, stop, progress } = options;
  const reader = new PiecesReader(file);
  const counts = { accepted: 0, duplicates: 0 };
  const underWay = new Set<Promise<void>>();
  let untaken: string[] | undefined;
  let failure: unknown;
  const total = () => counts.accepted + counts.duplicates + rejects.count;
  for await (const { rows, at } of reader.read()) {
    untaken ??= rows[0] && !file.columns ? reader.untaken(rows[0].row.cells) : [];
    const work: Promise<void> = accept(rows, options, counts)
      .catch((error: unknown) => void (failure ??= error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    while (underWay.size >= UNDER_WAY) await Promise.race(underWay);
    await rejects.flush();
    progress(at, total());
    if (stop.aborted || failure !== undefined) break;
  }
  await Promise.all(underWay);
  if (failure !== undefined) throw explained(failure, total());
  const { madeIds, unseen } = reader;
  return {
    ...counts,
    rejected: rejects.count,
    complete: !stop.aborted,
    madeIds,
    unseen: [...unseen],
    untaken: untaken ?? [],
  };
}

async function accept(
  rows: readonly PieceRow[],
  { door, rejects }: ImportOptions,
  counts: { accepted: number; duplicates: number },
): Promise<void> {
  const receipts = await acceptPieces(rows.map(checked), 'system', door);
  receipts.forEach((receipt, index) => {
    if (receipt instanceof CodedError) rejects.add((rows[index] as PieceRow).row, reasonOf(receipt));
    else if (receipt.duplicate) counts.duplicates++;
    else counts.accepted++;
  });
}

/** The piece of a row, or what is wrong with it before anything is checked that the API checks later. */
function checked({ row, piece }: PieceRow): unknown {
  if (row.problem !== undefined) return invalid([{ field: '', message: row.problem }]);
  const found = illFormed(piece);
  return found ? invalid([found]) : piece;
}

function explained(error: unknown, rows: number): unknown {
  if (!(error instanceof CodedError) || error.code !== 'unavailable') return error;
  const message = `The database went away after ${rows} rows; run the same command again, what is on record is not added twice.`;
  return new OperatorError(message, { cause: error });
}
