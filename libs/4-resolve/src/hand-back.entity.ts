import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A unit could not answer an item and gave it back. */
@Entity('hand_back')
export class HandBackEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'hand_back_pkey' })
  @ForeignKey('feedback', { name: 'hand_back_feedback_fkey' })
  feedbackId!: string;

  /** The visit that ended with it. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'hand_back_pkey' })
  seq!: number;

  @Column('integer')
  cycle!: number;

  @Column('bigint', { name: 'from_unit_id', nullable: true })
  fromUnitId!: number | null;

  /** The unit that should get it; null leaves the choice to route. */
  @Column('bigint', { name: 'to_unit_id', nullable: true })
  toUnitId!: number | null;

  @Column('text')
  reason!: string;

  /** Who gave it back: `person:<id>` or `key:<id>`. */
  @Column('text')
  actor!: string;

  @Column('timestamptz', { name: 'handed_back_at', default: () => 'loop_now()' })
  handedBackAt!: string;
}
