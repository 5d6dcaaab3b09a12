import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Field } from './linear-model.js';

/** What a person said an item is. Rows are added and never changed; the newest of a field counts. */
@Entity('correction')
@Index('correction_feedback_idx', ['feedbackId', 'id'])
@Index('correction_field_idx', ['field', 'feedbackId', 'id'])
@Check('correction_field_check', `field in ('kind', 'category', 'sentiment')`)
export class CorrectionEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'correction_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'feedback_id' })
  @ForeignKey('feedback', { name: 'correction_feedback_fkey' })
  feedbackId!: string;

  @Column('text')
  field!: Field;

  @Column('text')
  value!: string;

  /** What stood there before; null before the first analysis. */
  @Column('text', { nullable: true })
  previous!: string | null;

  /** `person:<id>` or `key:<id>`. */
  @Column('text')
  actor!: string;

  @Column('timestamptz', { name: 'corrected_at', default: () => 'loop_now()' })
  correctedAt!: string;
}
