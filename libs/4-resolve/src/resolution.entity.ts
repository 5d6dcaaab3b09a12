import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Action } from './resolve.js';

/** What is done, or why not, as a person wrote it; which items it is for is in `item_resolution`. */
@Entity('resolution')
@Index('resolution_cluster_idx', ['clusterId'], { where: 'cluster_id is not null' })
@Check('resolution_action_check', `action in ('fixed', 'answered', 'compensated', 'planned', 'declined')`)
export class ResolutionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolution_pkey' })
  id!: string;

  /** The cluster it was written for; null when it was written for one item. */
  @Column('uuid', { name: 'cluster_id', nullable: true })
  clusterId!: string | null;

  @Column('text')
  action!: Action;

  /** For colleagues. */
  @Column('text')
  summary!: string;

  /** What the customer reads. */
  @Column('text')
  reply!: string;

  /** Summary and reply as written, where something in them is masked: sealed with the key of its item, or, for many, the master key. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  /** Who decided: `person:<id>` or `key:<id>`. */
  @Column('text')
  actor!: string;

  @Column('timestamptz', { name: 'decided_at', default: () => 'loop_now()' })
  decidedAt!: string;
}
