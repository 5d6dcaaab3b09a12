import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An item in which a customer says again what the same customer has said before (催单). */
@Entity('repeat')
@Index('repeat_first_idx', ['firstId'])
@Check('repeat_other_check', 'feedback_id <> first_id')
export class RepeatEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'repeat_pkey' })
  @ForeignKey('feedback', { name: 'repeat_feedback_fkey' })
  feedbackId!: string;

  /** What was received first of all that the customer says about it; never a repeat itself. */
  @Column('uuid', { name: 'first_id' })
  @ForeignKey('feedback', { name: 'repeat_first_fkey' })
  firstId!: string;

  /** To what it was recognised by, 0 to 1. */
  @Column('real')
  similarity!: number;

  /** The same words but for courtesies and punctuation. */
  @Column('boolean')
  exact!: boolean;

  @Column('timestamptz', { name: 'found_at', default: () => 'loop_now()' })
  foundAt!: string;
}
