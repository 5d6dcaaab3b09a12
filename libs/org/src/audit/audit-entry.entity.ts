import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What somebody did, as stored: appended, chained once, and never changed again. */
@Entity('audit_entry')
@Unique('audit_entry_seq_key', ['seq'])
@Index('audit_entry_loose_idx', ['xid', 'id'], { where: 'seq is null' })
@Index('audit_entry_actor_idx', ['actor', 'id'])
@Index('audit_entry_subject_idx', ['subject', 'id'])
@Check('audit_entry_chained_check', '(seq is null) = (hash is null)')
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'audit_entry_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  /** The transaction that wrote it. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never, default: () => 'pg_current_xact_id()' })
  xid!: string;

  @Column('timestamptz', { default: () => 'loop_now()' })
  at!: string;

  /** `person:<id>`, `key:<id>` or `system`. */
  @Column('text')
  actor!: string;

  @Column('text')
  action!: string;

  @Column('text')
  subject!: string;

  /** Never personal data. */
  @Column('jsonb', { default: {} })
  details!: Readonly<Record<string, unknown>>;

  /** Place in the chain, from 1; null until it is chained. */
  @Column('bigint', { nullable: true })
  seq!: number | null;

  /** Of this entry and the hash before it. */
  @Column('bytea', { nullable: true })
  hash!: Buffer | null;
}
