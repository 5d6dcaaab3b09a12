-- Generated from the migrations by `npm run generate`; do not edit.

CREATE OR REPLACE FUNCTION loop_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
     select clock_timestamp() + coalesce(nullif(current_setting('huiyin.clock_offset', true), '')::interval, interval '0')
   $function$;

CREATE OR REPLACE FUNCTION loop_transaction_start()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select now() + coalesce(nullif(current_setting('huiyin.clock_offset', true), '')::interval, interval '0') $function$;

CREATE OR REPLACE FUNCTION reference(number bigint, received_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select 'HY-' || extract(year from received_at at time zone 'UTC')::int::text || '-' || lpad(number::text, greatest(6, length(number::text)), '0') $function$;

CREATE OR REPLACE FUNCTION refuse_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The ledger is append-only: % on stage_visit is refused.', tg_op using errcode = 'integrity_constraint_violation';
end $function$;

CREATE OR REPLACE FUNCTION refuse_silent_close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if coalesce(new.close_reason, '') !~ '\S' and not exists (
    select from delivery d where d.feedback_id = new.id and d.cycle = new.cycle and d.purpose = 'answer' and d.state = 'sent'
  ) then
    raise exception 'Feedback % cannot be closed: no delivery is on record and no reason is written.', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$;

create table analysis (
  feedback_id uuid not null,
  cycle integer not null,
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
  analyzed_at timestamp with time zone default loop_now() not null,
  constraint analysis_pkey PRIMARY KEY (feedback_id, cycle),
  constraint analysis_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table api_key (
  id text not null,
  name text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamp with time zone default loop_now() not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id)
);

create table assignment (
  feedback_id uuid not null,
  seq integer not null,
  cycle integer not null,
  unit_id bigint not null,
  rule_id bigint,
  limit_minutes integer not null,
  reason text not null,
  assigned_at timestamp with time zone default loop_now() not null,
  constraint assignment_pkey PRIMARY KEY (feedback_id, seq),
  constraint assignment_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint assignment_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table cluster (
  id uuid not null,
  name text not null,
  category text not null,
  language text not null,
  status text default 'open'::text not null,
  locked boolean default false not null,
  size integer not null,
  head jsonb not null,
  first_seen_at timestamp with time zone default loop_now() not null,
  last_seen_at timestamp with time zone default loop_now() not null,
  constraint cluster_pkey PRIMARY KEY (id),
  constraint cluster_status_check CHECK ((status = ANY (ARRAY['open'::text, 'planned'::text, 'in-progress'::text, 'done'::text, 'declined'::text])))
);

create table cluster_member (
  feedback_id uuid not null,
  cluster_id uuid not null,
  score real not null,
  joined_at timestamp with time zone default loop_now() not null,
  constraint cluster_member_pkey PRIMARY KEY (feedback_id),
  constraint cluster_member_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id),
  constraint cluster_member_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table cluster_term (
  category text not null,
  term text not null,
  cluster_id uuid not null,
  weight real not null,
  constraint cluster_term_pkey PRIMARY KEY (category, term, cluster_id),
  constraint cluster_term_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE
);

create table customer (
  id uuid not null,
  name text,
  phone text,
  email text,
  region text,
  tier text,
  created_at timestamp with time zone default loop_now() not null,
  constraint customer_pkey PRIMARY KEY (id)
);

create table customer_identity (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  constraint customer_identity_pkey PRIMARY KEY (kind, value),
  constraint customer_identity_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED
);

create table delivery (
  id uuid not null,
  feedback_id uuid not null,
  cycle integer not null,
  purpose text not null,
  channel text not null,
  recipient text,
  subject text not null,
  body text not null,
  state text default 'pending'::text not null,
  attempts smallint default 0 not null,
  next_attempt_at timestamp with time zone default loop_now() not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  sent_at timestamp with time zone,
  proof text,
  error text,
  created_at timestamp with time zone default loop_now() not null,
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_once_key UNIQUE (feedback_id, cycle, purpose, channel),
  constraint delivery_lease_check CHECK (((state = 'sending'::text) = (lease_until IS NOT NULL))),
  constraint delivery_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'survey'::text]))),
  constraint delivery_sent_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text]))),
  constraint delivery_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table escalation (
  feedback_id uuid not null,
  seq integer not null,
  unit_id bigint,
  escalated_at timestamp with time zone default loop_now() not null,
  constraint escalation_pkey PRIMARY KEY (feedback_id, seq),
  constraint escalation_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table feed_cursor (
  name text not null,
  xid xid8 not null,
  event_id bigint not null,
  updated_at timestamp with time zone default loop_now() not null,
  constraint feed_cursor_pkey PRIMARY KEY (name)
);

create table feedback (
  id uuid not null,
  stage text default 'collect'::text not null,
  state text default 'ready'::text not null,
  cycle integer default 1 not null,
  seq integer default 1 not null,
  stage_since timestamp with time zone default loop_now() not null,
  started_at timestamp with time zone,
  due_at timestamp with time zone default loop_now(),
  limit_at timestamp with time zone,
  priority smallint default 5 not null,
  attempts smallint default 0 not null,
  woken_by text default 'entry'::text not null,
  waiting_for text,
  error jsonb,
  kind text,
  category text,
  sentiment text,
  urgency smallint,
  language text,
  channel text default 'other'::text not null,
  product text,
  region text,
  unit_id bigint,
  customer_id uuid,
  cluster_id uuid,
  closed_at timestamp with time zone,
  close_reason text,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_closed_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint feedback_kind_check CHECK ((kind = ANY (ARRAY['suggestion'::text, 'complaint'::text, 'enquiry'::text, 'fault'::text, 'praise'::text, 'appeal'::text]))),
  constraint feedback_ready_check CHECK (((state <> 'ready'::text) OR (due_at IS NOT NULL))),
  constraint feedback_stage_check CHECK ((stage = ANY (ARRAY['collect'::text, 'analyze'::text, 'route'::text, 'resolve'::text, 'deliver'::text, 'recollect'::text]))),
  constraint feedback_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'waiting'::text, 'parked'::text, 'closed'::text]))),
  constraint feedback_waiting_check CHECK (((state = 'waiting'::text) = (waiting_for IS NOT NULL))),
  constraint feedback_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
) with (fillfactor=80);

create table feedback_words (
  feedback_id uuid not null,
  number bigint generated always as identity not null,
  received_at timestamp with time zone default loop_now() not null,
  occurred_at timestamp with time zone,
  subject text,
  text text not null,
  declared_kind text,
  phase text,
  source text,
  external_id text,
  customer jsonb,
  tags text[] default '{}'::text[] not null,
  attributes jsonb default '{}'::jsonb not null,
  accepted_by text not null,
  constraint feedback_words_pkey PRIMARY KEY (feedback_id),
  constraint feedback_words_external_key UNIQUE (source, external_id),
  constraint feedback_words_number_key UNIQUE (number),
  constraint feedback_words_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table hand_back (
  feedback_id uuid not null,
  seq integer not null,
  cycle integer not null,
  from_unit_id bigint,
  to_unit_id bigint,
  reason text not null,
  actor text not null,
  handed_back_at timestamp with time zone default loop_now() not null,
  constraint hand_back_pkey PRIMARY KEY (feedback_id, seq),
  constraint hand_back_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table idempotency_key (
  owner text not null,
  key text not null,
  body_hash bytea not null,
  feedback_id uuid not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint idempotency_key_pkey PRIMARY KEY (owner, key)
);

create table item_resolution (
  feedback_id uuid not null,
  cycle integer not null,
  resolution_id uuid not null,
  constraint item_resolution_pkey PRIMARY KEY (feedback_id, cycle),
  constraint item_resolution_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint item_resolution_resolution_fkey FOREIGN KEY (resolution_id) REFERENCES resolution(id)
);

create table person (
  id bigint generated always as identity not null,
  username text not null,
  display_name text not null,
  password_hash text not null,
  language text default 'zh'::text not null,
  active boolean default true not null,
  must_change_password boolean default false not null,
  scopes text[] default '{}'::text[] not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_username_key UNIQUE (username),
  constraint person_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint person_username_check CHECK ((username = lower(username)))
);

create table resolution (
  id uuid not null,
  cluster_id uuid,
  action text not null,
  summary text not null,
  reply text not null,
  actor text not null,
  decided_at timestamp with time zone default loop_now() not null,
  constraint resolution_pkey PRIMARY KEY (id),
  constraint resolution_action_check CHECK ((action = ANY (ARRAY['fixed'::text, 'answered'::text, 'compensated'::text, 'planned'::text, 'declined'::text])))
);

create table routing_rule (
  id bigint generated always as identity not null,
  "position" integer not null,
  name text not null,
  kinds text[] default '{}'::text[] not null,
  category text,
  region text,
  product text,
  keyword text,
  unit_id bigint not null,
  limit_minutes integer not null,
  active boolean default true not null,
  constraint routing_rule_pkey PRIMARY KEY (id),
  constraint routing_rule_limit_check CHECK ((limit_minutes > 0)),
  constraint routing_rule_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table session (
  token_hash bytea not null,
  person_id bigint not null,
  created_at timestamp with time zone default loop_now() not null,
  last_seen_at timestamp with time zone default loop_now() not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

create table sign_in_attempt (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone default loop_now() not null,
  blocked_until timestamp with time zone,
  constraint sign_in_attempt_pkey PRIMARY KEY (subject)
);

create table source (
  name text not null,
  callback_url text not null,
  secret text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint source_pkey PRIMARY KEY (name)
);

create table stage_visit (
  feedback_id uuid not null,
  seq integer not null,
  cycle integer not null,
  stage text not null,
  unit_id bigint,
  entered_at timestamp with time zone not null,
  started_at timestamp with time zone not null,
  left_at timestamp with time zone not null,
  outcome text not null,
  actor text not null,
  waiting interval generated always as ((started_at - entered_at)) stored not null,
  working interval generated always as ((left_at - started_at)) stored not null,
  xid xid8 default pg_current_xact_id() not null,
  event_id bigint generated always as identity not null,
  constraint stage_visit_pkey PRIMARY KEY (feedback_id, seq),
  constraint stage_visit_edge_check CHECK (((((((((((((stage = 'collect'::text) AND (outcome = 'collected'::text)) OR ((stage = 'analyze'::text) AND (outcome = 'analyzed'::text))) OR ((stage = 'route'::text) AND (outcome = 'routed'::text))) OR ((stage = 'resolve'::text) AND (outcome = 'resolved'::text))) OR ((stage = 'resolve'::text) AND (outcome = 'handed-back'::text))) OR ((stage = 'resolve'::text) AND (outcome = 'dismissed'::text))) OR ((stage = 'deliver'::text) AND (outcome = 'delivered'::text))) OR ((stage = 'deliver'::text) AND (outcome = 'undeliverable'::text))) OR ((stage = 'recollect'::text) AND (outcome = 'confirmed'::text))) OR ((stage = 'recollect'::text) AND (outcome = 'silent'::text))) OR ((stage = 'recollect'::text) AND (outcome = 'not-solved'::text)))),
  constraint stage_visit_order_check CHECK (((entered_at <= started_at) AND (started_at <= left_at))),
  constraint stage_visit_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table survey (
  id uuid not null,
  feedback_id uuid not null,
  cycle integer not null,
  language text not null,
  asked_at timestamp with time zone default loop_now() not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  solved boolean,
  score smallint,
  comment text,
  constraint survey_pkey PRIMARY KEY (id),
  constraint survey_once_key UNIQUE (feedback_id, cycle),
  constraint survey_answer_check CHECK (((answered_at IS NULL) = (solved IS NULL))),
  constraint survey_score_check CHECK (((score >= 1) AND (score <= 10))),
  constraint survey_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table survey_token (
  token_hash bytea not null,
  survey_id uuid not null,
  constraint survey_token_pkey PRIMARY KEY (token_hash),
  constraint survey_token_survey_fkey FOREIGN KEY (survey_id) REFERENCES survey(id)
);

create table unit (
  id bigint generated always as identity not null,
  code text not null,
  parent_id bigint,
  path text not null,
  level text not null,
  name_zh text not null,
  name_en text not null,
  region text,
  active boolean default true not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_code_key UNIQUE (code),
  constraint unit_level_check CHECK ((level = ANY (ARRAY['group'::text, 'province'::text, 'city'::text, 'desk'::text]))),
  constraint unit_root_check CHECK (((level = 'group'::text) = (parent_id IS NULL))),
  constraint unit_parent_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
);

CREATE INDEX analysis_search_idx ON analysis USING gin (search);
CREATE INDEX cluster_category_idx ON cluster USING btree (category);
CREATE INDEX cluster_seen_idx ON cluster USING btree (last_seen_at DESC, id);
CREATE INDEX cluster_size_idx ON cluster USING btree (size DESC, id);
CREATE INDEX cluster_member_cluster_idx ON cluster_member USING btree (cluster_id, feedback_id);
CREATE INDEX cluster_term_cluster_idx ON cluster_term USING btree (cluster_id);
CREATE INDEX customer_identity_customer_idx ON customer_identity USING btree (customer_id);
CREATE INDEX delivery_lease_idx ON delivery USING btree (channel, lease_until) WHERE (state = 'sending'::text);
CREATE INDEX delivery_pending_idx ON delivery USING btree (channel, next_attempt_at) WHERE (state = 'pending'::text);
CREATE INDEX feedback_lane_idx ON feedback USING btree (stage, priority, due_at) WHERE (state = 'ready'::text);
CREATE INDEX feedback_limit_idx ON feedback USING btree (limit_at, id) WHERE (limit_at IS NOT NULL);
CREATE INDEX feedback_parked_idx ON feedback USING btree (stage, id) WHERE (state = 'parked'::text);
CREATE INDEX feedback_stage_idx ON feedback USING btree (stage, id) WHERE (state <> 'closed'::text);
CREATE INDEX feedback_timer_idx ON feedback USING btree (stage, due_at) WHERE ((state = 'waiting'::text) AND (due_at IS NOT NULL));
CREATE INDEX feedback_unit_idx ON feedback USING btree (unit_id, stage, limit_at) WHERE (state <> 'closed'::text);
CREATE INDEX idempotency_key_created_idx ON idempotency_key USING btree (created_at);
CREATE INDEX item_resolution_resolution_idx ON item_resolution USING btree (resolution_id);
CREATE INDEX resolution_cluster_idx ON resolution USING btree (cluster_id) WHERE (cluster_id IS NOT NULL);
CREATE INDEX routing_rule_position_idx ON routing_rule USING btree ("position", id);
CREATE INDEX session_expires_idx ON session USING btree (expires_at);
CREATE INDEX session_person_idx ON session USING btree (person_id);
CREATE INDEX sign_in_attempt_last_idx ON sign_in_attempt USING btree (last_at);
CREATE INDEX stage_visit_feed_idx ON stage_visit USING btree (xid, event_id);
CREATE INDEX stage_visit_left_idx ON stage_visit USING btree (stage, left_at);
CREATE INDEX survey_token_survey_idx ON survey_token USING btree (survey_id);
CREATE UNIQUE INDEX unit_one_root_key ON unit USING btree (level) WHERE (parent_id IS NULL);
CREATE INDEX unit_parent_idx ON unit USING btree (parent_id);
CREATE INDEX unit_path_idx ON unit USING btree (path text_pattern_ops);

create view visit as
 SELECT stage_visit.feedback_id,
    stage_visit.seq,
    stage_visit.cycle,
    stage_visit.stage,
    stage_visit.unit_id,
    stage_visit.entered_at,
    stage_visit.started_at,
    stage_visit.left_at,
    stage_visit.outcome,
    stage_visit.actor
   FROM stage_visit
UNION ALL
 SELECT feedback.id AS feedback_id,
    feedback.seq,
    feedback.cycle,
    feedback.stage,
    feedback.unit_id,
    feedback.stage_since AS entered_at,
    feedback.started_at,
    NULL::timestamp with time zone AS left_at,
    NULL::text AS outcome,
    NULL::text AS actor
   FROM feedback
  WHERE (feedback.state <> 'closed'::text);

CREATE TRIGGER feedback_close BEFORE INSERT OR UPDATE ON feedback FOR EACH ROW WHEN ((new.state = 'closed'::text)) EXECUTE FUNCTION refuse_silent_close();
CREATE TRIGGER stage_visit_append_only BEFORE DELETE OR UPDATE ON stage_visit FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER stage_visit_no_truncate BEFORE TRUNCATE ON stage_visit FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
