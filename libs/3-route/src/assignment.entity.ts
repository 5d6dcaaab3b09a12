import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which unit got an item in one visit to route, and why. */
@Entity('assignment')
@Index('assignment_unit_idx', ['unitId', 'feedbackId'])
export class AssignmentEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'assignment_pkey' })
  @ForeignKey('feedback', { name: 'assignment_feedback_fkey' })
  feedbackId!: string;

  /** The visit in which it was made. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'assignment_pkey' })
  seq!: number;

  @Column('integer')
  cycle!: number;

  @Column('bigint', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'assignment_unit_fkey' })
  unitId!: number;

  /** Null when no rule matched; the rule itself may have been replaced since. */
  @Column('bigint', { name: 'rule_id', nullable: true })
  ruleId!: number | null;

  @Column('integer', { name: 'limit_minutes' })
  limitMinutes!: number;

  /** For people, e.g. `rule: broadband faults, Guangdong`. */
  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'assigned_at', default: () => 'loop_now()' })
  assignedAt!: string;
}
