import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One try to tell one webhook of one event, as stored. Nothing of the body of the answer is kept. */
@Entity('webhook_attempt')
@Index('webhook_attempt_webhook_idx', ['webhookId', 'id'])
@Index('webhook_attempt_at_idx', ['at'])
export class WebhookAttemptEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'webhook_attempt_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'webhook_id' })
  @ForeignKey('webhook', { name: 'webhook_attempt_webhook_fkey', onDelete: 'CASCADE' })
  webhookId!: string;

  /** The `webhook-id` header. */
  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text')
  event!: string;

  @Column('timestamptz')
  at!: string;

  /** Of HTTP; null when there was no answer. */
  @Column('smallint', { nullable: true })
  status!: number | null;

  @Column('int', { name: 'duration_ms' })
  durationMs!: number;

  /** Why it counts as failed. */
  @Column('text', { nullable: true })
  error!: string | null;
}
