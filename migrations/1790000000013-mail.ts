import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts of the operator's own, addresses that are not written to, and the mail that comes in. */
export class Mail1790000000013 implements MigrationInterface {
  readonly name = 'Mail1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TEMPLATES, BARS, MAIL_IN]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailbox_cursor, inbound_mail, customer_message, mail_bar, message_template');
    await runner.query('alter table delivery drop column html');
  }
}

const TEMPLATES = `
alter table delivery add column html text;

create table message_template (
  purpose text not null,
  kind text not null,
  language text not null,
  subject text not null,
  body text not null,
  html text,
  sms text,
  version int not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default loop_now(),
  constraint message_template_pkey primary key (purpose, kind, language),
  constraint message_template_purpose_check check (purpose in ('answer', 'survey')),
  constraint message_template_language_check check (language in ('zh', 'en'))
);`;

const BARS = `
create table mail_bar (
  id uuid constraint mail_bar_pkey primary key,
  address bytea not null,
  masked text,
  bounced_at timestamptz,
  bounce_reason text,
  unsubscribed_at timestamptz,
  constraint mail_bar_address_key unique (address),
  constraint mail_bar_reason_check check (bounced_at is not null or unsubscribed_at is not null)
);`;

const MAIL_IN = `
create table customer_message (
  id uuid constraint customer_message_pkey primary key,
  feedback_id uuid not null,
  kind text not null,
  cycle int not null,
  stage text not null,
  received_at timestamptz not null default loop_now(),
  text text not null,
  sealed text,
  attachments int not null default 0,
  became_id uuid,
  decision text,
  decided_by text,
  decided_at timestamptz,
  constraint customer_message_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint customer_message_became_fkey foreign key (became_id) references feedback (id),
  constraint customer_message_kind_check check (kind in ('reply', 'bounce')),
  constraint customer_message_decision_check check (decision in ('thanks', 'noted', 'not-solved', 'new-item')),
  constraint customer_message_decided_check check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create index customer_message_feedback_idx on customer_message (feedback_id, received_at);
create index customer_message_became_idx on customer_message (became_id) where became_id is not null;
create index customer_message_open_idx on customer_message (received_at, id) where decision is null;

create table inbound_mail (
  key bytea constraint inbound_mail_pkey primary key,
  received_at timestamptz not null default loop_now(),
  door text not null,
  sender bytea,
  outcome text not null,
  detail text,
  feedback_id uuid,
  constraint inbound_mail_outcome_check check (
    outcome in ('reply', 'new-item', 'bounce', 'automatic', 'loop', 'too-many', 'belongs-nowhere', 'empty', 'refused'))
);
create index inbound_mail_sender_idx on inbound_mail (sender, received_at);
create index inbound_mail_received_idx on inbound_mail (received_at);

create table mailbox_cursor (
  mailbox text constraint mailbox_cursor_pkey primary key,
  uid_validity text not null,
  last_uid bigint not null,
  looked_at timestamptz not null default loop_now(),
  trouble text
);`;
