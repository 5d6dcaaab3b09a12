import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles and units of people, keys that are bound and rotate, sign-in by OpenID Connect, rates that hold across processes. */
export class Access1790000000009 implements MigrationInterface {
  readonly name = 'Access1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter table person add column roles text[] not null default '{}'`,
  `create table person_unit (
     person_id bigint not null constraint person_unit_person_fkey references person (id) on delete cascade,
     unit_id   bigint not null constraint person_unit_unit_fkey references unit (id),
     constraint person_unit_pkey primary key (person_id, unit_id)
   )`,
  `create index person_unit_unit_idx on person_unit (unit_id)`,

  `create table person_login (
     id           bigint generated always as identity constraint person_login_pkey primary key,
     person_id    bigint not null constraint person_login_person_fkey references person (id) on delete cascade,
     issuer       text not null,
     subject      text not null,
     created_at   timestamptz not null default loop_now(),
     last_used_at timestamptz,
     constraint person_login_subject_key unique (issuer, subject),
     constraint person_login_person_key unique (person_id, issuer)
   )`,
  // What this side keeps while a person is away at the provider; used once.
  `create table sign_in_flow (
     token_hash bytea constraint sign_in_flow_pkey primary key,
     state      text not null,
     nonce      text not null,
     verifier   text not null,
     return_to  text not null,
     expires_at timestamptz not null
   )`,
  `create index sign_in_flow_expires_idx on sign_in_flow (expires_at)`,

  `alter table session
     add column id     uuid not null default gen_random_uuid() constraint session_id_key unique,
     add column method text not null default 'password' constraint session_method_check check (method in ('password', 'oidc')),
     add column agent  text`,
  // Sessions that are there get a name; a new one is given its own.
  'alter table session alter column id drop default',

  `alter table api_key
     add column source         text,
     add column unit_id        bigint constraint api_key_unit_fkey references unit (id),
     add column previous_hash  bytea,
     add column previous_until timestamptz,
     add column rotated_at     timestamptz,
     add constraint api_key_previous_check check ((previous_hash is null) = (previous_until is null))`,

  `create table rate_window (
     subject    text constraint rate_window_pkey primary key,
     started_at timestamptz not null,
     taken      integer not null,
     granted    integer not null
   )`,
  `create index rate_window_started_idx on rate_window (started_at)`,

  // Who sees an item: the units that had it, the unit that took it down, whoever handed it in.
  `create index assignment_unit_idx on assignment (unit_id, feedback_id)`,
  `create index stage_visit_taken_idx on stage_visit (unit_id, feedback_id) where seq = 1 and unit_id is not null`,
  `create index feedback_words_accepted_idx on feedback_words (accepted_by, feedback_id)`,
];

const DOWN = [
  'drop index feedback_words_accepted_idx',
  'drop index stage_visit_taken_idx',
  'drop index assignment_unit_idx',
  'drop table rate_window',
  `alter table api_key drop constraint api_key_previous_check, drop column rotated_at, drop column previous_until,
     drop column previous_hash, drop column unit_id, drop column source`,
  'alter table session drop column agent, drop column method, drop column id',
  'drop table sign_in_flow',
  'drop table person_login',
  'drop table person_unit',
  'alter table person drop column roles',
];
