import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OutsidePurpose, OutsideState } from './outside.js';

/** One thing that an outside model is to be asked, as stored. */
@Entity('outside_task')
@Unique('outside_task_vector_key', ['feedbackId', 'version'])
@Unique('outside_task_wording_key', ['clusterId', 'version'])
@Index('outside_task_open_idx', ['purpose', 'state', 'nextAttemptAt'], { where: `state <> 'done'` })
@Check('outside_task_purpose_check', `purpose in ('vector', 'wording')`)
@Check('outside_task_state_check', `state in ('pending', 'running', 'done', 'failed')`)
@Check('outside_task_vector_check', `(purpose = 'vector') = (feedback_id is not null)`)
@Check('outside_task_wording_check', `(purpose = 'wording') = (cluster_id is not null)`)
@Check('outside_task_lease_check', `(state = 'running') = (lease_until is not null)`)
export class OutsideTaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outside_task_pkey' })
  id!: string;

  @Column('text')
  purpose!: OutsidePurpose;

  /** Whose vector. */
  @Column('uuid', { name: 'feedback_id', nullable: true })
  @ForeignKey('feedback', { name: 'outside_task_feedback_fkey' })
  feedbackId!: string | null;

  /** Whose wording. */
  @Column('uuid', { name: 'cluster_id', nullable: true })
  @ForeignKey('cluster', { name: 'outside_task_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string | null;

  /** Of what it is made from: the model, and the item's cycle or the cluster's size. */
  @Column('text')
  version!: string;

  @Column('text', { default: 'pending' })
  state!: OutsideState;

  /** Tries that are held against it. */
  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', default: () => 'loop_now()' })
  nextAttemptAt!: string;

  /** Of the lane that took it up last; what another one brings counts for nothing. */
  @Column('uuid', { name: 'lease_token', nullable: true })
  leaseToken!: string | null;

  /** While it runs: when the lane counts as lost. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  /** Why the last try gave nothing. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
