import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people corrected, and the models that were fitted on it. */
export class Models1790000000003 implements MigrationInterface {
  readonly name = 'Models1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table model, correction');
  }
}

const UP = `
create table correction (
  id bigint generated always as identity constraint correction_pkey primary key,
  feedback_id uuid not null,
  field text not null,
  value text not null,
  previous text,
  actor text not null,
  corrected_at timestamptz not null default loop_now(),
  constraint correction_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint correction_field_check check (field in ('kind', 'category', 'sentiment'))
);
create index correction_feedback_idx on correction (feedback_id, id);
create index correction_field_idx on correction (field, feedback_id, id);

create table model (
  version text constraint model_pkey primary key,
  field text not null,
  number int not null,
  state text not null,
  weights bytea not null,
  figures jsonb not null,
  trained_by text not null,
  trained_at timestamptz not null default loop_now(),
  constraint model_number_key unique (field, number),
  constraint model_field_check check (field in ('kind', 'category', 'sentiment')),
  constraint model_state_check check (state in ('in-use', 'kept', 'rejected'))
);
create unique index model_in_use_key on model (field) where state = 'in-use';`;
