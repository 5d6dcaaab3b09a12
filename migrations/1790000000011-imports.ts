import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of feedback on their way in, their rejected rows, and how the columns of each source are read. */
export class Imports1790000000011 implements MigrationInterface {
  readonly name = 'Imports1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_mapping, import_reject, import_chunk, import_job');
  }
}

const UP = `
create table import_job (
  id uuid constraint import_job_pkey primary key,
  state text not null default 'receiving',
  created_by text not null,
  sender jsonb not null,
  file_name text,
  file_bytes bigint not null default '0',
  file_hash bytea,
  file_key text,
  reading jsonb,
  mapping jsonb,
  source text,
  read_bytes bigint not null default '0',
  position bigint not null default '0',
  accepted bigint not null default '0',
  duplicates bigint not null default '0',
  rejected bigint not null default '0',
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  error text,
  created_at timestamptz not null default loop_now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint import_job_state_check check (state in ('receiving', 'queued', 'running', 'done', 'cancelled', 'failed')),
  constraint import_job_sum_check check (position = accepted + duplicates + rejected),
  constraint import_job_lease_check check ((state = 'running') = (lease_until is not null)),
  constraint import_job_finished_check check ((state in ('done', 'cancelled', 'failed')) = (finished_at is not null)),
  constraint import_job_received_check check (state = 'receiving' or (file_hash is not null and reading is not null and mapping is not null))
);
create index import_job_open_idx on import_job (state, created_at) where state in ('receiving', 'queued', 'running');
create index import_job_kept_idx on import_job (finished_at) where file_key is not null;

create table import_chunk (
  import_id uuid not null,
  number int not null,
  sealed bytea not null,
  constraint import_chunk_pkey primary key (import_id, number),
  constraint import_chunk_job_fkey foreign key (import_id) references import_job (id) on delete cascade
);

create table import_reject (
  import_id uuid not null,
  position bigint not null,
  line bigint not null,
  sealed bytea not null,
  constraint import_reject_pkey primary key (import_id, position),
  constraint import_reject_job_fkey foreign key (import_id) references import_job (id) on delete cascade
);

create table import_mapping (
  source text constraint import_mapping_pkey primary key,
  mapping jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default loop_now()
);`;
