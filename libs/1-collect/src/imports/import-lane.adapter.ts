import { randomUUID } from 'node:crypto';
import { gateIsOpen, Poller } from '@huiyin/bus';
import { isTransient, type Database, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { enforceBinding, type Principal, type UnitDirectory } from '@huiyin/org';
import type { Vault } from '@huiyin/privacy';
import type { Receipt, Submission } from '../collect.js';
import type { Intake } from '../intake.adapter.js';
import { invalid, reasonOf, type Piece } from '../piece.js';
import { acceptPieces } from '../pieces.js';
import { illFormed } from '../well-formed.js';
import { FileKey } from './file-key.js';
import { fileRows } from './file-rows.js';
import { StoredFile } from './import-file.store.js';
import { rowId, type ImportSender } from './import-job.js';
import {
  claimImport,
  endImport,
  recordBatch,
  releaseImport,
  sweepImports,
  type ClaimedImport,
} from './import-jobs.store.js';
import { keepRejects, type Reject } from './import-rejects.store.js';
import { keyPlace } from './imports.adapter.js';
import { pieceMaker } from './mapping.js';
import { mappingOf } from './preview.js';
import type { Row } from './row.js';

/** Rows that are committed together. Few large batches: a worker whose stages are busy is slow to answer each statement. */
const BATCH_ROWS = 2_000;
/** An import that has been taken up so often without a single row being done with brings every worker down. */
const MOST_ATTEMPTS = 5;
const SWEEP_MS = 600_000;

/** What the lane works with. */
export interface ImportLaneParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly intake: Intake;
  readonly units: UnitDirectory;
}

/** How the lane works. */
export interface ImportLaneSettings {
  readonly leaseSeconds: number;
  /** Days for which rejected rows are kept. */
  readonly keepDays: number;
  /** Told about each trouble; the lane itself knows no logger. */
  readonly trouble?: (error: unknown) => void;
}

/** The import is no longer this worker's: cancelled, or taken over. */
class TakenAway extends Error {}

/**
 * Takes files in, one at a time in each worker. Rows go through the same door as all others; they and the place in the
 * file are committed together, so that whoever goes on after a crash goes on behind the last row that is there.
 */
export class ImportLane {
  private readonly poller: Poller;
  private quitting = false;
  private sweptAt = -Infinity;

  constructor(
    private readonly parts: ImportLaneParts,
    private readonly settings: ImportLaneSettings,
  ) {
    this.poller = new Poller(
      () => this.takeOne(true),
      (error) => settings.trouble?.(error),
    );
  }

  start(): void {
    this.poller.start();
  }

  /** Finishes the batch under way and gives the import back. */
  async stop(): Promise<void> {
    this.quitting = true;
    await this.poller.stop();
  }

  /** Takes in all files that wait; for tests, and for who holds the gate of the bus. */
  async drain(): Promise<number> {
    let total = 0;
    while ((await this.takeOne(false)) > 0) total++;
    return total;
  }

  /**
   * Takes in one file.
   * @returns 1, or 0 when none waits
   */
  async takeOne(gated: boolean): Promise<number> {
    const { db } = this.parts;
    await this.sweep();
    const job = await db.transaction(async (tx) => {
      if (gated && !(await gateIsOpen(tx))) return undefined;
      return claimImport(tx, randomUUID(), this.settings.leaseSeconds);
    });
    if (!job) return 0;
    try {
      if (job.attempts > MOST_ATTEMPTS) await this.end(job, 'The workers that took it up stopped each time.');
      else if (await this.takeIn(job)) await this.end(job, null);
      else await releaseImport(db, job);
    } catch (error) {
      if (error instanceof TakenAway) return 1;
      if (error instanceof CodedError && error.code === 'unreadable-file') await this.end(job, error.detail);
      else await this.giveUp(job, error);
    }
    return 1;
  }

  /** Trouble that may pass: the next worker tries again; each try counts. */
  private async giveUp(job: ClaimedImport, error: unknown): Promise<void> {
    const { db } = this.parts;
    if (isTransient(error)) await releaseImport(db, job).catch(() => undefined);
    else if (job.attempts >= MOST_ATTEMPTS)
      await this.end(job, 'An error on our side that nobody foresaw; the log has it.');
    throw error;
  }

  private end(job: ClaimedImport, error: string | null): Promise<void> {
    return this.parts.db.transaction((tx) => endImport(tx, job, { state: error === null ? 'done' : 'failed', error }));
  }

  /** @returns false when it was stopped before the end */
  private async takeIn(job: ClaimedImport): Promise<boolean> {
    const key = FileKey.from(this.parts.vault.open(job.fileKey, keyPlace(job.id)));
    const file = new StoredFile(this.parts.db, job.id, key, job.fileBytes);
    const batches = new ImportBatches(this.parts, this.settings, job, key);
    let position = 0;
    const waiting: { row: Row; position: number }[] = [];
    let readBytes = 0;
    for await (const { rows, at } of fileRows(file, job.reading)) {
      readBytes = at;
      for (const row of rows) if (++position > job.position) waiting.push({ row, position });
      if (waiting.length === 0) await batches.keepLease(at);
      while (waiting.length >= BATCH_ROWS) await batches.commit(waiting.splice(0, BATCH_ROWS), at);
      if (this.quitting) return false;
    }
    while (waiting.length > 0) await batches.commit(waiting.splice(0, BATCH_ROWS), readBytes);
    return true;
  }

  private async sweep(): Promise<void> {
    if (performance.now() - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = performance.now();
    await sweepImports(this.parts.db, this.settings.keepDays);
  }
}

/** The rows of one file on their way in, batch by batch. */
class ImportBatches {
  private readonly make;
  private readonly who: Principal;
  private keptAt = performance.now();

  constructor(
    private readonly parts: ImportLaneParts,
    private readonly settings: ImportLaneSettings,
    private readonly job: ClaimedImport,
    private readonly key: FileKey,
  ) {
    this.make = pieceMaker(mappingOf(job.mapping));
    this.who = boundAs(job.sender);
  }

  /** Passing over what is done with takes its time: the import stays ours meanwhile. */
  async keepLease(at: number): Promise<void> {
    if (performance.now() - this.keptAt < (this.settings.leaseSeconds * 1_000) / 4) return;
    await this.record(this.parts.db, { accepted: 0, duplicates: 0, rejected: 0, readBytes: at });
  }

  /** Accepts rows and writes down how far the file is, both or neither. @throws {TakenAway} */
  async commit(rows: readonly { row: Row; position: number }[], at: number): Promise<void> {
    const { db, intake, units } = this.parts;
    const pieces = rows.map(({ row }) => this.piece(row));
    // Asked for before the transaction, which holds a connection of its own.
    const named = pieces.flatMap((piece) => (piece as { unit?: unknown }).unit ?? []);
    const own = this.who.units.map(({ code }) => code);
    const known = await units.resolve(new Set([...named, ...own].filter((code) => typeof code === 'string')));
    const lookup = { resolve: async () => known };
    const bind = (some: readonly Piece[]) => enforceBinding(some, this.who, lookup);
    await db.transaction(async (tx) => {
      const within = { acceptMany: (all: readonly Submission[]) => intake.acceptWithin(tx, all) };
      const receipts = await acceptPieces(pieces, this.who.actor, { intake: within, units: lookup, bind });
      await keepRejects(tx, this.job.id, this.key, rejectsOf(rows, receipts));
      const accepted = receipts.filter((receipt) => !(receipt instanceof CodedError) && !receipt.duplicate).length;
      const rejected = receipts.filter((receipt) => receipt instanceof CodedError).length;
      const duplicates = receipts.length - accepted - rejected;
      await this.record(tx, { accepted, duplicates, rejected, readBytes: at });
    });
  }

  private async record(sql: Sql, batch: Parameters<typeof recordBatch>[2]): Promise<void> {
    const { leaseSeconds } = this.settings;
    if (!(await recordBatch(sql, this.job, batch, leaseSeconds))) throw new TakenAway();
    this.keptAt = performance.now();
  }

  private piece(row: Row): object | CodedError {
    if (row.problem !== undefined) return invalid([{ field: '', message: row.problem }]);
    const piece = this.make(row);
    piece['externalId'] ??= rowId(this.job.fileHash, row.number);
    const strange = illFormed(piece);
    return strange ? invalid([strange]) : piece;
  }
}

function rejectsOf(rows: readonly { row: Row; position: number }[], receipts: readonly Receipt[]): Reject[] {
  return receipts.flatMap((receipt, index) => {
    if (!(receipt instanceof CodedError)) return [];
    const { row, position } = rows[index] as { row: Row; position: number };
    return [{ position, line: row.number, reason: reasonOf(receipt), cells: row.cells }];
  });
}

/** The sender as they were when the file was sent. */
function boundAs({ kind, actor, source, units }: ImportSender): Principal {
  const id = actor.slice(actor.indexOf(':') + 1);
  return { kind, id, name: '', scopes: new Set(), actor, mustChangePassword: false, units, source };
}
