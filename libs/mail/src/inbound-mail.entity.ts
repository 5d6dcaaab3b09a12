import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Every mail that came in, once, and what became of it; nothing of its words. */
@Entity('inbound_mail')
@Index('inbound_mail_sender_idx', ['sender', 'receivedAt'])
@Index('inbound_mail_received_idx', ['receivedAt'])
@Check(
  'inbound_mail_outcome_check',
  `outcome in ('reply', 'new-item', 'bounce', 'automatic', 'loop', 'too-many', 'belongs-nowhere', 'empty', 'refused')`,
)
export class InboundMailEntity {
  /** Hash of what makes it this mail and no other. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'inbound_mail_pkey' })
  key!: Buffer;

  @Column('timestamptz', { name: 'received_at', default: () => 'loop_now()' })
  receivedAt!: string;

  /** `imap`, or `inbound:<source>`. */
  @Column('text')
  door!: string;

  /** Blind index of the address it says it is from. */
  @Column('bytea', { nullable: true })
  sender!: Buffer | null;

  @Column('text')
  outcome!: string;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('uuid', { name: 'feedback_id', nullable: true })
  feedbackId!: string | null;
}
