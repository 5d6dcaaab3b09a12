import type { Intake, Receipt, Submission } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { Principal, UnitDirectory } from '@huiyin/org';
import { invalid, validated } from '../http/validation.js';
import { parseJson } from '../http/well-formed.js';
import type { BatchResultDto, RowResultDto } from './receipts.dto.js';
import { submission, unitFinder } from './submissions.js';
import { SubmitFeedbackDto } from './submit-feedback.dto.js';

/** Most rows of one batch. */
export const BATCH_ROWS = 5_000;

/**
 * The rows of a batch: `{"items": […]}` or one JSON object a line. A line that is no JSON becomes an error in its place.
 * @throws {CodedError} when there is no list, it is empty, or it has too many rows
 */
export function batchRows(body: unknown): unknown[] {
  const rows = typeof body === 'string' ? body.split('\n').flatMap(line) : (body as { items?: unknown } | undefined)?.items;
  if (!Array.isArray(rows)) throw invalid([{ field: 'items', message: 'must be a list of feedback' }]);
  if (rows.length === 0) throw invalid([{ field: 'items', message: 'must not be empty' }]);
  if (rows.length > BATCH_ROWS) throw invalid([{ field: 'items', message: `must have at most ${BATCH_ROWS} entries` }]);
  const extra = typeof body === 'string' ? [] : Object.keys(body as object).filter((name) => name !== 'items');
  if (extra.length > 0) throw invalid(extra.map((field) => ({ field, message: `unknown field "${field}"` })));
  return rows;
}

function line(text: string): unknown[] {
  if (text.trim() === '') return [];
  try {
    return [parseJson(text)];
  } catch (error) {
    return [error];
  }
}

/** Accepts the good rows of a batch and says of each row what became of it. */
export async function acceptBatch(
  rows: readonly unknown[],
  sender: Principal,
  { intake, units }: { intake: Intake; units: UnitDirectory },
): Promise<BatchResultDto> {
  const checked = rows.map((row) => {
    if (row instanceof CodedError) return row;
    const result = validated(SubmitFeedbackDto, row);
    return Array.isArray(result) ? invalid(result) : result;
  });
  const unitOf = await unitFinder(checked.filter((row) => row instanceof SubmitFeedbackDto), units);
  const prepared = checked.map((row): Submission | CodedError => {
    if (row instanceof CodedError) return row;
    const unitId = unitOf(row);
    return unitId instanceof CodedError ? unitId : submission(row, sender, unitId);
  });
  const receipts = await intake.acceptMany(prepared.filter((row): row is Submission => !(row instanceof CodedError)));
  let next = 0;
  const results = prepared.map((row, index) => rowResult(index, row instanceof CodedError ? row : (receipts[next++] as Receipt)));
  const count = (status: RowResultDto['status']) => results.filter((row) => row.status === status).length;
  return { accepted: count('accepted'), duplicates: count('duplicate'), rejected: count('rejected'), results };
}

function rowResult(index: number, receipt: Receipt): RowResultDto {
  if (receipt instanceof CodedError) {
    const { code, detail, fields } = receipt;
    return { index, status: 'rejected', error: { code, detail, ...(fields.length > 0 ? { errors: [...fields] } : {}) } };
  }
  return { index, status: receipt.duplicate ? 'duplicate' : 'accepted', id: receipt.id, reference: receipt.reference };
}
