import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many requests of somebody have been let through in the minute under way, over all processes. */
@Entity('rate_window')
@Index('rate_window_started_idx', ['startedAt'])
export class RateWindowEntity {
  /** `key:…`, `person:7`, `address:…` or `link:<hash>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'rate_window_pkey' })
  subject!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: string;

  /** Handed out to processes in this minute. */
  @Column('integer')
  taken!: number;

  /** Of these, to the process that asked last. */
  @Column('integer')
  granted!: number;
}
