import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The question whether it helped, and its answer, as stored; one per cycle. */
@Entity('survey')
@Unique('survey_once_key', ['feedbackId', 'cycle'])
@Check('survey_score_check', 'score between 1 and 10')
@Check('survey_answer_check', '(answered_at is null) = (solved is null)')
export class SurveyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_pkey' })
  id!: string;

  @Column('uuid', { name: 'feedback_id' })
  @ForeignKey('feedback', { name: 'survey_feedback_fkey' })
  feedbackId!: string;

  @Column('integer')
  cycle!: number;

  /** Of the customer's words, as the analysis names it. */
  @Column('text')
  language!: string;

  @Column('timestamptz', { name: 'asked_at', default: () => 'loop_now()' })
  askedAt!: string;

  /** Until then the answer is taken. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: string;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: string | null;

  /** Null while there is no answer. */
  @Column('boolean', { nullable: true })
  solved!: boolean | null;

  /** 1 (worst) to 10 (best); the customer may leave it out. */
  @Column('smallint', { nullable: true })
  score!: number | null;

  /** Masked. */
  @Column('text', { nullable: true })
  comment!: string | null;

  /** The comment as written, sealed with the key of the item; null where nothing in it is masked. */
  @Column('text', { nullable: true })
  sealed!: string | null;
}
