import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The inverted index: under which terms a cluster is looked up. */
@Entity('cluster_term')
@Index('cluster_term_cluster_idx', ['clusterId'])
export class ClusterTermEntity {
  /** Of the cluster. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cluster_term_pkey' })
  category!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'cluster_term_pkey' })
  term!: string;

  @PrimaryColumn('uuid', { name: 'cluster_id', primaryKeyConstraintName: 'cluster_term_pkey' })
  @ForeignKey('cluster', { name: 'cluster_term_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string;

  /** Of the term in the cluster's head. */
  @Column('real')
  weight!: number;
}
