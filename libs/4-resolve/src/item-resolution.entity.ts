import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which resolution an item got in one cycle. */
@Entity('item_resolution')
@Index('item_resolution_resolution_idx', ['resolutionId'])
export class ItemResolutionEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'item_resolution_pkey' })
  @ForeignKey('feedback', { name: 'item_resolution_feedback_fkey' })
  feedbackId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'item_resolution_pkey' })
  cycle!: number;

  @Column('uuid', { name: 'resolution_id' })
  @ForeignKey('resolution', { name: 'item_resolution_resolution_fkey' })
  resolutionId!: string;
}
