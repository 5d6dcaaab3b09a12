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

  /** How alike the item is to the cluster, 0 to 1. */
  @Column('real')
  score!: number;

  /** True when a person decided that it belongs here; the machine leaves it alone. */
  @Column('boolean', { default: false })
  pinned!: boolean;

  /** The group it was in at the last milestone pass, from which later passes begin. */
  @Column('integer', { nullable: true })
  anchor!: number | null;

  /** Its direction in the current space; see `packVector`. */
  @Column('bytea', { nullable: true })
  vector!: Buffer | null;

  @Column('timestamptz', { name: 'joined_at', default: () => 'loop_now()' })
  joinedAt!: string;
}
