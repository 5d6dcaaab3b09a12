import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock of the loop, the tree of units with its root, people, sessions, API keys, wrong passwords. */
export class Org1790000000001 implements MigrationInterface {
  readonly name = 'Org1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // The database's clock plus an offset of the session, so that months of history run through the same code paths.
  `create function loop_now() returns timestamptz language sql volatile parallel safe as $$
     select clock_timestamp() + coalesce(nullif(current_setting('huiyin.clock_offset', true), '')::interval, interval '0')
   $$`,

  `create table unit (
     id         bigint generated always as identity constraint unit_pkey primary key,
     code       text not null constraint unit_code_key unique,
     parent_id  bigint constraint unit_parent_fkey references unit (id),
     path       text not null,
     level      text not null constraint unit_level_check check (level in ('group', 'province', 'city', 'desk')),
     name_zh    text not null,
     name_en    text not null,
     region     text,
     active     boolean not null default true,
     created_at timestamptz not null default loop_now(),
     constraint unit_root_check check ((level = 'group') = (parent_id is null))
   )`,
  `create unique index unit_one_root_key on unit (level) where parent_id is null`,
  `create index unit_parent_idx on unit (parent_id)`,
  `create index unit_path_idx on unit (path text_pattern_ops)`,
  // There is always a unit that an item can be routed to.
  `with root as (select nextval(pg_get_serial_sequence('unit', 'id')) as id)
   insert into unit (id, code, path, level, name_zh, name_en) overriding system value
   select id, 'group', '/' || id || '/', 'group', '集团', 'Group' from root`,

  `create table person (
     id                   bigint generated always as identity constraint person_pkey primary key,
     username             text not null constraint person_username_key unique
                          constraint person_username_check check (username = lower(username)),
     display_name         text not null,
     password_hash        text not null,
     language             text not null default 'zh' constraint person_language_check check (language in ('zh', 'en')),
     active               boolean not null default true,
     must_change_password boolean not null default false,
     scopes               text[] not null default '{}',
     created_at           timestamptz not null default loop_now()
   )`,

  `create table session (
     token_hash   bytea constraint session_pkey primary key,
     person_id    bigint not null constraint session_person_fkey references person (id) on delete cascade,
     created_at   timestamptz not null default loop_now(),
     last_seen_at timestamptz not null default loop_now(),
     expires_at   timestamptz not null
   )`,
  `create index session_person_idx on session (person_id)`,
  `create index session_expires_idx on session (expires_at)`,

  `create table api_key (
     id           text constraint api_key_pkey primary key,
     name         text not null,
     secret_hash  bytea not null,
     scopes       text[] not null,
     created_by   text not null,
     created_at   timestamptz not null default loop_now(),
     expires_at   timestamptz,
     revoked_at   timestamptz,
     last_used_at timestamptz
   )`,

  `create table sign_in_attempt (
     subject       text constraint sign_in_attempt_pkey primary key,
     failures      integer not null,
     last_at       timestamptz not null default loop_now(),
     blocked_until timestamptz
   )`,
  `create index sign_in_attempt_last_idx on sign_in_attempt (last_at)`,
];

const DOWN = [
  'drop table sign_in_attempt',
  'drop table api_key',
  'drop table session',
  'drop table person',
  'drop table unit',
  'drop function loop_now()',
];
