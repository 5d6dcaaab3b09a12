import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChannelName, Purpose } from './channel.js';
import type { DeliveryState } from './deliver.js';

/** Telling one customer one thing on one channel, as stored. */
@Entity('delivery')
@Unique('delivery_once_key', ['feedbackId', 'cycle', 'purpose', 'channel'])
@Index('delivery_pending_idx', ['channel', 'nextAttemptAt'], { where: `state = 'pending'` })
@Index('delivery_lease_idx', ['channel', 'leaseUntil'], { where: `state = 'sending'` })
@Check('delivery_purpose_check', `purpose in ('answer', 'survey')`)
@Check('delivery_state_check', `state in ('pending', 'sending', 'sent', 'failed', 'unknown')`)
@Check('delivery_sent_check', `(state = 'sent') = (sent_at is not null)`)
@Check('delivery_lease_check', `(state = 'sending') = (lease_until is not null)`)
export class DeliveryEntity {
  /** The same at every try, so that a receiver can tell a second copy. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_pkey' })
  id!: string;

  @Column('uuid', { name: 'feedback_id' })
  @ForeignKey('feedback', { name: 'delivery_feedback_fkey' })
  feedbackId!: string;

  @Column('integer')
  cycle!: number;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  channel!: ChannelName;

  /** Masked. */
  @Column('text', { nullable: true })
  recipient!: string | null;

  @Column('text')
  subject!: string;

  /** What the customer reads, masked; the link to a survey is masked where the channel does not need it kept. */
  @Column('text')
  body!: string;

  /** The body as the operator's template writes it in HTML, masked; null where it is made from `body`. */
  @Column('text', { nullable: true })
  html!: string | null;

  /** Subject and body as they are sent, sealed with the key of the item; null where nothing in them is masked. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @Column('text', { default: 'pending' })
  state!: DeliveryState;

  /** Tries so far; a person's order to send again begins to count anew. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', default: () => 'loop_now()' })
  nextAttemptAt!: string;

  /** Of the sender that took it up last; what another one writes of it does not count. */
  @Column('uuid', { name: 'lease_token', nullable: true })
  leaseToken!: string | null;

  /** While it is being sent: when the sender counts as lost. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: string | null;

  /** What the channel said when it took the message. */
  @Column('text', { nullable: true })
  proof!: string | null;

  /** Why the last try failed. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
