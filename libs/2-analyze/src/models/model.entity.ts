import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Field } from './linear-model.js';
import type { Trial } from './train.js';

/** A model that was fitted; at most one of each field is in use, and none at all means that rules judge. */
@Entity('model')
@Unique('model_number_key', ['field', 'number'])
@Index('model_in_use_key', ['field'], { unique: true, where: `state = 'in-use'` })
@Check('model_field_check', `field in ('kind', 'category', 'sentiment')`)
@Check('model_state_check', `state in ('in-use', 'kept', 'rejected')`)
export class ModelEntity {
  /** `<field>-<number>` */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'model_pkey' })
  version!: string;

  @Column('text')
  field!: Field;

  @Column('integer')
  number!: number;

  /** `kept` was in use once; `rejected` was no better than what was in use. */
  @Column('text')
  state!: 'in-use' | 'kept' | 'rejected';

  /** See `pack`. */
  @Column('bytea')
  weights!: Buffer;

  /** How it did on texts that it had not seen, beside what was in use. */
  @Column('jsonb')
  figures!: Trial['figures'];

  @Column('text', { name: 'trained_by' })
  trainedBy!: string;

  @Column('timestamptz', { name: 'trained_at', default: () => 'loop_now()' })
  trainedAt!: string;
}
