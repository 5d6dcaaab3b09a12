import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff are told besides stage changes, where they are told, what waits for them, every try. */
export class Notices1790000000015 implements MigrationInterface {
  readonly name = 'Notices1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [STAFF_EVENT, CHANNEL, NOTICE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice, notice_attempt, notice_channel, staff_event');
  }
}

const STAFF_EVENT = `
create table staff_event (
  event_id bigint generated always as identity constraint staff_event_pkey primary key,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  feedback_id uuid,
  unit_id bigint,
  facts jsonb not null default '{}',
  told_at timestamptz not null default loop_now(),
  constraint staff_event_name_check check (name in ('item.overdue', 'item.parked', 'webhook.off', 'notices.off'))
);
create index staff_event_feed_idx on staff_event (xid, event_id);
create index staff_event_told_idx on staff_event (told_at);`;

const CHANNEL = `
create table notice_channel (
  id uuid constraint notice_channel_pkey primary key,
  name text not null,
  kind text not null,
  target text not null,
  target_key bytea not null,
  target_shown text not null,
  secret text,
  events text[] not null,
  unit_id bigint,
  language text not null,
  bound_ids bigint[] not null default '{}',
  active boolean not null default true,
  off_reason text,
  off_at timestamptz,
  failures int not null default 0,
  failing_since timestamptz,
  last_error text,
  next_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default loop_now(),
  constraint notice_channel_unit_fkey foreign key (unit_id) references unit (id),
  constraint notice_channel_kind_check check (kind in ('wecom', 'dingtalk', 'email')),
  constraint notice_channel_language_check check (language in ('zh', 'en')),
  constraint notice_channel_events_check check (cardinality(events) > 0),
  constraint notice_channel_secret_check check (secret is null or kind = 'dingtalk'),
  constraint notice_channel_off_check check (off_reason in ('person', 'gone', 'refused', 'failing')),
  constraint notice_channel_active_check check (active = (off_reason is null))
);`;

const NOTICE = `
create table notice_attempt (
  id bigint generated always as identity constraint notice_attempt_pkey primary key,
  channel_id uuid not null,
  target_key bytea not null,
  test boolean not null default false,
  notices int not null,
  at timestamptz not null default loop_now(),
  lease_until timestamptz,
  status smallint,
  code int,
  duration_ms int not null default 0,
  error text,
  constraint notice_attempt_channel_fkey foreign key (channel_id) references notice_channel (id) on delete cascade
);
create index notice_attempt_channel_idx on notice_attempt (channel_id, id);
create index notice_attempt_target_idx on notice_attempt (target_key, at);
create index notice_attempt_lease_idx on notice_attempt (lease_until) where lease_until is not null;
create index notice_attempt_at_idx on notice_attempt (at);

create table notice (
  id bigint generated always as identity constraint notice_pkey primary key,
  channel_id uuid not null,
  event_key text not null,
  event text not null,
  feedback_id uuid,
  facts jsonb not null,
  happened_at timestamptz not null,
  state text not null default 'waiting',
  attempt_id bigint,
  created_at timestamptz not null default loop_now(),
  constraint notice_event_key unique (channel_id, event_key),
  constraint notice_channel_fkey foreign key (channel_id) references notice_channel (id) on delete cascade,
  constraint notice_state_check check (state in ('waiting', 'sending', 'sent')),
  constraint notice_attempt_check check ((state = 'waiting') = (attempt_id is null))
);
create index notice_waiting_idx on notice (channel_id, id) where state = 'waiting';
create index notice_attempt_idx on notice (attempt_id) where state = 'sending';
create index notice_created_idx on notice (created_at);`;
