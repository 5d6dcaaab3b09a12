import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClusterStatus } from './cluster-views.store.js';
import type { StoredHead } from './head.js';

/** Items that say the same, as stored. TypeORM cannot say `desc`; it leaves those indexes alone. */
@Entity('cluster')
@Index('cluster_category_idx', ['category'])
@Index('cluster_size_idx', { synchronize: false })
@Index('cluster_seen_idx', { synchronize: false })
@Check('cluster_status_check', `status in ('open', 'planned', 'in-progress', 'done', 'declined')`)
export class ClusterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** First level of the category within which its items are compared. */
  @Column('text')
  category!: string;

  @Column('text')
  language!: string;

  @Column('text', { default: 'open' })
  status!: ClusterStatus;

  /** True when the name stays as it is, whoever joins. */
  @Column('boolean', { default: false })
  locked!: boolean;

  /** Members. */
  @Column('integer')
  size!: number;

  /** What it is recognised by. */
  @Column('jsonb')
  head!: StoredHead;

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'loop_now()' })
  firstSeenAt!: string;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'loop_now()' })
  lastSeenAt!: string;
}
