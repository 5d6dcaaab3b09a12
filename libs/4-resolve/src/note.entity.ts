import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody wrote about an item for colleagues. No customer reads it. */
@Entity('note')
@Index('note_feedback_idx', ['feedbackId', 'id'])
@Index('note_unit_idx', ['unitId', 'feedbackId'], { where: 'unit_id is not null' })
@Index('note_reply_idx', ['replyTo'], { where: 'reply_to is not null' })
export class NoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'note_pkey' })
  id!: string;

  @Column('uuid', { name: 'feedback_id' })
  @ForeignKey('feedback', { name: 'note_feedback_fkey' })
  feedbackId!: string;

  /** Of the item when it was written. */
  @Column('integer')
  cycle!: number;

  /** Masked. */
  @Column('text')
  text!: string;

  /** `person:<id>` or `key:<id>`. */
  @Column('text')
  author!: string;

  /** The unit that is asked; from now on it sees the item. */
  @Column('bigint', { name: 'unit_id', nullable: true })
  @ForeignKey('unit', { name: 'note_unit_fkey' })
  unitId!: number | null;

  /** The question that it answers. */
  @Column('uuid', { name: 'reply_to', nullable: true })
  @ForeignKey('note', { name: 'note_reply_fkey' })
  replyTo!: string | null;

  @Column('timestamptz', { name: 'written_at', default: () => 'loop_now()' })
  writtenAt!: string;
}
