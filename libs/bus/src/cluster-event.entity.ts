import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClusterEventName } from '@huiyin/loop';

/** Something that the feed tells of clusters, between the stage changes of the ledger. */
@Entity('cluster_event')
@Index('cluster_event_feed_idx', ['xid', 'eventId'])
@Check('cluster_event_name_check', `name in ('cluster.burst', 'cluster.burst-ended')`)
export class ClusterEventEntity {
  /** The next of the numbers of the ledger (`stage_visit_event_id_seq`), so that there is one order for both. */
  @PrimaryColumn('bigint', { name: 'event_id', primaryKeyConstraintName: 'cluster_event_pkey' })
  eventId!: number;

  /** The transaction that wrote it. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never, default: () => 'pg_current_xact_id()' })
  xid!: string;

  @Column('text')
  name!: ClusterEventName;

  @Column('uuid', { name: 'cluster_id', nullable: true })
  clusterId!: string | null;

  /** What goes with the name; see `LoopEvent`. */
  @Column('jsonb')
  payload!: object;

  @Column('timestamptz', { name: 'told_at', default: () => 'loop_now()' })
  toldAt!: string;
}
