import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The vector of an item's masked words that an outside model gave, as stored. */
@Entity('embedding')
@Check('embedding_size_check', `octet_length(vector) = 4 * dimensions`)
export class EmbeddingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'embedding_pkey' })
  model!: string;

  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'embedding_pkey' })
  @ForeignKey('feedback', { name: 'embedding_feedback_fkey' })
  feedbackId!: string;

  @Column('integer')
  dimensions!: number;

  /** Little-endian float32, one after the other; as the model gave it, not of length one. */
  @Column('bytea')
  vector!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
