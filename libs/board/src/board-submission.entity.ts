import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BoardLanguage } from './board.js';
import type { SubmissionState } from './submissions.store.js';

/** What staff made of a suggestion that came in over the board, as stored. Its words are those of the item. */
@Entity('board_submission')
@Index('board_submission_state_idx', ['state', 'submittedAt'])
@Index('board_submission_address_idx', ['address', 'submittedAt'], { where: 'address is not null' })
@Check('board_submission_state_check', `state in ('waiting', 'published', 'joined', 'kept')`)
@Check('board_submission_language_check', `language in ('zh', 'en')`)
@Check('board_submission_decided_check', `(state = 'waiting') = (decided_by is null)`)
export class BoardSubmissionEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'board_submission_pkey' })
  @ForeignKey('feedback', { name: 'board_submission_feedback_fkey' })
  feedbackId!: string;

  /** Of the page on which it was written. */
  @Column('text')
  language!: BoardLanguage;

  /** Blind index of the network, for two days. */
  @Column('bytea', { nullable: true })
  address!: Buffer | null;

  @Column('text', { default: 'waiting' })
  state!: SubmissionState;

  @Column('uuid', { name: 'post_id', nullable: true })
  @ForeignKey('board_post', { name: 'board_submission_post_fkey', onDelete: 'SET NULL' })
  postId!: string | null;

  @Column('timestamptz', { name: 'submitted_at', default: () => 'loop_now()' })
  submittedAt!: string;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;
}
