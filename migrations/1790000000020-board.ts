import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public board: its setting, what was made public, votes, followers and the mails to them, suggestions that wait for moderation. */
export class Board1790000000020 implements MigrationInterface {
  readonly name = 'Board1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SETTING, POST, FOLLOWER, SUBMISSION]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table board_submission, board_mail, board_follower, board_vote, board_update, board_post, board_setting',
    );
  }
}

const SETTING = `
create table board_setting (
  "only" boolean constraint board_setting_pkey primary key default true,
  open boolean not null default true,
  name_zh text not null default '建议反馈专区',
  name_en text not null default 'Suggestions',
  constraint board_setting_only_check check ("only")
);
insert into board_setting default values;`;

const POST = `
create table board_post (
  id uuid constraint board_post_pkey primary key,
  slug text not null,
  cluster_id uuid,
  feedback_id uuid,
  zh jsonb,
  en jsonb,
  public boolean not null default true,
  status text not null default 'open',
  status_since timestamptz not null default loop_now(),
  told_status text not null default 'open',
  figures jsonb not null default '{}',
  figures_at timestamptz,
  published_at timestamptz not null default loop_now(),
  published_by text not null,
  changed_at timestamptz not null default loop_now(),
  constraint board_post_slug_key unique (slug),
  constraint board_post_cluster_fkey foreign key (cluster_id) references cluster (id),
  constraint board_post_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint board_post_subject_check check ((cluster_id is null) <> (feedback_id is null)),
  constraint board_post_words_check check (zh is not null or en is not null)
);
create unique index board_post_cluster_key on board_post (cluster_id) where public;
create unique index board_post_feedback_key on board_post (feedback_id) where public;
create index board_post_published_idx on board_post (published_at);

create table board_update (
  id bigint generated always as identity constraint board_update_pkey primary key,
  post_id uuid not null,
  status text not null,
  at timestamptz not null default loop_now(),
  constraint board_update_post_fkey foreign key (post_id) references board_post (id) on delete cascade
);
create index board_update_post_idx on board_update (post_id, id);

create table board_vote (
  post_id uuid not null,
  voter bytea not null,
  address bytea,
  feedback_id uuid,
  voted_at timestamptz not null default loop_now(),
  constraint board_vote_pkey primary key (post_id, voter),
  constraint board_vote_post_fkey foreign key (post_id) references board_post (id) on delete cascade,
  constraint board_vote_feedback_fkey foreign key (feedback_id) references feedback (id)
);
create index board_vote_address_idx on board_vote (address, voted_at) where address is not null;`;

const FOLLOWER = `
create table board_follower (
  id uuid constraint board_follower_pkey primary key,
  post_id uuid not null,
  mailbox bytea not null,
  email text not null,
  language text not null,
  votes boolean not null default false,
  voter bytea,
  address bytea,
  asked_at timestamptz not null default loop_now(),
  confirmed_at timestamptz,
  constraint board_follower_once_key unique (post_id, mailbox),
  constraint board_follower_post_fkey foreign key (post_id) references board_post (id) on delete cascade,
  constraint board_follower_language_check check (language in ('zh', 'en'))
);
create index board_follower_address_idx on board_follower (address, asked_at) where address is not null;
create index board_follower_mailbox_idx on board_follower (mailbox);

create table board_mail (
  id uuid constraint board_mail_pkey primary key,
  follower_id uuid not null,
  update_id bigint,
  state text not null default 'waiting',
  attempts smallint not null default '0'::smallint,
  next_attempt_at timestamptz not null default loop_now(),
  lease_token uuid,
  lease_until timestamptz,
  error text,
  created_at timestamptz not null default loop_now(),
  constraint board_mail_once_key unique (follower_id, update_id),
  constraint board_mail_follower_fkey foreign key (follower_id) references board_follower (id) on delete cascade,
  constraint board_mail_update_fkey foreign key (update_id) references board_update (id) on delete cascade,
  constraint board_mail_state_check check (state in ('waiting', 'sending', 'sent', 'failed')),
  constraint board_mail_lease_check check ((state = 'sending') = (lease_until is not null))
);
create index board_mail_waiting_idx on board_mail (next_attempt_at) where state = 'waiting';
create index board_mail_lease_idx on board_mail (lease_until) where state = 'sending';`;

const SUBMISSION = `
create table board_submission (
  feedback_id uuid constraint board_submission_pkey primary key,
  language text not null,
  address bytea,
  state text not null default 'waiting',
  post_id uuid,
  submitted_at timestamptz not null default loop_now(),
  decided_at timestamptz,
  decided_by text,
  constraint board_submission_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint board_submission_post_fkey foreign key (post_id) references board_post (id) on delete set null,
  constraint board_submission_state_check check (state in ('waiting', 'published', 'joined', 'kept')),
  constraint board_submission_language_check check (language in ('zh', 'en')),
  constraint board_submission_decided_check check ((state = 'waiting') = (decided_by is null))
);
create index board_submission_state_idx on board_submission (state, submitted_at);
create index board_submission_address_idx on board_submission (address, submitted_at) where address is not null;`;
