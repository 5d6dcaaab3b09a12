import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NoticeKind, NoticeLanguage, NoticeOff } from './notice.js';

/** Where staff are told, as stored. */
@Entity('notice_channel')
@Check('notice_channel_kind_check', `kind in ('wecom', 'dingtalk', 'email')`)
@Check('notice_channel_language_check', `language in ('zh', 'en')`)
@Check('notice_channel_events_check', 'cardinality(events) > 0')
@Check('notice_channel_secret_check', `secret is null or kind = 'dingtalk'`)
@Check('notice_channel_off_check', `off_reason in ('person', 'gone', 'refused', 'failing')`)
@Check('notice_channel_active_check', 'active = (off_reason is null)')
export class NoticeChannelEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_channel_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: NoticeKind;

  /** Sealed: the URL of a robot holds its key, an address belongs to a person. */
  @Column('text')
  target!: string;

  /** Blind index of it: two channels of one robot share its limit. */
  @Column('bytea', { name: 'target_key' })
  targetKey!: Buffer;

  /** What of it may be shown. */
  @Column('text', { name: 'target_shown' })
  targetShown!: string;

  /** Sealed; DingTalk's sign secret. */
  @Column('text', { nullable: true })
  secret!: string | null;

  @Column('text', { array: true })
  events!: string[];

  /** Only what belongs to this unit or to one under it; null for all. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'notice_channel_unit_fkey' })
  unitId!: number | null;

  @Column('text')
  language!: NoticeLanguage;

  /** The units of whoever made it: it never tells more than they may see. Empty for the whole organisation. */
  @Column('bigint', { name: 'bound_ids', array: true, default: '{}' })
  boundIds!: number[];

  @Column('boolean', { default: true })
  active!: boolean;

  /** Why it is off. */
  @Column('text', { name: 'off_reason', nullable: true })
  offReason!: NoticeOff | null;

  @Column('timestamptz', { name: 'off_at', nullable: true })
  offAt!: string | null;

  /** Failed tries since the last one that went well. */
  @Column('int', { default: 0 })
  failures!: number;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: string | null;

  /** Of the last try, if it failed. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  /** Nothing is sent before. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt!: string | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
