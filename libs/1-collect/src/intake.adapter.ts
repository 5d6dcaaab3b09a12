import { isTransient, type Database, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Vault } from '@huiyin/privacy';
import type { Accepted, Receipt, Submission } from './collect.js';
import { GroupCommit } from './group-commit.js';
import { sealSubmissions, type SealedBatch } from './sealing.store.js';
import { findByExternalId, findById, insertSubmissions, repointKeys, takeKeys } from './intake.store.js';

const TRIES = 3;
const ROWS_PER_STATEMENT = 500;

/**
 * The way in. Every piece of feedback, from whichever door, is accepted here; the answer comes after the commit.
 */
export class Intake {
  private readonly group: GroupCommit<Submission, Receipt>;

  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {
    this.group = new GroupCommit((rows) => this.write(rows), {
      rowsPerCommit: ROWS_PER_STATEMENT,
      commitsUnderWay: 2,
      rowsWorthAnother: 16,
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

  /**
   * Accepts many in a transaction of the caller, so that what the caller writes and the rows are there together or not at
   * all. One receipt per row, in order; a row that cannot be written does not spoil its neighbours.
   * @throws when the database goes away or the rows have to be tried again; the transaction has to be given up then
   */
  async acceptWithin(tx: Sql, submissions: readonly Submission[]): Promise<Receipt[]> {
    await tx.query('savepoint intake');
    try {
      const receipts: Receipt[] = [];
      for (let start = 0; start < submissions.length; start += ROWS_PER_STATEMENT)
        receipts.push(...(await this.writeRows(tx, submissions.slice(start, start + ROWS_PER_STATEMENT))));
      await tx.query('release savepoint intake');
      return receipts;
    } catch (error) {
      if (isTransient(error) || keyIsGone(error)) throw error;
      await tx.query('rollback to savepoint intake');
      return this.isolate(submissions, error, (some) => this.acceptWithin(tx, some));
    }
  }

  private async write(rows: readonly Submission[]): Promise<Receipt[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writeOnce(rows);
      } catch (error) {
        if (!isTransient(error) && !keyIsGone(error)) return this.isolate(rows, error, (some) => this.write(some));
        if (attempt === TRIES)
          throw new CodedError('unavailable', 'The database cannot be reached. Send it again in a few seconds.');
        await new Promise((resolve) => setTimeout(resolve, 50 * 4 ** attempt));
      }
    }
  }

  private async isolate(
    rows: readonly Submission[],
    error: unknown,
    write: (rows: readonly Submission[]) => Promise<Receipt[]>,
  ): Promise<Receipt[]> {
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
    return [...(await write(rows.slice(0, middle))), ...(await write(rows.slice(middle)))];
  }

  private writeOnce(rows: readonly Submission[]): Promise<Receipt[]> {
    if (rows.some((row) => row.idempotency)) return this.db.transaction((tx) => this.writeWithKeys(tx, rows));
    return this.writeRows(this.db, rows);
  }

  /** Writes what is new and finds what is not. */
  private async writeRows(sql: Sql, rows: readonly Submission[]): Promise<Receipt[]> {
    if (rows.length === 0) return [];
    return writeSealed(sql, rows, await sealSubmissions(sql, this.vault, rows));
  }

  private async writeWithKeys(tx: Sql, given: readonly Submission[]): Promise<Receipt[]> {
    const rows = given.map((row) => blind(this.vault, row));
    const wanted = rows.flatMap(({ id, idempotency }) => (idempotency ? [{ ...idempotency, feedbackId: id }] : []));
    const onRecord = new Map((await takeKeys(tx, wanted)).map((key) => [`${key.owner}\u0001${key.key}`, key]));
    const keyOf = (row: Submission) =>
      row.idempotency && onRecord.get(`${row.idempotency.owner}\u0001${row.idempotency.key}`);
    const fresh = rows.filter((row) => !row.idempotency || keyOf(row)?.feedbackId === row.id);
    const written = await this.writeRows(tx, fresh);
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
}

/** The customer was erased between our looking the key up and our using it: a new one is made then. */
function keyIsGone(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23503' && constraint === 'feedback_words_key_fkey';
}

/** Only whoever has the keys can find out from what is stored whether a guess of the body is right. */
function blind(vault: Vault, row: Submission): Submission {
  if (!row.idempotency) return row;
  const bodyHash = vault.blindIndex('idempotent body', row.idempotency.bodyHash).toString('hex');
  return { ...row, idempotency: { ...row.idempotency, bodyHash } };
}

async function writeSealed(sql: Sql, rows: readonly Submission[], batch: SealedBatch): Promise<Receipt[]> {
  const accepted = await insertSubmissions(sql, batch);
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
