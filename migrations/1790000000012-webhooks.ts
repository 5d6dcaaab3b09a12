import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of events, what is on its way to them, every try; and systems that push to us in their own words. */
export class Webhooks1790000000012 implements MigrationInterface {
  readonly name = 'Webhooks1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [WEBHOOK, MESSAGE, INBOUND]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inbound_source, webhook_attempt, webhook_message, webhook');
  }
}

const WEBHOOK = `
create table webhook (
  id uuid constraint webhook_pkey primary key,
  url text not null,
  description text not null default '',
  events text[] not null,
  unit_ids bigint[] not null default '{}',
  kinds text[] not null default '{}',
  bound_ids bigint[] not null default '{}',
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  active boolean not null default true,
  off_reason text,
  off_at timestamptz,
  failures int not null default 0,
  failing_since timestamptz,
  paused_until timestamptz,
  replay_from text,
  replay_to text,
  created_by text not null,
  created_at timestamptz not null default loop_now(),
  constraint webhook_events_check check (cardinality(events) > 0),
  constraint webhook_off_check check (off_reason in ('person', 'gone', 'failing')),
  constraint webhook_active_check check (active = (off_reason is null)),
  constraint webhook_old_secret_check check ((old_secret is null) = (old_secret_until is null)),
  constraint webhook_replay_check check ((replay_from is null) = (replay_to is null))
);`;

const MESSAGE = `
create table webhook_message (
  webhook_id uuid not null,
  event_id bigint not null,
  feedback_id uuid,
  event text not null,
  body text not null,
  state text not null default 'pending',
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default loop_now(),
  lease_token uuid,
  lease_until timestamptz,
  created_at timestamptz not null default loop_now(),
  constraint webhook_message_pkey primary key (webhook_id, event_id),
  constraint webhook_message_webhook_fkey foreign key (webhook_id) references webhook (id) on delete cascade,
  constraint webhook_message_state_check check (state in ('pending', 'sending', 'sent', 'failed')),
  constraint webhook_message_lease_check check ((state = 'sending') = (lease_until is not null))
);
create index webhook_message_due_idx on webhook_message (webhook_id, next_attempt_at, event_id) where state = 'pending';
create index webhook_message_item_idx on webhook_message (webhook_id, feedback_id, event_id) where state in ('pending', 'sending');
create index webhook_message_lease_idx on webhook_message (lease_until) where state = 'sending';
create index webhook_message_created_idx on webhook_message (created_at);

create table webhook_attempt (
  id bigint generated always as identity constraint webhook_attempt_pkey primary key,
  webhook_id uuid not null,
  message_id text not null,
  event text not null,
  at timestamptz not null,
  status smallint,
  duration_ms int not null,
  error text,
  constraint webhook_attempt_webhook_fkey foreign key (webhook_id) references webhook (id) on delete cascade
);
create index webhook_attempt_webhook_idx on webhook_attempt (webhook_id, id);
create index webhook_attempt_at_idx on webhook_attempt (at);`;

const INBOUND = `
create table inbound_source (
  name text constraint inbound_source_pkey primary key,
  description text not null default '',
  check_by jsonb not null,
  mapping jsonb not null,
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  active boolean not null default true,
  refusal jsonb,
  created_by text not null,
  created_at timestamptz not null default loop_now(),
  constraint inbound_source_old_secret_check check ((old_secret is null) = (old_secret_until is null))
);`;
