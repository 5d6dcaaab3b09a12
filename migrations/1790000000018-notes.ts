import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What colleagues write to each other about an item. Never among the public words. */
export class Notes1790000000018 implements MigrationInterface {
  readonly name = 'Notes1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

const NOTE = `
create table note (
  id uuid constraint note_pkey primary key,
  feedback_id uuid not null,
  cycle int not null,
  text text not null,
  author text not null,
  unit_id bigint,
  reply_to uuid,
  written_at timestamptz not null default loop_now(),
  constraint note_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint note_unit_fkey foreign key (unit_id) references unit (id),
  constraint note_reply_fkey foreign key (reply_to) references note (id)
);
create index note_feedback_idx on note (feedback_id, id);
create index note_unit_idx on note (unit_id, feedback_id) where unit_id is not null;
create index note_reply_idx on note (reply_to) where reply_to is not null;`;
