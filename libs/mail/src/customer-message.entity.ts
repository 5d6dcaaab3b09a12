import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What came by mail about an item that was there already: the customer's words, or our own mail that came back. */
@Entity('customer_message')
@Index('customer_message_feedback_idx', ['feedbackId', 'receivedAt'])
@Index('customer_message_became_idx', ['becameId'], { where: 'became_id is not null' })
@Index('customer_message_open_idx', ['receivedAt', 'id'], { where: 'decision is null' })
@Check('customer_message_kind_check', `kind in ('reply', 'bounce')`)
@Check('customer_message_decision_check', `decision in ('thanks', 'noted', 'not-solved', 'new-item')`)
@Check('customer_message_decided_check', '(decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)') // prettier-ignore
export class CustomerMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_message_pkey' })
  id!: string;

  @Column('uuid', { name: 'feedback_id' })
  @ForeignKey('feedback', { name: 'customer_message_feedback_fkey' })
  feedbackId!: string;

  @Column('text')
  kind!: string;

  /** Where the item was when it came. */
  @Column('integer')
  cycle!: number;

  @Column('text')
  stage!: string;

  @Column('timestamptz', { name: 'received_at', default: () => 'loop_now()' })
  receivedAt!: string;

  /** Masked, without what it quotes. */
  @Column('text')
  text!: string;

  /** The text as written, sealed with the key of the item; null where nothing in it is masked. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  /** How many files came with it; they are not kept. */
  @Column('integer', { default: 0 })
  attachments!: number;

  /** The item that was made of it because the one it answers was closed. */
  @Column('uuid', { name: 'became_id', nullable: true })
  @ForeignKey('feedback', { name: 'customer_message_became_fkey' })
  becameId!: string | null;

  /** Null while it waits for a person. */
  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: string | null;
}
