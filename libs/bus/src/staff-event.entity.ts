import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { StaffEventName } from './staff-events.js';

/** Something that staff are told and that moves no item on, as stored. */
@Entity('staff_event')
@Index('staff_event_feed_idx', ['xid', 'eventId'])
@Index('staff_event_told_idx', ['toldAt'])
@Check('staff_event_name_check', `name in ('item.overdue', 'item.parked', 'webhook.off', 'notices.off')`)
export class StaffEventEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    name: 'event_id',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'staff_event_pkey',
  })
  eventId!: number;

  /** The transaction that wrote it. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never, default: () => 'pg_current_xact_id()' })
  xid!: string;

  @Column('text')
  name!: StaffEventName;

  @Column('uuid', { name: 'feedback_id', nullable: true })
  feedbackId!: string | null;

  /** The unit that held the item then. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  /** What goes with the name. Never personal data. */
  @Column('jsonb', { default: {} })
  facts!: object;

  @Column('timestamptz', { name: 'told_at', default: () => 'loop_now()' })
  toldAt!: string;
}
