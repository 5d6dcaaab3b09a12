import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An item that waits to be put into a cluster. */
@Entity('unclustered')
export class UnclusteredEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'unclustered_pkey' })
  @ForeignKey('feedback', { name: 'unclustered_feedback_fkey' })
  feedbackId!: string;

  /** See `packFeatures`; null when they must be read from its words. */
  @Column('bytea', { nullable: true })
  features!: Buffer | null;
}
