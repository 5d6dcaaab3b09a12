import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a large cluster received on one day (UTC), as it was counted last; small ones are counted when asked. */
@Entity('cluster_day')
export class ClusterDayEntity {
  @PrimaryColumn('uuid', { name: 'cluster_id', primaryKeyConstraintName: 'cluster_day_pkey' })
  @ForeignKey('cluster', { name: 'cluster_day_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'cluster_day_pkey' })
  day!: string;

  @Column('integer')
  items!: number;

  /** Different customers of the day; one from nobody known counts as one. */
  @Column('integer')
  customers!: number;
}
