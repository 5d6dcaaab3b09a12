import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BoardLanguage } from './board.js';

/** Somebody who wants to be told of a post, as stored; the row goes when they leave. */
@Entity('board_follower')
@Unique('board_follower_once_key', ['postId', 'mailbox'])
@Index('board_follower_address_idx', ['address', 'askedAt'], { where: 'address is not null' })
@Index('board_follower_mailbox_idx', ['mailbox'])
@Check('board_follower_language_check', `language in ('zh', 'en')`)
export class BoardFollowerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_follower_pkey' })
  id!: string;

  @Column('uuid', { name: 'post_id' })
  @ForeignKey('board_post', { name: 'board_follower_post_fkey', onDelete: 'CASCADE' })
  postId!: string;

  /** Blind index of the e-mail address. */
  @Column('bytea')
  mailbox!: Buffer;

  /** Sealed. */
  @Column('text')
  email!: string;

  @Column('text')
  language!: BoardLanguage;

  /** Counts as a vote once confirmed. */
  @Column('boolean', { default: false })
  votes!: boolean;

  /** Blind index of the browser, which may have voted already. */
  @Column('bytea', { nullable: true })
  voter!: Buffer | null;

  /** Blind index of the network, for two days. */
  @Column('bytea', { nullable: true })
  address!: Buffer | null;

  @Column('timestamptz', { name: 'asked_at', default: () => 'loop_now()' })
  askedAt!: string;

  /** Null: nothing is sent but the question. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: string | null;
}

/** One mail to a follower, as stored. */
@Entity('board_mail')
@Unique('board_mail_once_key', ['followerId', 'updateId'])
@Index('board_mail_waiting_idx', ['nextAttemptAt'], { where: `state = 'waiting'` })
@Index('board_mail_lease_idx', ['leaseUntil'], { where: `state = 'sending'` })
@Check('board_mail_state_check', `state in ('waiting', 'sending', 'sent', 'failed')`)
@Check('board_mail_lease_check', `(state = 'sending') = (lease_until is not null)`)
export class BoardMailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_mail_pkey' })
  id!: string;

  @Column('uuid', { name: 'follower_id' })
  @ForeignKey('board_follower', { name: 'board_mail_follower_fkey', onDelete: 'CASCADE' })
  followerId!: string;

  /** Null: the question whether they want to be told. */
  @Column('bigint', { name: 'update_id', nullable: true })
  @ForeignKey('board_update', { name: 'board_mail_update_fkey', onDelete: 'CASCADE' })
  updateId!: number | null;

  @Column('text', { default: 'waiting' })
  state!: string;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', default: () => 'loop_now()' })
  nextAttemptAt!: string;

  @Column('uuid', { name: 'lease_token', nullable: true })
  leaseToken!: string | null;

  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
