import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What outside models are asked, and what they answered. */
export class Outside1790000000005 implements MigrationInterface {
  readonly name = 'Outside1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cluster_wording, embedding, outside_task');
  }
}

const UP = `
create table outside_task (
  id uuid constraint outside_task_pkey primary key,
  purpose text not null,
  feedback_id uuid constraint outside_task_feedback_fkey references feedback (id),
  cluster_id uuid constraint outside_task_cluster_fkey references cluster (id) on delete cascade,
  version text not null,
  state text not null default 'pending',
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default loop_now(),
  lease_token uuid,
  lease_until timestamptz,
  error text,
  created_at timestamptz not null default loop_now(),
  constraint outside_task_vector_key unique (feedback_id, version),
  constraint outside_task_wording_key unique (cluster_id, version),
  constraint outside_task_purpose_check check (purpose in ('vector', 'wording')),
  constraint outside_task_state_check check (state in ('pending', 'running', 'done', 'failed')),
  constraint outside_task_vector_check check ((purpose = 'vector') = (feedback_id is not null)),
  constraint outside_task_wording_check check ((purpose = 'wording') = (cluster_id is not null)),
  constraint outside_task_lease_check check ((state = 'running') = (lease_until is not null))
);
create index outside_task_open_idx on outside_task (purpose, state, next_attempt_at) where state <> 'done';

create table embedding (
  model text not null,
  feedback_id uuid not null,
  dimensions int not null,
  vector bytea not null,
  created_at timestamptz not null default loop_now(),
  constraint embedding_pkey primary key (model, feedback_id),
  constraint embedding_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint embedding_size_check check (octet_length(vector) = 4 * dimensions)
);

create table cluster_wording (
  cluster_id uuid constraint cluster_wording_pkey primary key,
  language text not null,
  name text not null,
  summary text not null,
  model text not null,
  made_from_size int not null,
  created_at timestamptz not null default loop_now(),
  constraint cluster_wording_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade,
  constraint cluster_wording_language_check check (language in ('zh', 'en'))
);`;
