import { isTransient, type Database, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Accepted, Receipt, Submission } from './collect.js';
import { GroupCommit } from './group-commit.js';
import { findByExternalId, findById, insertSubmissions, repointKeys, takeKeys } from './intake.store.js';

const TRIES = 3;
const ROWS_PER_STATEMENT = 500;

/**
 * The way in. Every piece of feedback, from whichever door, is accepted here; the answer comes after the commit.
 */
export class Intake {
  private readonly group: GroupCommit<Submission, Receipt>;

  constructor(private readonly db: Database) {
    this.group = new GroupCommit((rows) => this.write(rows), {
      rowsPerCommit: ROWS_PER_STATEMENT,
      commitsUnderWay: 2,
      rowsWaiting: 20_000,
    });
  }

  /**
   * Accepts one piece, together with whatever else arrives at the same moment.
   * @throws {CodedError} `idempotency-conflict`, `validation-failed`, or `unavailable` when the database is away (nothing is kept
   * then that the sender was not told of; sending again with the same key is safe)
   */
  async accept(submission: Submission): Promise<Accepted> {
    const receipt = await this.group.submit(submission);
    if (receipt instanceof CodedError) throw receipt;
    return receipt;
  }

  /** Accepts many; one receipt per row, in order. A row that cannot be written does not spoil its neighbours. */
  async acceptMany(submissions: readonly Submission[]): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (let start = 0; start < submissions.length; start += ROWS_PER_STATEMENT)
      receipts.push(...(await this.write(submissions.slice(start, start + ROWS_PER_STATEMENT))));
    return receipts;
  }

  private async write(rows: readonly Submission[]): Promise<Receipt[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writeOnce(rows);
      } catch (error) {
        if (!isTransient(error)) return this.isolate(rows, error);
        if (attempt === TRIES)
          throw new CodedError('unavailable', 'The database cannot be reached. Send it again in a few seconds.');
        await new Promise((resolve) => setTimeout(resolve, 50 * 4 ** attempt));
      }
    }
  }

  private async isolate(rows: readonly Submission[], error: unknown): Promise<Receipt[]> {
    // Only what Postgres says of the values themselves (SQLSTATE 22, 23) can be the fault of a row.
    if (!/^2[23]/.test((error as { code?: string }).code ?? '')) throw error;
    if (rows.length === 1) {
      const message = 'the database cannot store it';
      return [
        new CodedError('validation-failed', `The database refuses this piece: ${message}`, [
          { field: 'text', message },
        ]),
      ];
    }
    const middle = Math.ceil(rows.length / 2);
    return [...(await this.write(rows.slice(0, middle))), ...(await this.write(rows.slice(middle)))];
  }

  private writeOnce(rows: readonly Submission[]): Promise<Receipt[]> {
    if (rows.some((row) => row.idempotency)) return this.db.transaction((tx) => writeWithKeys(tx, rows));
    return writeRows(this.db, rows);
  }
}

/** Writes what is new and finds what is not. */
async function writeRows(sql: Sql, rows: readonly Submission[]): Promise<Receipt[]> {
  if (rows.length === 0) return [];
  const accepted = await insertSubmissions(sql, rows);
  const missing = rows.filter((row) => !accepted.has(row.id));
  if (missing.length === 0) return rows.map((row) => accepted.get(row.id) as Accepted);
  const keyed = missing.flatMap(({ source, externalId }) => (source && externalId ? [{ source, externalId }] : []));
  const known = await findByExternalId(sql, keyed);
  // A write whose answer was lost is tried again with the same id; it is then on record, and no duplicate.
  const own = await findById(sql, missing.map((row) => row.id)); // prettier-ignore
  return rows.map((row) => {
    const mine = own.get(row.id);
    const receipt =
      accepted.get(row.id) ??
      (mine ? { ...mine, duplicate: false } : known.get(`${row.source}\u0001${row.externalId}`));
    return receipt ?? new CodedError('internal-error', 'The item was neither written nor found. Send it again.');
  });
}

async function writeWithKeys(tx: Sql, rows: readonly Submission[]): Promise<Receipt[]> {
  const wanted = rows.flatMap(({ id, idempotency }) => (idempotency ? [{ ...idempotency, feedbackId: id }] : []));
  const onRecord = new Map((await takeKeys(tx, wanted)).map((key) => [`${key.owner}\u0001${key.key}`, key]));
  const keyOf = (row: Submission) =>
    row.idempotency && onRecord.get(`${row.idempotency.owner}\u0001${row.idempotency.key}`);
  const fresh = rows.filter((row) => !row.idempotency || keyOf(row)?.feedbackId === row.id);
  const written = await writeRows(tx, fresh);
  const receiptOf = new Map(fresh.map((row, index) => [row.id, written[index] as Receipt]));
  const repeated = rows.flatMap((row) => (receiptOf.has(row.id) ? [] : [keyOf(row)?.feedbackId ?? '']));
  const earlier = await findById(tx, repeated);
  const moved = fresh.flatMap(({ id, idempotency }) => {
    const receipt = receiptOf.get(id);
    return idempotency && receipt && 'id' in receipt && receipt.id !== id
      ? [{ ...idempotency, feedbackId: receipt.id }]
      : [];
  });
  if (moved.length > 0) await repointKeys(tx, moved);
  return rows.map((row) => receiptOf.get(row.id) ?? repeatReceipt(row, keyOf(row), receiptOf, earlier));
}

function repeatReceipt(
  row: Submission,
  onRecord: { bodyHash: string; feedbackId: string } | undefined,
  receiptOf: ReadonlyMap<string, Receipt>,
  earlier: ReadonlyMap<string, Accepted>,
): Receipt {
  if (onRecord?.bodyHash !== row.idempotency?.bodyHash)
    return new CodedError(
      'idempotency-conflict',
      'This Idempotency-Key was used with another body. Use a new key for a new piece.',
    );
  const sameGroup = receiptOf.get(onRecord?.feedbackId ?? '');
  if (sameGroup) return sameGroup instanceof CodedError ? sameGroup : { ...sameGroup, duplicate: true };
  return (
    earlier.get(onRecord?.feedbackId ?? '') ??
    new CodedError('internal-error', 'The key is on record without its item. Send it again with a new key.')
  );
}
