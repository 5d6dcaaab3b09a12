import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mapping } from './mapping.js';
import type { SenderCheck } from './sender-check.js';

/** A system that pushes feedback in its own words, as stored. */
@Entity('inbound_source')
@Check('inbound_source_old_secret_check', '(old_secret is null) = (old_secret_until is null)')
export class InboundSourceEntity {
  /** As in `source` of the feedback. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'inbound_source_pkey' })
  name!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('jsonb', { name: 'check_by' })
  checkBy!: SenderCheck;

  @Column('jsonb')
  mapping!: Mapping;

  /** Sealed. */
  @Column('text')
  secret!: string;

  /** Sealed; taken as well until `old_secret_until`. */
  @Column('text', { name: 'old_secret', nullable: true })
  oldSecret!: string | null;

  @Column('timestamptz', { name: 'old_secret_until', nullable: true })
  oldSecretUntil!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  /** Why the last message that was refused was refused. */
  @Column('jsonb', { nullable: true })
  refusal!: { readonly at: string; readonly detail: string } | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
