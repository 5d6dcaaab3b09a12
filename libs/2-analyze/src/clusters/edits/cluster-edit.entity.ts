import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One change of clusters, by a person or by the machine, with what is needed to take it back. */
@Entity('cluster_edit')
@Index('cluster_edit_cluster_idx', ['clusterId', 'id'])
@Index('cluster_edit_other_idx', ['otherId', 'id'], { where: 'other_id is not null' })
@Check('cluster_edit_kind_check', `kind in ('merge', 'split', 'move', 'change', 'regroup')`)
@Check('cluster_edit_undone_check', '(undone_at is null) = (undone_by is null)')
export class ClusterEditEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'cluster_edit_pkey',
  })
  id!: number;

  @Column('text')
  kind!: 'merge' | 'split' | 'move' | 'change' | 'regroup';

  @Column('uuid', { name: 'cluster_id' })
  @ForeignKey('cluster', { name: 'cluster_edit_cluster_fkey' })
  clusterId!: string;

  /** The other cluster of a merge, split, move or regrouping. */
  @Column('uuid', { name: 'other_id', nullable: true })
  @ForeignKey('cluster', { name: 'cluster_edit_other_fkey' })
  otherId!: string | null;

  /** Values that were changed, as they were. */
  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;

  @Column('text')
  actor!: string;

  @Column('timestamptz', { name: 'made_at', default: () => 'loop_now()' })
  madeAt!: string;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: string | null;

  @Column('text', { name: 'undone_by', nullable: true })
  undoneBy!: string | null;
}
