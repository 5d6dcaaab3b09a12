import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A system that feedback comes from and that wants to be told the answers, as stored. */
@Entity('source')
export class SourceEntity {
  /** As in `source` of the feedback. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'source_pkey' })
  name!: string;

  @Column('text', { name: 'callback_url' })
  callbackUrl!: string;

  /** `whsec_…`, as in Standard Webhooks, sealed with the master key: signatures need it as it is. */
  @Column('text')
  secret!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
