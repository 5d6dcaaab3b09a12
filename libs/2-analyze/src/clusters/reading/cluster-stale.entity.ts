import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A cluster whose members have changed since its figures were counted; written by triggers on `cluster_member`. */
@Entity('cluster_stale')
export class ClusterStaleEntity {
  @PrimaryColumn('uuid', { name: 'cluster_id', primaryKeyConstraintName: 'cluster_stale_pkey' })
  @ForeignKey('cluster', { name: 'cluster_stale_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string;

  /** The transaction that changed them last. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never, default: () => 'pg_current_xact_id()' })
  mark!: string;
}
