import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a durable consumer has read the feed, as stored. */
@Entity('feed_cursor')
export class FeedCursorEntity {
  /** Of the consumer. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'feed_cursor_pkey' })
  name!: string;

  /** With `event_id`: the last event that was handled. TypeORM has no word for the type. */
  @Column({ type: 'xid8' as never })
  xid!: string;

  @Column('bigint', { name: 'event_id' })
  eventId!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'loop_now()' })
  updatedAt!: string;
}
