import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NoticeEvent } from './catalogue.js';
import type { NoticeFacts } from './notice.js';

/** One thing that one channel is to be told, as stored. */
@Entity('notice')
@Unique('notice_event_key', ['channelId', 'eventKey'])
@Index('notice_waiting_idx', ['channelId', 'id'], { where: `state = 'waiting'` })
@Index('notice_attempt_idx', ['attemptId'], { where: `state = 'sending'` })
@Index('notice_created_idx', ['createdAt'])
@Check('notice_state_check', `state in ('waiting', 'sending', 'sent')`)
@Check('notice_attempt_check', `(state = 'waiting') = (attempt_id is null)`)
export class NoticeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'notice_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'channel_id' })
  @ForeignKey('notice_channel', { name: 'notice_channel_fkey', onDelete: 'CASCADE' })
  channelId!: string;

  /** Which log it was read from, and its number there: one notice of each event. */
  @Column('text', { name: 'event_key' })
  eventKey!: string;

  @Column('text')
  event!: NoticeEvent;

  @Column('uuid', { name: 'feedback_id', nullable: true })
  feedbackId!: string | null;

  /** What its line says; never personal data. */
  @Column('jsonb')
  facts!: NoticeFacts;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: string;

  @Column('text', { default: 'waiting' })
  state!: string;

  /** The message that it is or was in. */
  @Column('bigint', { name: 'attempt_id', nullable: true })
  attemptId!: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
