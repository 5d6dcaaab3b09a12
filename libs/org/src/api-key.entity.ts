import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UnitEntity } from './unit.entity.js';

/** A key of a system, as stored; the secret itself is shown once and kept nowhere. */
@Entity('api_key')
@Check('api_key_previous_check', '(previous_hash is null) = (previous_until is null)')
export class ApiKeyEntity {
  /** The middle part of `hy_<id>_<secret>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'api_key_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the secret. */
  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text', { array: true })
  scopes!: string[];

  /** Who made it: `person:7`, `key:…` or `system`. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: string | null;

  /** To the minute; written in batches. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: string | null;

  /** The one source that it may write; null for any. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** The unit that it writes for and sees, with what is under it; null for all. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'api_key_unit_fkey' })
  unit?: UnitEntity;

  /** SHA-256 of the secret before the last rotation, while it still works. */
  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash!: Buffer | null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: string | null;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt!: string | null;
}
