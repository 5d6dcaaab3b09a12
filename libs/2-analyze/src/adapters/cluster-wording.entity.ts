import type { CustomerLanguage } from '@huiyin/loop';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The name and the summary that an outside model gave a cluster, the latest, as stored. */
@Entity('cluster_wording')
@Check('cluster_wording_language_check', `language in ('zh', 'en')`)
export class ClusterWordingEntity {
  @PrimaryColumn('uuid', { name: 'cluster_id', primaryKeyConstraintName: 'cluster_wording_pkey' })
  @ForeignKey('cluster', { name: 'cluster_wording_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string;

  @Column('text')
  language!: CustomerLanguage;

  @Column('text')
  name!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  model!: string;

  /** Items in the cluster when its words were taken. */
  @Column('integer', { name: 'made_from_size' })
  madeFromSize!: number;

  /** When its words were taken. */
  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
