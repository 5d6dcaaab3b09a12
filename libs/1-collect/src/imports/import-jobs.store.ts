import type { Sql } from '@huiyin/database';
import type { Reading } from './detect.js';
import type { ImportSender, ImportState, ImportStatus, StoredMapping } from './import-job.js';

const STATUS = `id, state, file_name as "fileName", file_bytes as "fileBytes", source, reading, mapping, created_by as "createdBy",
  position as total, accepted, duplicates, rejected, error, file_key is not null as "rejectsKept",
  case when state = 'done' then 1 else least(1, read_bytes::float8 / greatest(1, file_bytes)) end as progress,
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

/** Begins an import whose file is about to come. */
export async function beginImport(
  sql: Sql,
  job: { id: string; sender: ImportSender; fileName: string | null; fileKey: string },
): Promise<void> {
  await sql.query('insert into import_job (id, created_by, sender, file_name, file_key) values ($1, $2, $3, $4, $5)', [
    job.id,
    job.sender.actor,
    JSON.stringify(job.sender),
    job.fileName,
    job.fileKey,
  ]);
}

/** What is known of a file once it has been received. */
export interface ReceivedFile {
  readonly id: string;
  readonly bytes: number;
  readonly hash: string;
  readonly reading: Reading;
  readonly mapping: StoredMapping;
  readonly source: string;
}

/** Gives a file that has been received whole to the workers. */
export async function queueImport(sql: Sql, file: ReceivedFile): Promise<void> {
  await sql.query(
    `update import_job set state = 'queued', file_bytes = $2, file_hash = decode($3, 'hex'), reading = $4, mapping = $5, source = $6
     where id = $1 and state = 'receiving'`,
    [file.id, file.bytes, file.hash, JSON.stringify(file.reading), JSON.stringify(file.mapping), file.source],
  );
}

/** Forgets a file altogether. */
export async function dropImport(sql: Sql, id: string): Promise<void> {
  await sql.query('delete from import_job where id = $1', [id]);
}

/** @param actor whose it has to be; null for anybody's */
export async function findImport(sql: Sql, id: string, actor: string | null): Promise<ImportStatus | undefined> {
  const [row] = await sql.query<ImportStatus>(
    `select ${STATUS} from import_job where id = $1 and state <> 'receiving' and ($2::text is null or created_by = $2)`,
    [id, actor],
  );
  return row;
}

/** The newest imports, after the one with the id `after`. */
export function listImports(
  sql: Sql,
  page: { actor: string | null; after: string | null; limit: number },
): Promise<ImportStatus[]> {
  return sql.query<ImportStatus>(
    `select ${STATUS} from import_job
     where state <> 'receiving' and ($1::text is null or created_by = $1) and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [page.actor, page.after, page.limit],
  );
}

/** A file that a worker has taken up. */
export interface ClaimedImport {
  readonly id: string;
  readonly token: string;
  readonly sender: ImportSender;
  readonly fileBytes: number;
  /** Hexadecimal. */
  readonly fileHash: string;
  readonly fileKey: string;
  readonly reading: Reading;
  readonly mapping: StoredMapping;
  readonly position: number;
  readonly attempts: number;
}

/** Takes up the oldest import that waits, or whose worker has not been heard of; nobody else takes it while the lease lasts. */
export async function claimImport(tx: Sql, token: string, leaseSeconds: number): Promise<ClaimedImport | undefined> {
  const [row] = await tx.query<ClaimedImport>(
    `with next as (
       select id from import_job
       where state = 'queued' or (state = 'running' and lease_until <= loop_now())
       order by created_at limit 1 for update skip locked
     )
     update import_job j set state = 'running', lease_token = $1, lease_until = loop_now() + $2 * interval '1 second',
       attempts = attempts + 1, started_at = coalesce(started_at, loop_now())
     from next where j.id = next.id
     returning j.id, j.lease_token as token, j.sender, j.file_bytes as "fileBytes", encode(j.file_hash, 'hex') as "fileHash",
       j.file_key as "fileKey", j.reading, j.mapping, j.position, j.attempts`,
    [token, leaseSeconds],
  );
  return row;
}

/** What a batch of rows came to. */
export interface BatchRecord {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly readBytes: number;
}

/**
 * Writes down how far an import is, and keeps it for as long again.
 * @returns false when it is no longer this worker's, or was cancelled: nothing of the batch may be committed then
 */
export async function recordBatch(
  tx: Sql,
  { id, token }: Pick<ClaimedImport, 'id' | 'token'>,
  batch: BatchRecord,
  leaseSeconds: number,
): Promise<boolean> {
  const { accepted, duplicates, rejected, readBytes } = batch;
  const rows = await tx.query(
    `update import_job set accepted = accepted + $3, duplicates = duplicates + $4, rejected = rejected + $5,
       position = position + $3 + $4 + $5, read_bytes = greatest(read_bytes, $6),
       attempts = case when $3 + $4 + $5 > 0 then 0 else attempts end, lease_until = loop_now() + $7 * interval '1 second'
     where id = $1 and state = 'running' and lease_token = $2 returning id`,
    [id, token, accepted, duplicates, rejected, readBytes, leaseSeconds],
  );
  return rows.length > 0;
}

/** Ends an import that this worker holds; its file is no longer needed. */
export async function endImport(
  tx: Sql,
  { id, token }: Pick<ClaimedImport, 'id' | 'token'>,
  end: { state: 'done' | 'failed'; error: string | null },
): Promise<void> {
  const ended = await tx.query(
    `update import_job set state = $3, error = $4, lease_until = null, finished_at = loop_now()
     where id = $1 and state = 'running' and lease_token = $2 returning id`,
    [id, token, end.state, end.error],
  );
  if (ended.length > 0) await tx.query('delete from import_chunk where import_id = $1', [id]);
}

/** Gives an import back as it stands, for the next worker. */
export async function releaseImport(sql: Sql, { id, token }: Pick<ClaimedImport, 'id' | 'token'>): Promise<void> {
  await sql.query(
    `update import_job set state = 'queued', lease_until = null, attempts = greatest(0, attempts - 1)
     where id = $1 and state = 'running' and lease_token = $2`,
    [id, token],
  );
}

/** Cancels an import that has not ended; what was accepted stays. */
export async function cancelImport(tx: Sql, id: string): Promise<boolean> {
  const cancelled = await tx.query(
    `update import_job set state = 'cancelled', lease_until = null, finished_at = loop_now()
     where id = $1 and state in ('queued', 'running') returning id`,
    [id],
  );
  await tx.query('delete from import_chunk where import_id = $1 and $2', [id, cancelled.length > 0]);
  return cancelled.length > 0;
}

/** Forgets files that never came whole, and the rejected rows of imports that ended so many days ago. */
export async function sweepImports(sql: Sql, keepDays: number): Promise<void> {
  await sql.query(`delete from import_job where state = 'receiving' and created_at < loop_now() - interval '1 hour'`);
  await sql.query(
    `with old as (
       update import_job set file_key = null where file_key is not null and finished_at < loop_now() - $1 * interval '1 day' returning id
     )
     delete from import_reject r using old where r.import_id = old.id`,
    [keepDays],
  );
}

/** @returns the state in which an import is, whoever it belongs to */
export async function importState(sql: Sql, id: string): Promise<ImportState | undefined> {
  const [row] = await sql.query<{ state: ImportState }>('select state from import_job where id = $1', [id]);
  return row?.state;
}
