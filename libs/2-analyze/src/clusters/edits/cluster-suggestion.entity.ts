import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What the machine would change but leaves to a person. */
@Entity('cluster_suggestion')
@Index('cluster_suggestion_open_idx', { synchronize: false })
@Index('cluster_suggestion_cluster_idx', ['clusterId'])
@Check('cluster_suggestion_kind_check', `kind in ('merge', 'split')`)
@Check('cluster_suggestion_state_check', `state in ('open', 'accepted', 'refused', 'stale')`)
@Check(
  'cluster_suggestion_shape_check',
  `(kind = 'merge') = (other_id is not null) and (kind = 'split') = (feedback_ids is not null)`,
)
@Check('cluster_suggestion_decided_check', `(state in ('accepted', 'refused')) = (decided_by is not null)`)
export class ClusterSuggestionEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'cluster_suggestion_pkey',
  })
  id!: number;

  @Column('text')
  kind!: 'merge' | 'split';

  @Column('uuid', { name: 'cluster_id' })
  @ForeignKey('cluster', { name: 'cluster_suggestion_cluster_fkey' })
  clusterId!: string;

  /** The cluster that looks like it. */
  @Column('uuid', { name: 'other_id', nullable: true })
  @ForeignKey('cluster', { name: 'cluster_suggestion_other_fkey' })
  otherId!: string | null;

  /** The items that would become a cluster of their own. */
  @Column('uuid', { name: 'feedback_ids', array: true, nullable: true })
  feedbackIds!: string[] | null;

  /** How sure, 0 to 1. */
  @Column('real')
  score!: number;

  @Column('text', { default: 'open' })
  state!: 'open' | 'accepted' | 'refused' | 'stale';

  @Column('timestamptz', { name: 'made_at', default: () => 'loop_now()' })
  madeAt!: string;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;
}
