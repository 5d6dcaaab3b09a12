import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which cluster an item belongs to: one at most. */
@Entity('cluster_member')
@Index('cluster_member_cluster_idx', ['clusterId', 'feedbackId'])
export class ClusterMemberEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'cluster_member_pkey' })
  @ForeignKey('feedback', { name: 'cluster_member_feedback_fkey' })
  feedbackId!: string;

  @Column('uuid', { name: 'cluster_id' })
  @ForeignKey('cluster', { name: 'cluster_member_cluster_fkey' })
  clusterId!: string;

  /** How alike the item was to the cluster when it joined, 0 to 1. */
  @Column('real')
  score!: number;

  @Column('timestamptz', { name: 'joined_at', default: () => 'loop_now()' })
  joinedAt!: string;
}
