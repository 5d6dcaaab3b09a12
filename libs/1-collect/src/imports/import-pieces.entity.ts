import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StoredMapping } from './import-job.js';

/** A piece of a file, sealed; all pieces but the last are of one size. They go when the import has ended. */
@Entity('import_chunk')
export class ImportChunkEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_chunk_pkey' })
  @ForeignKey('import_job', { name: 'import_chunk_job_fkey', onDelete: 'CASCADE' })
  importId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_chunk_pkey' })
  number!: number;

  @Column('bytea')
  sealed!: Buffer;
}

/** A row that was not taken, with the reason, sealed: it may hold what a customer wrote. */
@Entity('import_reject')
export class ImportRejectEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_reject_pkey' })
  @ForeignKey('import_job', { name: 'import_reject_job_fkey', onDelete: 'CASCADE' })
  importId!: string;

  /** Its place among the rows of the file, from 1. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'import_reject_pkey' })
  position!: number;

  /** The line of the file, or the row of the spreadsheet. */
  @Column('bigint')
  line!: number;

  @Column('bytea')
  sealed!: Buffer;
}

/** How the columns of a source's files are read. */
@Entity('import_mapping')
export class ImportMappingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'import_mapping_pkey' })
  source!: string;

  @Column('jsonb')
  mapping!: StoredMapping;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'loop_now()' })
  changedAt!: string;
}
