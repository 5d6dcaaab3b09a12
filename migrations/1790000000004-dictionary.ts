import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a text could not be analysed, the scores of every judgement, and the operator's own words. */
export class Dictionary1790000000004 implements MigrationInterface {
  readonly name = 'Dictionary1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
alter table analysis
  add reason text,
  add kind_score real not null default '0',
  add urgency_score real not null default '0',
  add urgency_reasons text[] not null default '{}';

create table dictionary_word (
  word text not null,
  kind text not null,
  category text,
  added_by text not null,
  added_at timestamptz not null default loop_now(),
  constraint dictionary_word_pkey primary key (word),
  constraint dictionary_word_kind_check check (kind in ('word', 'cue', 'stop')),
  constraint dictionary_word_category_check check ((kind = 'cue') = (category is not null))
);
`;

const DOWN = `
drop table dictionary_word;
alter table analysis drop urgency_reasons, drop urgency_score, drop kind_score, drop reason;
`;
