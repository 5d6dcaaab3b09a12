import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Kind } from '@huiyin/loop';
import type { Analysis } from './analyze.js';
import type { Language } from './text/language.js';
import type { UrgencyLevel } from './urgency.js';

/** What is known about the words of an item in one cycle, as stored. */
@Entity('analysis')
@Index('analysis_search_idx', ['search'], { type: 'gin' })
export class AnalysisEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'analysis_pkey' })
  @ForeignKey('feedback', { name: 'analysis_feedback_fkey' })
  feedbackId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'analysis_pkey' })
  cycle!: number;

  /** False when no word is left to think about. */
  @Column('boolean')
  analysable!: boolean;

  @Column('text')
  language!: Language;

  @Column('text')
  kind!: Kind;

  @Column('text', { name: 'kind_source' })
  kindSource!: Analysis['kindSource'];

  @Column('text')
  category!: string;

  @Column('real', { name: 'category_score' })
  categoryScore!: number;

  @Column('text')
  sentiment!: Analysis['sentiment']['label'];

  /** −1 to 1. */
  @Column('real', { name: 'sentiment_score' })
  sentimentScore!: number;

  @Column('smallint')
  urgency!: UrgencyLevel;

  /** Best first. */
  @Column('text', { array: true })
  keywords!: string[];

  /** The words that led to each judgement. */
  @Column('jsonb')
  because!: Analysis['because'];

  /** Of our own tokens; see `searchTokens`. */
  @Column('tsvector')
  search!: string;

  /** Version of the rules and lexicons; see `ANALYSIS_VERSION`. */
  @Column('text')
  model!: string;

  @Column('timestamptz', { name: 'analyzed_at', default: () => 'loop_now()' })
  analyzedAt!: string;
}
