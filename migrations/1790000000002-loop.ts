import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The item row, the ledger, the tables of the six stages. See docs/decisions/0002, 0004 and 0005. */
export class Loop1790000000002 implements MigrationInterface {
  readonly name = 'Loop1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [BUS, COLLECT, ANALYZE, ROUTE, RESOLVE, DELIVER, RECOLLECT, GUARDS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const BUS = `
create function loop_transaction_start() returns timestamptz language sql stable parallel safe
  as $$ select now() + coalesce(nullif(current_setting('huiyin.clock_offset', true), '')::interval, interval '0') $$;

create function reference(number bigint, received_at timestamptz) returns text language sql immutable parallel safe
  as $$ select 'HY-' || extract(year from received_at at time zone 'UTC')::int::text || '-' || lpad(number::text, greatest(6, length(number::text)), '0') $$;

create table feedback (
  id uuid constraint feedback_pkey primary key,
  stage text not null default 'collect',
  state text not null default 'ready',
  cycle int not null default 1,
  seq int not null default 1,
  stage_since timestamptz not null default loop_now(),
  started_at timestamptz,
  due_at timestamptz default loop_now(),
  limit_at timestamptz,
  priority smallint not null default 5,
  attempts smallint not null default 0,
  woken_by text not null default 'entry',
  waiting_for text,
  error jsonb,
  kind text,
  category text,
  sentiment text,
  urgency smallint,
  language text,
  channel text not null default 'other',
  product text,
  region text,
  unit_id bigint constraint feedback_unit_fkey references unit (id),
  customer_id uuid,
  cluster_id uuid,
  closed_at timestamptz,
  close_reason text,
  constraint feedback_stage_check check (stage in ('collect', 'analyze', 'route', 'resolve', 'deliver', 'recollect')),
  constraint feedback_state_check check (state in ('ready', 'waiting', 'parked', 'closed')),
  constraint feedback_kind_check check (kind in ('suggestion', 'complaint', 'enquiry', 'fault', 'praise', 'appeal')),
  constraint feedback_waiting_check check ((state = 'waiting') = (waiting_for is not null)),
  constraint feedback_closed_check check ((state = 'closed') = (closed_at is not null)),
  constraint feedback_ready_check check (state <> 'ready' or due_at is not null)
) with (fillfactor = 80);
create index feedback_lane_idx on feedback (stage, priority, due_at) where state = 'ready';
create index feedback_timer_idx on feedback (stage, due_at) where state = 'waiting' and due_at is not null;
create index feedback_unit_idx on feedback (unit_id, stage, limit_at) where state <> 'closed';
create index feedback_limit_idx on feedback (limit_at, id) where limit_at is not null;
create index feedback_stage_idx on feedback (stage, id) where state <> 'closed';
create index feedback_parked_idx on feedback (stage, id) where state = 'parked';

create table stage_visit (
  feedback_id uuid not null,
  seq int not null,
  cycle int not null,
  stage text not null,
  unit_id bigint,
  entered_at timestamptz not null,
  started_at timestamptz not null,
  left_at timestamptz not null,
  outcome text not null,
  actor text not null,
  waiting interval not null generated always as (started_at - entered_at) stored,
  working interval not null generated always as (left_at - started_at) stored,
  xid xid8 not null default pg_current_xact_id(),
  event_id bigint not null generated always as identity,
  constraint stage_visit_pkey primary key (feedback_id, seq),
  constraint stage_visit_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint stage_visit_order_check check (entered_at <= started_at and started_at <= left_at),
  constraint stage_visit_edge_check check ((stage, outcome) in (
    ('collect', 'collected'),
    ('analyze', 'analyzed'),
    ('route', 'routed'),
    ('resolve', 'resolved'), ('resolve', 'handed-back'), ('resolve', 'dismissed'),
    ('deliver', 'delivered'), ('deliver', 'undeliverable'),
    ('recollect', 'confirmed'), ('recollect', 'silent'), ('recollect', 'not-solved')))
);
create index stage_visit_feed_idx on stage_visit (xid, event_id);
create index stage_visit_left_idx on stage_visit (stage, left_at);

create view visit as
  select feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor from stage_visit
  union all
  select id, seq, cycle, stage, unit_id, stage_since, started_at, null, null, null from feedback where state <> 'closed';

create table feed_cursor (
  name text constraint feed_cursor_pkey primary key,
  xid xid8 not null,
  event_id bigint not null,
  updated_at timestamptz not null default loop_now()
);`;

const COLLECT = `
create table customer (
  id uuid constraint customer_pkey primary key,
  name text,
  phone text,
  email text,
  region text,
  tier text,
  created_at timestamptz not null default loop_now()
);

create table customer_identity (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  constraint customer_identity_pkey primary key (kind, value),
  constraint customer_identity_customer_fkey foreign key (customer_id) references customer (id) deferrable initially deferred
);
create index customer_identity_customer_idx on customer_identity (customer_id);

create table feedback_words (
  feedback_id uuid constraint feedback_words_pkey primary key,
  number bigint not null generated always as identity,
  received_at timestamptz not null default loop_now(),
  occurred_at timestamptz,
  subject text,
  text text not null,
  declared_kind text,
  phase text,
  source text,
  external_id text,
  customer jsonb,
  tags text[] not null default '{}',
  attributes jsonb not null default '{}',
  accepted_by text not null,
  constraint feedback_words_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint feedback_words_number_key unique (number),
  constraint feedback_words_external_key unique (source, external_id)
);

create table idempotency_key (
  owner text not null,
  key text not null,
  body_hash bytea not null,
  feedback_id uuid not null,
  created_at timestamptz not null default loop_now(),
  constraint idempotency_key_pkey primary key (owner, key)
);
create index idempotency_key_created_idx on idempotency_key (created_at);`;

const ANALYZE = `
create table analysis (
  feedback_id uuid not null,
  cycle int not null,
  analysable boolean not null,
  language text not null,
  kind text not null,
  kind_source text not null,
  category text not null,
  category_score real not null,
  sentiment text not null,
  sentiment_score real not null,
  urgency smallint not null,
  keywords text[] not null,
  because jsonb not null,
  search tsvector not null,
  model text not null,
  analyzed_at timestamptz not null default loop_now(),
  constraint analysis_pkey primary key (feedback_id, cycle),
  constraint analysis_feedback_fkey foreign key (feedback_id) references feedback (id)
);
create index analysis_search_idx on analysis using gin (search);

create table cluster (
  id uuid constraint cluster_pkey primary key,
  name text not null,
  category text not null,
  language text not null,
  status text not null default 'open',
  locked boolean not null default false,
  size int not null,
  head jsonb not null,
  first_seen_at timestamptz not null default loop_now(),
  last_seen_at timestamptz not null default loop_now(),
  constraint cluster_status_check check (status in ('open', 'planned', 'in-progress', 'done', 'declined'))
);
create index cluster_category_idx on cluster (category);
create index cluster_size_idx on cluster (size desc, id);
create index cluster_seen_idx on cluster (last_seen_at desc, id);

create table cluster_term (
  category text not null,
  term text not null,
  cluster_id uuid not null,
  weight real not null,
  constraint cluster_term_pkey primary key (category, term, cluster_id),
  constraint cluster_term_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade
);
create index cluster_term_cluster_idx on cluster_term (cluster_id);

create table cluster_member (
  feedback_id uuid constraint cluster_member_pkey primary key,
  cluster_id uuid not null,
  score real not null,
  joined_at timestamptz not null default loop_now(),
  constraint cluster_member_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint cluster_member_cluster_fkey foreign key (cluster_id) references cluster (id)
);
create index cluster_member_cluster_idx on cluster_member (cluster_id, feedback_id);`;

const ROUTE = `
create table routing_rule (
  id bigint generated always as identity constraint routing_rule_pkey primary key,
  position int not null,
  name text not null,
  kinds text[] not null default '{}',
  category text,
  region text,
  product text,
  keyword text,
  unit_id bigint not null,
  limit_minutes int not null,
  active boolean not null default true,
  constraint routing_rule_unit_fkey foreign key (unit_id) references unit (id),
  constraint routing_rule_limit_check check (limit_minutes > 0)
);
create index routing_rule_position_idx on routing_rule (position, id);

create table assignment (
  feedback_id uuid not null,
  seq int not null,
  cycle int not null,
  unit_id bigint not null,
  rule_id bigint,
  limit_minutes int not null,
  reason text not null,
  assigned_at timestamptz not null default loop_now(),
  constraint assignment_pkey primary key (feedback_id, seq),
  constraint assignment_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint assignment_unit_fkey foreign key (unit_id) references unit (id)
);`;

const RESOLVE = `
create table resolution (
  id uuid constraint resolution_pkey primary key,
  cluster_id uuid,
  action text not null,
  summary text not null,
  reply text not null,
  actor text not null,
  decided_at timestamptz not null default loop_now(),
  constraint resolution_action_check check (action in ('fixed', 'answered', 'compensated', 'planned', 'declined'))
);
create index resolution_cluster_idx on resolution (cluster_id) where cluster_id is not null;

create table item_resolution (
  feedback_id uuid not null,
  cycle int not null,
  resolution_id uuid not null,
  constraint item_resolution_pkey primary key (feedback_id, cycle),
  constraint item_resolution_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint item_resolution_resolution_fkey foreign key (resolution_id) references resolution (id)
);
create index item_resolution_resolution_idx on item_resolution (resolution_id);

create table hand_back (
  feedback_id uuid not null,
  seq int not null,
  cycle int not null,
  from_unit_id bigint,
  to_unit_id bigint,
  reason text not null,
  actor text not null,
  handed_back_at timestamptz not null default loop_now(),
  constraint hand_back_pkey primary key (feedback_id, seq),
  constraint hand_back_feedback_fkey foreign key (feedback_id) references feedback (id)
);

create table escalation (
  feedback_id uuid not null,
  seq int not null,
  unit_id bigint,
  escalated_at timestamptz not null default loop_now(),
  constraint escalation_pkey primary key (feedback_id, seq),
  constraint escalation_feedback_fkey foreign key (feedback_id) references feedback (id)
);`;

const DELIVER = `
create table delivery (
  id uuid constraint delivery_pkey primary key,
  feedback_id uuid not null,
  cycle int not null,
  purpose text not null,
  channel text not null,
  recipient text,
  subject text not null,
  body text not null,
  state text not null default 'pending',
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default loop_now(),
  lease_token uuid,
  lease_until timestamptz,
  sent_at timestamptz,
  proof text,
  error text,
  created_at timestamptz not null default loop_now(),
  constraint delivery_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint delivery_once_key unique (feedback_id, cycle, purpose, channel),
  constraint delivery_purpose_check check (purpose in ('answer', 'survey')),
  constraint delivery_state_check check (state in ('pending', 'sending', 'sent', 'failed', 'unknown')),
  constraint delivery_sent_check check ((state = 'sent') = (sent_at is not null)),
  constraint delivery_lease_check check ((state = 'sending') = (lease_until is not null))
);
create index delivery_pending_idx on delivery (channel, next_attempt_at) where state = 'pending';
create index delivery_lease_idx on delivery (channel, lease_until) where state = 'sending';

create table source (
  name text constraint source_pkey primary key,
  callback_url text not null,
  secret text not null,
  created_at timestamptz not null default loop_now()
);`;

const RECOLLECT = `
create table survey (
  id uuid constraint survey_pkey primary key,
  feedback_id uuid not null,
  cycle int not null,
  language text not null,
  asked_at timestamptz not null default loop_now(),
  expires_at timestamptz not null,
  answered_at timestamptz,
  solved boolean,
  score smallint,
  comment text,
  constraint survey_feedback_fkey foreign key (feedback_id) references feedback (id),
  constraint survey_once_key unique (feedback_id, cycle),
  constraint survey_score_check check (score between 1 and 10),
  constraint survey_answer_check check ((answered_at is null) = (solved is null))
);

create table survey_token (
  token_hash bytea constraint survey_token_pkey primary key,
  survey_id uuid not null,
  constraint survey_token_survey_fkey foreign key (survey_id) references survey (id)
);
create index survey_token_survey_idx on survey_token (survey_id);`;

const GUARDS = `
create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on stage_visit is refused.', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger stage_visit_append_only before update or delete on stage_visit
  for each row execute function refuse_ledger_change();
create trigger stage_visit_no_truncate before truncate on stage_visit
  for each statement execute function refuse_ledger_change();

create function refuse_silent_close() returns trigger language plpgsql as $$
begin
  if coalesce(new.close_reason, '') !~ '\\S' and not exists (
    select from delivery d where d.feedback_id = new.id and d.cycle = new.cycle and d.purpose = 'answer' and d.state = 'sent'
  ) then
    raise exception 'Feedback % cannot be closed: no delivery is on record and no reason is written.', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger feedback_close before insert or update on feedback
  for each row when (new.state = 'closed') execute function refuse_silent_close();`;

const DOWN = `
drop table survey_token, survey, source, delivery, escalation, hand_back, item_resolution, resolution, assignment, routing_rule,
  cluster_member, cluster_term, cluster, analysis, idempotency_key, feedback_words, customer_identity, customer, feed_cursor cascade;
drop view visit;
drop table stage_visit, feedback cascade;
drop function refuse_ledger_change, refuse_silent_close, loop_transaction_start, reference;`;
