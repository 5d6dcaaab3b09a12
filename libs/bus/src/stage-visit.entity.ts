import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';
import type { OutcomeName, Stage } from '@huiyin/loop';

/** One row of the ledger: a visit that has ended. Append-only; the visit under way is the item row itself. */
@Entity('stage_visit')
@Index('stage_visit_feed_idx', ['xid', 'eventId'])
@Index('stage_visit_left_idx', ['stage', 'leftAt'])
@Index('stage_visit_received_idx', ['enteredAt'], { where: '(seq = 1)' })
@Index('stage_visit_unit_idx', ['unitId', 'leftAt'], { where: '(unit_id IS NOT NULL)' })
@Index('stage_visit_taken_idx', ['unitId', 'feedbackId'], { where: '((seq = 1) AND (unit_id IS NOT NULL))' })
@Check('stage_visit_order_check', 'entered_at <= started_at and started_at <= left_at')
@Check(
  'stage_visit_edge_check',
  `(stage, outcome) in (
    ('collect', 'collected'),
    ('analyze', 'analyzed'),
    ('route', 'routed'),
    ('resolve', 'resolved'), ('resolve', 'handed-back'), ('resolve', 'dismissed'),
    ('deliver', 'delivered'), ('deliver', 'undeliverable'),
    ('recollect', 'confirmed'), ('recollect', 'silent'), ('recollect', 'not-solved'))`,
)
export class StageVisitEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'stage_visit_pkey' })
  @ForeignKey('feedback', { name: 'stage_visit_feedback_fkey' })
  feedbackId!: string;

  /** 1 for the first visit of the item, counted over all cycles. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'stage_visit_pkey' })
  seq!: number;

  @Column('integer')
  cycle!: number;

  @Column('text')
  stage!: Stage;

  /** The unit that held the item when the visit ended. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  /** The `left_at` of the visit before, to the microsecond. */
  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: string;

  @Column('timestamptz', { name: 'left_at' })
  leftAt!: string;

  @Column('text')
  outcome!: OutcomeName;

  /** Who ended it: `system`, `person:<id>`, `key:<id>` or `customer`. */
  @Column('text')
  actor!: string;

  @Column({ type: 'interval', generatedType: 'STORED', asExpression: '(started_at - entered_at)' })
  waiting!: string;

  @Column({ type: 'interval', generatedType: 'STORED', asExpression: '(left_at - started_at)' })
  working!: string;

  /** The transaction that wrote it; with `event_id` its place in the feed. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never, default: () => 'pg_current_xact_id()' })
  xid!: string;

  /** TypeORM can say this of a primary key only; it means the same of any column. */
  @Column({ type: 'bigint', name: 'event_id', generatedIdentity: 'ALWAYS' })
  @Generated('identity' as 'increment')
  eventId!: number;
}
