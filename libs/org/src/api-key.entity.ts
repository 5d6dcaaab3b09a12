import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key of a system, as stored; the secret itself is shown once and kept nowhere. */
@Entity('api_key')
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
}
