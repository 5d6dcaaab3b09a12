import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Reading } from './detect.js';
import type { ImportSender, ImportState, StoredMapping } from './import-job.js';

/** A file of feedback on its way in, as stored. */
@Entity('import_job')
@Index('import_job_open_idx', ['state', 'createdAt'], { where: `state in ('receiving', 'queued', 'running')` })
@Index('import_job_kept_idx', ['finishedAt'], { where: 'file_key is not null' })
@Check('import_job_state_check', `state in ('receiving', 'queued', 'running', 'done', 'cancelled', 'failed')`)
@Check('import_job_sum_check', 'position = accepted + duplicates + rejected')
@Check('import_job_lease_check', `(state = 'running') = (lease_until is not null)`)
@Check('import_job_finished_check', `(state in ('done', 'cancelled', 'failed')) = (finished_at is not null)`)
@Check(
  'import_job_received_check',
  `state = 'receiving' or (file_hash is not null and reading is not null and mapping is not null)`,
)
export class ImportJobEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_job_pkey' })
  id!: string;

  @Column('text', { default: 'receiving' })
  state!: ImportState;

  /** `person:<id>` or `key:<id>`. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  /** What its sender was bound to when it was sent. */
  @Column('jsonb')
  sender!: ImportSender;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('bigint', { name: 'file_bytes', default: 0 })
  fileBytes!: number;

  /** SHA-256. */
  @Column('bytea', { name: 'file_hash', nullable: true })
  fileHash!: Buffer | null;

  /** Opens the pieces of the file and the rejected rows; sealed by the vault. Gone when they are. */
  @Column('text', { name: 'file_key', nullable: true })
  fileKey!: string | null;

  @Column('jsonb', { nullable: true })
  reading!: Reading | null;

  @Column('jsonb', { nullable: true })
  mapping!: StoredMapping | null;

  @Column('text', { nullable: true })
  source!: string | null;

  /** Bytes of the file that have been read. */
  @Column('bigint', { name: 'read_bytes', default: 0 })
  readBytes!: number;

  /** Rows that are done with; the next worker goes on behind them. */
  @Column('bigint', { default: 0 })
  position!: number;

  @Column('bigint', { default: 0 })
  accepted!: number;

  @Column('bigint', { default: 0 })
  duplicates!: number;

  @Column('bigint', { default: 0 })
  rejected!: number;

  /** How often it was taken up since a row was last done with. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  /** Of the worker that took it up last. */
  @Column('uuid', { name: 'lease_token', nullable: true })
  leaseToken!: string | null;

  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  /** Why it failed. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: string | null;
}
