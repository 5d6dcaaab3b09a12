import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An item that an edit moved or pinned. */
@Entity('cluster_edit_item')
@Index('cluster_edit_item_feedback_idx', ['feedbackId', 'editId'])
export class ClusterEditItemEntity {
  @PrimaryColumn('bigint', { name: 'edit_id', primaryKeyConstraintName: 'cluster_edit_item_pkey' })
  @ForeignKey('cluster_edit', { name: 'cluster_edit_item_edit_fkey', onDelete: 'CASCADE' })
  editId!: number;

  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'cluster_edit_item_pkey' })
  @ForeignKey('feedback', { name: 'cluster_edit_item_feedback_fkey' })
  feedbackId!: string;

  @Column('uuid', { name: 'from_cluster_id' })
  fromClusterId!: string;

  @Column('uuid', { name: 'to_cluster_id' })
  toClusterId!: string;

  /** Whether the item was pinned before. */
  @Column('boolean', { name: 'was_pinned' })
  wasPinned!: boolean;
}
