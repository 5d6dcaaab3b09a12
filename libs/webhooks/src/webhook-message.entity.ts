import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MessageState } from './webhook.js';

/** One event on its way to one webhook, as stored. */
@Entity('webhook_message')
@Index('webhook_message_due_idx', ['webhookId', 'nextAttemptAt', 'eventId'], { where: `state = 'pending'` })
@Index('webhook_message_item_idx', ['webhookId', 'feedbackId', 'eventId'], { where: `state in ('pending', 'sending')` })
@Index('webhook_message_lease_idx', ['leaseUntil'], { where: `state = 'sending'` })
@Index('webhook_message_created_idx', ['createdAt'])
@Check('webhook_message_state_check', `state in ('pending', 'sending', 'sent', 'failed')`)
@Check('webhook_message_lease_check', `(state = 'sending') = (lease_until is not null)`)
export class WebhookMessageEntity {
  @PrimaryColumn('uuid', { name: 'webhook_id', primaryKeyConstraintName: 'webhook_message_pkey' })
  @ForeignKey('webhook', { name: 'webhook_message_webhook_fkey', onDelete: 'CASCADE' })
  webhookId!: string;

  /** As in the feed. */
  @PrimaryColumn('bigint', { name: 'event_id', primaryKeyConstraintName: 'webhook_message_pkey' })
  eventId!: number;

  /** Null for an event about a cluster. */
  @Column('uuid', { name: 'feedback_id', nullable: true })
  feedbackId!: string | null;

  /** Its name. */
  @Column('text')
  event!: string;

  /** What is posted: the same bytes at every try. Without personal data. */
  @Column('text')
  body!: string;

  @Column('text', { default: 'pending' })
  state!: MessageState;

  /** Tries so far. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', default: () => 'loop_now()' })
  nextAttemptAt!: string;

  /** Of the sender that took it up last. */
  @Column('uuid', { name: 'lease_token', nullable: true })
  leaseToken!: string | null;

  /** While it is being sent: when its sender counts as lost. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
