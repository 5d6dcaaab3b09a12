import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One message to one channel, begun or ended, as stored. Nothing of the answer is kept but numbers. */
@Entity('notice_attempt')
@Index('notice_attempt_channel_idx', ['channelId', 'id'])
@Index('notice_attempt_target_idx', ['targetKey', 'at'])
@Index('notice_attempt_lease_idx', ['leaseUntil'], { where: 'lease_until is not null' })
@Index('notice_attempt_at_idx', ['at'])
export class NoticeAttemptEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'notice_attempt_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'channel_id' })
  @ForeignKey('notice_channel', { name: 'notice_attempt_channel_fkey', onDelete: 'CASCADE' })
  channelId!: string;

  /** Of the robot or address, to count what it has been sent. */
  @Column('bytea', { name: 'target_key' })
  targetKey!: Buffer;

  /** True when a person wanted to see whether it works. */
  @Column('boolean', { default: false })
  test!: boolean;

  /** How many notices were in it. */
  @Column('int')
  notices!: number;

  @Column('timestamptz', { default: () => 'loop_now()' })
  at!: string;

  /** While it is under way: when its sender counts as lost. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  /** Of HTTP or SMTP; null when there was no answer. */
  @Column('smallint', { nullable: true })
  status!: number | null;

  /** The `errcode` of a robot. */
  @Column('int', { nullable: true })
  code!: number | null;

  @Column('int', { name: 'duration_ms', default: 0 })
  durationMs!: number;

  /** Why it counts as failed. */
  @Column('text', { nullable: true })
  error!: string | null;
}
