import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { IntakeChannel, Kind, Stage, State, WaitingFor } from '@huiyin/loop';
import type { WokenBy } from './stage-handler.js';

/** Where an item is and what its next steps need to know, as stored. Its words are in `feedback_words` and never change. */
@Entity('feedback')
@Index('feedback_lane_idx', ['stage', 'priority', 'dueAt'], { where: `state = 'ready'` })
@Index('feedback_timer_idx', ['stage', 'dueAt'], { where: `state = 'waiting' and due_at is not null` })
@Index('feedback_unit_idx', ['unitId', 'stage', 'limitAt'], { where: `state <> 'closed'` })
@Index('feedback_limit_idx', ['limitAt', 'id'], { where: 'limit_at is not null' })
@Index('feedback_stage_idx', ['stage', 'id'], { where: `state <> 'closed'` })
@Index('feedback_parked_idx', ['stage', 'id'], { where: `state = 'parked'` })
@Check('feedback_stage_check', `stage in ('collect', 'analyze', 'route', 'resolve', 'deliver', 'recollect')`)
@Check('feedback_state_check', `state in ('ready', 'waiting', 'parked', 'closed')`)
@Check('feedback_kind_check', `kind in ('suggestion', 'complaint', 'enquiry', 'fault', 'praise', 'appeal')`)
@Check('feedback_waiting_check', `(state = 'waiting') = (waiting_for is not null)`)
@Check('feedback_closed_check', `(state = 'closed') = (closed_at is not null)`)
@Check('feedback_ready_check', `state <> 'ready' or due_at is not null`)
export class FeedbackEntity {
  /** UUID v7, given by us before the item is written. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'feedback_pkey' })
  id!: string;

  /** The stage it is in, or was in last when it is closed. */
  @Column('text', { default: 'collect' })
  stage!: Stage;

  @Column('text', { default: 'ready' })
  state!: State;

  @Column('integer', { default: 1 })
  cycle!: number;

  /** Number of the visit under way, counted over all cycles. */
  @Column('integer', { default: 1 })
  seq!: number;

  /** When the visit under way began. */
  @Column('timestamptz', { name: 'stage_since', default: () => 'loop_now()' })
  stageSince!: string;

  /** When somebody took it in hand; null while nobody has. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: string | null;

  /** When its lane looks at it next; null for not before somebody acts. */
  @Column('timestamptz', { name: 'due_at', nullable: true, default: () => 'loop_now()' })
  dueAt!: string | null;

  /** Until when the unit must have answered. */
  @Column('timestamptz', { name: 'limit_at', nullable: true })
  limitAt!: string | null;

  /** Smaller is sooner; 5 is ordinary. */
  @Column('smallint', { default: 5 })
  priority!: number;

  /** Failed tries since it entered the stage or was replayed. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'woken_by', default: 'entry' })
  wokenBy!: WokenBy;

  @Column('text', { name: 'waiting_for', nullable: true })
  waitingFor!: WaitingFor | null;

  /** Of the last failed try. */
  @Column('jsonb', { nullable: true })
  error!: { readonly code: string; readonly detail: string; readonly at: string } | null;

  /** As the sender gave it or, once analyzed, as the analysis says. */
  @Column('text', { nullable: true })
  kind!: Kind | null;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  sentiment!: string | null;

  /** 0 in its turn, 1 before others, 2 today, 3 now. */
  @Column('smallint', { nullable: true })
  urgency!: number | null;

  @Column('text', { nullable: true })
  language!: string | null;

  /** The way it came in. */
  @Column('text', { default: 'other' })
  channel!: IntakeChannel;

  @Column('text', { nullable: true })
  product!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  /** The unit that holds it; before it is routed, the one that took it down. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'feedback_unit_fkey' })
  unitId!: number | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: string | null;

  /** The written reason, where the way out of the loop asks for one. */
  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: string | null;
}
