import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A hot issue: sudden growth of a cluster, of a cluster in a region, or of a category in a region. */
@Entity('burst')
@Index('burst_open_key', { synchronize: false })
@Index('burst_ended_idx', ['endedAt'])
@Index('burst_cluster_idx', ['clusterId'], { where: 'cluster_id is not null' })
@Check('burst_subject_check', '(cluster_id is null) <> (category is null)')
@Check('burst_region_check', 'category is null or region is not null')
export class BurstEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'burst_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column('uuid', { name: 'cluster_id', nullable: true })
  @ForeignKey('cluster', { name: 'burst_cluster_fkey', onDelete: 'CASCADE' })
  clusterId!: string | null;

  /** The first two levels, e.g. `network.coverage`. */
  @Column('text', { nullable: true })
  category!: string | null;

  /** Null for everywhere. */
  @Column('text', { nullable: true })
  region!: string | null;

  /** Length of the time in which it is seen most clearly: 1, 6 or 24 hours. */
  @Column('smallint', { name: 'window_hours' })
  windowHours!: number;

  /** Voices in the window. */
  @Column('integer')
  seen!: number;

  /** As many as its own history lets expect. */
  @Column('real')
  expected!: number;

  /** See `scoreOf`. */
  @Column('real')
  score!: number;

  @Column('timestamptz', { name: 'started_at', default: () => 'loop_now()' })
  startedAt!: string;

  /** When it was last found to last. */
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'loop_now()' })
  lastSeenAt!: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: string | null;
}
