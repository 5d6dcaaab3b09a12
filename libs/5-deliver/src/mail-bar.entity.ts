import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An address that is not written to any more, or not with every kind of message. */
@Entity('mail_bar')
@Unique('mail_bar_address_key', ['address'])
@Check('mail_bar_reason_check', 'bounced_at is not null or unsubscribed_at is not null')
export class MailBarEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_bar_pkey' })
  id!: string;

  /** Blind index; the address itself is not here. */
  @Column('bytea')
  address!: Buffer;

  /** Masked; null when it was never seen (an unsubscribe link holds only the index). */
  @Column('text', { nullable: true })
  masked!: string | null;

  /** Mail to it came back for good: nothing is sent there until somebody clears it. */
  @Column('timestamptz', { name: 'bounced_at', nullable: true })
  bouncedAt!: string | null;

  @Column('text', { name: 'bounce_reason', nullable: true })
  bounceReason!: string | null;

  /** Its holder wants no more questions. */
  @Column('timestamptz', { name: 'unsubscribed_at', nullable: true })
  unsubscribedAt!: string | null;
}
