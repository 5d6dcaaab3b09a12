import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The time limit of a visit to resolve has passed; once per visit. */
@Entity('escalation')
export class EscalationEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'escalation_pkey' })
  @ForeignKey('feedback', { name: 'escalation_feedback_fkey' })
  feedbackId!: string;

  /** The visit. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'escalation_pkey' })
  seq!: number;

  /** The unit that held the item when the limit passed. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Column('timestamptz', { name: 'escalated_at', default: () => 'loop_now()' })
  escalatedAt!: string;
}
