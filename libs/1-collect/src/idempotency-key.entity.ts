import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An `Idempotency-Key` that a sender has used, and the item it stands for. */
@Entity('idempotency_key')
@Index('idempotency_key_created_idx', ['createdAt'])
export class IdempotencyKeyEntity {
  /** Who used it; two senders may use the same key. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  owner!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key!: string;

  /** SHA-256 of the body, to tell a repetition from another request under the same key. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash!: Buffer;

  @Column('uuid', { name: 'feedback_id' })
  feedbackId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
