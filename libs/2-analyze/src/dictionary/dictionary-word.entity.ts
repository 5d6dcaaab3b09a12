import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { WordKind } from './dictionary.js';

/** A word of an operator's own, as it was written. */
@Entity('dictionary_word')
@Check('dictionary_word_kind_check', `kind in ('word', 'cue', 'stop')`)
@Check('dictionary_word_category_check', `(kind = 'cue') = (category is not null)`)
export class DictionaryWordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'dictionary_word_pkey' })
  word!: string;

  @Column('text')
  kind!: WordKind;

  /** Code of the category that a cue speaks for. */
  @Column('text', { nullable: true })
  category!: string | null;

  /** `person:<username>`, `key:<id>` or `system`. */
  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at', default: () => 'loop_now()' })
  addedAt!: string;
}
