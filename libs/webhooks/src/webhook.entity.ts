import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { OffReason } from './webhook.js';

/** Somebody who is told of events, as stored. */
@Entity('webhook')
@Check('webhook_events_check', 'cardinality(events) > 0')
@Check('webhook_off_check', `off_reason in ('person', 'gone', 'failing')`)
@Check('webhook_active_check', 'active = (off_reason is null)')
@Check('webhook_old_secret_check', '(old_secret is null) = (old_secret_until is null)')
@Check('webhook_replay_check', '(replay_from is null) = (replay_to is null)')
export class WebhookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  @Column('text')
  url!: string;

  @Column('text', { default: '' })
  description!: string;

  /** Names, or patterns such as `feedback.*`. */
  @Column('text', { array: true })
  events!: string[];

  /** Only events of these units and of those under them; empty for all. */
  @Column('bigint', { name: 'unit_ids', array: true, default: '{}' })
  unitIds!: number[];

  /** Only events of items of these kinds; empty for all. */
  @Column('text', { array: true, default: '{}' })
  kinds!: string[];

  /** The units of whoever made it: it is never told more than they may see. Empty for the whole organisation. */
  @Column('bigint', { name: 'bound_ids', array: true, default: '{}' })
  boundIds!: number[];

  /** Sealed. */
  @Column('text')
  secret!: string;

  /** Sealed; signed with as well until `old_secret_until`. */
  @Column('text', { name: 'old_secret', nullable: true })
  oldSecret!: string | null;

  @Column('timestamptz', { name: 'old_secret_until', nullable: true })
  oldSecretUntil!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  /** Why it is off. */
  @Column('text', { name: 'off_reason', nullable: true })
  offReason!: OffReason | null;

  @Column('timestamptz', { name: 'off_at', nullable: true })
  offAt!: string | null;

  /** Failed tries since the last one that went well. */
  @Column('int', { default: 0 })
  failures!: number;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: string | null;

  /** Nothing is tried before. */
  @Column('timestamptz', { name: 'paused_until', nullable: true })
  pausedUntil!: string | null;

  /** Cursors of the feed between which events are still to be told again. */
  @Column('text', { name: 'replay_from', nullable: true })
  replayFrom!: string | null;

  @Column('text', { name: 'replay_to', nullable: true })
  replayTo!: string | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
