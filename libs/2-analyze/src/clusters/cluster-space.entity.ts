import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpaceStatistics } from './space.js';

/** A vector space that was fitted on the operator's own texts. */
@Entity('cluster_space')
export class ClusterSpaceEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cluster_space_pkey' })
  version!: number;

  /** Items that it knows of: the milestone. */
  @Column('integer')
  items!: number;

  /** See `packSpace`. */
  @Column('bytea')
  basis!: Buffer;

  @Column('jsonb')
  statistics!: SpaceStatistics;

  @Column('timestamptz', { name: 'made_at', default: () => 'loop_now()' })
  madeAt!: string;
}
