import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what items are found that say the same, and which of them are a customer's repeats. */
export class Similar1790000000006 implements MigrationInterface {
  readonly name = 'Similar1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table repeat, fingerprint');
  }
}

const UP = `
create table fingerprint (
  feedback_id uuid constraint fingerprint_pkey primary key,
  customer_id uuid,
  single1 int not null,
  single2 int not null,
  single3 int not null,
  single4 int not null,
  pair1 int not null,
  pair2 int not null,
  pair3 int not null,
  pair4 int not null,
  pair5 int not null,
  pair6 int not null,
  word1 text collate "C",
  word2 text collate "C",
  word3 text collate "C",
  word4 text collate "C",
  constraint fingerprint_feedback_fkey foreign key (feedback_id) references feedback (id)
);
create index fingerprint_customer_idx on fingerprint (customer_id, feedback_id) where customer_id is not null;
create index fingerprint_single1_idx on fingerprint (single1);
create index fingerprint_single2_idx on fingerprint (single2);
create index fingerprint_single3_idx on fingerprint (single3);
create index fingerprint_single4_idx on fingerprint (single4);
create index fingerprint_pair1_idx on fingerprint (pair1);
create index fingerprint_pair2_idx on fingerprint (pair2);
create index fingerprint_pair3_idx on fingerprint (pair3);
create index fingerprint_pair4_idx on fingerprint (pair4);
create index fingerprint_pair5_idx on fingerprint (pair5);
create index fingerprint_pair6_idx on fingerprint (pair6);
create index fingerprint_word1_idx on fingerprint (word1);
create index fingerprint_word2_idx on fingerprint (word2);
create index fingerprint_word3_idx on fingerprint (word3);
create index fingerprint_word4_idx on fingerprint (word4);

create table repeat (
  feedback_id uuid constraint repeat_pkey primary key,
  first_id uuid not null,
  similarity real not null,
  exact boolean not null,
  found_at timestamptz not null default loop_now(),
  constraint repeat_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint repeat_first_fkey foreign key (first_id) references feedback (id),
  constraint repeat_other_check check (feedback_id <> first_id)
);
create index repeat_first_idx on repeat (first_id);`;
