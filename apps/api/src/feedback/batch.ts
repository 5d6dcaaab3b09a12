import { acceptPieces, FIELDS_NAMED, invalid, parseJson, type Door, type Piece, type Receipt } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { enforceBinding, type Principal, type UnitDirectory } from '@huiyin/org';
import type { BatchResultDto, RowResultDto } from './receipts.dto.js';

/** Most rows of one batch. */
export const BATCH_ROWS = 5_000;

/**
 * The rows of a batch: `{"items": […]}` or one JSON object a line. A line that is no JSON becomes an error in its place.
 * @throws {CodedError} when there is no list, it is empty, or it has too many rows
 */
export function batchRows(body: unknown): unknown[] {
  const rows = typeof body === 'string' ? lines(body) : (body as { items?: unknown } | undefined)?.items;
  if (!Array.isArray(rows)) throw invalid([{ field: 'items', message: 'must be a list of feedback' }]);
  if (rows.length === 0) throw invalid([{ field: 'items', message: 'must not be empty' }]);
  if (rows.length > BATCH_ROWS) throw invalid([{ field: 'items', message: `must have at most ${BATCH_ROWS} entries` }]);
  const extra = typeof body === 'string' ? [] : Object.keys(body as object).filter((name) => name !== 'items');
  if (extra.length > 0)
    throw invalid(extra.slice(0, FIELDS_NAMED).map((field) => ({ field, message: `unknown field "${field}"` })));
  return rows;
}

/** Counted before any of them is read: a line that is no JSON costs a hundred times its length. */
function lines(body: string): unknown[] {
  const written = body.split('\n').filter((text) => text.trim() !== '');
  return written.length > BATCH_ROWS ? written : written.map(line);
}

function line(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    return error;
  }
}

/** Accepts the good rows of a batch and says of each row what became of it. */
export async function acceptBatch(
  rows: readonly unknown[],
  sender: Principal,
  door: Pick<Door, 'intake'> & { readonly units: UnitDirectory },
): Promise<BatchResultDto> {
  const bind = (pieces: readonly Piece[]) => enforceBinding(pieces, sender, door.units);
  const results = (await acceptPieces(rows, sender.actor, { ...door, bind })).map((receipt, index) =>
    rowResult(index, receipt),
  );
  const count = (status: RowResultDto['status']) => results.filter((row) => row.status === status).length;
  return { accepted: count('accepted'), duplicates: count('duplicate'), rejected: count('rejected'), results };
}

function rowResult(index: number, receipt: Receipt): RowResultDto {
  if (receipt instanceof CodedError) {
    const { code, detail, fields } = receipt;
    return {
      index,
      status: 'rejected',
      error: { code, detail, ...(fields.length > 0 ? { errors: [...fields] } : {}) },
    };
  }
  return { index, status: receipt.duplicate ? 'duplicate' : 'accepted', id: receipt.id, reference: receipt.reference };
}
