import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Kind, Phase } from '@huiyin/loop';
import type { CustomerDetails } from './collect.js';

/** What the customer said, masked, and the originals sealed. Changed only when its time is up or its customer erased; where the item stands is in `feedback`. */
@Entity('feedback_words')
@Index('feedback_words_received_idx', ['receivedAt'])
@Index('feedback_words_key_idx', ['keyId'], { where: 'key_id is not null' })
@Index('feedback_words_unguarded_idx', ['feedbackId'], { where: 'not guarded' })
@Index('feedback_words_accepted_idx', ['acceptedBy', 'feedbackId'])
@Unique('feedback_words_number_key', ['number'])
@Unique('feedback_words_external_key', ['source', 'externalId'])
export class FeedbackWordsEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'feedback_words_pkey' })
  @ForeignKey('feedback', { name: 'feedback_words_feedback_fkey' })
  feedbackId!: string;

  /** The number in the reference for people (`HY-2026-000123`). TypeORM can say "identity" of a primary key only. */
  @Column({ type: 'bigint', generatedIdentity: 'ALWAYS' })
  @Generated('identity' as 'increment')
  number!: number;

  @Column('timestamptz', { name: 'received_at', default: () => 'loop_now()' })
  receivedAt!: string;

  /** When the thing happened that it is about, as the sender says. */
  @Column('timestamptz', { name: 'occurred_at', nullable: true })
  occurredAt!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { name: 'declared_kind', nullable: true })
  declaredKind!: Kind | null;

  @Column('text', { nullable: true })
  phase!: Phase | null;

  /** Name of the system that sent it. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** The source's own id of the item. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId!: string | null;

  /** As the sender described them, masked; who it is, is recognised later. */
  @Column('jsonb', { nullable: true })
  customer!: CustomerDetails | null;

  @Column('text', { array: true, default: () => `'{}'` })
  tags!: string[];

  /** Whatever else the sender wants to keep with it. */
  @Column('jsonb', { default: {} })
  attributes!: Readonly<Record<string, unknown>>;

  /** Who sent it: `person:<id>` or `key:<id>`. */
  @Column('text', { name: 'accepted_by' })
  acceptedBy!: string;

  /** The originals of whatever is masked in this row, sealed with its key; null when nothing is. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @Column('uuid', { name: 'key_id', nullable: true })
  @ForeignKey('customer_key', { name: 'feedback_words_key_fkey' })
  keyId!: string | null;

  /** False for what was stored in the clear by an earlier version and has not been masked yet. */
  @Column('boolean', { default: false })
  guarded!: boolean;
}
