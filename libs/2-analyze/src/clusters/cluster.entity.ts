import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClusterStatus } from './status.js';

/** Items that say the same, as stored. TypeORM cannot say `desc`; it leaves those indexes alone. */
@Entity('cluster')
@Index('cluster_size_idx', { synchronize: false })
@Index('cluster_seen_idx', { synchronize: false })
@Index('cluster_impact_idx', { synchronize: false })
@Index('cluster_growth_idx', { synchronize: false })
@Index('cluster_figures_idx', { synchronize: false })
@Index('cluster_uncentred_idx', ['id'], { where: 'centroid is null and merged_into is null' })
@Index('cluster_merged_into_idx', ['mergedInto'], { where: 'merged_into is not null' })
@Check('cluster_status_check', `status in ('open', 'planned', 'in-progress', 'done', 'declined', 'dismissed')`)
@Check('cluster_named_by_check', `named_by in ('machine', 'model', 'person')`)
export class ClusterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** Who gave the name; a person's is never changed by the others. */
  @Column('text', { name: 'named_by', default: 'machine' })
  namedBy!: 'machine' | 'model' | 'person';

  /** A few sentences from a chat model, where one is set up. */
  @Column('text', { nullable: true })
  summary!: string | null;

  /** First level of the category that most of its items have. */
  @Column('text')
  category!: string;

  /** The language that most of its items are in. */
  @Column('text')
  language!: string;

  @Column('text', { default: 'open' })
  status!: ClusterStatus;

  /** True when the machine adds nothing and changes nothing: neither name nor members. */
  @Column('boolean', { default: false })
  locked!: boolean;

  /** What everybody may read of how it stands, in a person's words. */
  @Column('text', { name: 'public_words', nullable: true })
  publicWords!: string | null;

  /** True once a person has decided something about it: its members of that day are pinned, and it is never merged by the machine. */
  @Column('boolean', { default: false })
  settled!: boolean;

  /** Where its items went, when it is no more than a signpost. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  @ForeignKey('cluster', { name: 'cluster_merged_into_fkey' })
  mergedInto!: string | null;

  /** Members. */
  @Column('integer')
  size!: number;

  /** Mean similarity of two members, −1 to 1. */
  @Column('real', { default: 0 })
  cohesion!: number;

  /** An item this similar to the centroid, or more, joins without a second thought. */
  @Column('real', { name: 'joins_from', default: 0 })
  joinsFrom!: number;

  /** Direction of its members in the current space; see `packVector`. */
  @Column('bytea', { nullable: true })
  centroid!: Buffer | null;

  /** See `impact`. */
  @Column('real', { default: 0 })
  impact!: number;

  /** See `growth`. */
  @Column('real', { default: 0 })
  growth!: number;

  /** What impact and growth were made from. */
  @Column('jsonb', { default: {} })
  figures!: Record<string, unknown>;

  /** When they were counted last. */
  @Column('timestamptz', { name: 'figures_at', nullable: true })
  figuresAt!: string | null;

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'loop_now()' })
  firstSeenAt!: string;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'loop_now()' })
  lastSeenAt!: string;
}
