import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Kind } from '@huiyin/loop';
import type { Analysis, NotAnalysable } from './analyze.js';
import type { UrgencyReason } from './data/urgency-cues.js';
import type { Language } from './text/language.js';
import type { UrgencyLevel } from './urgency.js';

/** What is known about the words of an item in one cycle, as stored. */
@Entity('analysis')
@Index('analysis_search_idx', { synchronize: false })
export class AnalysisEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'analysis_pkey' })
  @ForeignKey('feedback', { name: 'analysis_feedback_fkey' })
  feedbackId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'analysis_pkey' })
  cycle!: number;

  /** False when there is a `reason` why not. */
  @Column('boolean')
  analysable!: boolean;

  @Column('text', { nullable: true })
  reason!: NotAnalysable | null;

  @Column('text')
  language!: Language;

  @Column('text')
  kind!: Kind;

  @Column('text', { name: 'kind_source' })
  kindSource!: Analysis['kindSource'];

  /** 0 to 1. */
  @Column('real', { name: 'kind_score', default: 0 })
  kindScore!: number;

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

  /** 0 to 1. */
  @Column('real', { name: 'urgency_score', default: 0 })
  urgencyScore!: number;

  @Column('text', { name: 'urgency_reasons', array: true, default: () => `'{}'` })
  urgencyReasons!: UrgencyReason[];

  /** Best first. */
  @Column('text', { array: true })
  keywords!: string[];

  /** The words that led to each judgement. */
  @Column('jsonb')
  because!: Analysis['because'];

  /** Of our own tokens; see `Analysis.search`. */
  @Column('tsvector')
  search!: string;

  /** Versions of the rules and of the models that judged; see `Analysis.model`. */
  @Column('text')
  model!: string;

  @Column('timestamptz', { name: 'analyzed_at', default: () => 'loop_now()' })
  analyzedAt!: string;
}
