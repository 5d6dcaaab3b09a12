-- Generated from the migrations by `npm run generate`; do not edit.

CREATE OR REPLACE FUNCTION duration_bin(length interval)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when extract(epoch from length) <= 0.000001 then 0
    when length is not null then least(4000, 1 + floor(ln(extract(epoch from length)::float8 * 1000000) / ln(1.04::float8)))::int end $function$;

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

CREATE OR REPLACE FUNCTION mark_both_clusters_stale()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into cluster_stale (cluster_id) values (old.cluster_id), (new.cluster_id)
  on conflict (cluster_id) do update set mark = excluded.mark where cluster_stale.mark <> excluded.mark;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION mark_clusters_stale()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into cluster_stale (cluster_id) select distinct cluster_id from changed
  on conflict (cluster_id) do update set mark = excluded.mark where cluster_stale.mark <> excluded.mark;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION note_kind_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into kind_change (feedback_id, from_kind) values (old.id, old.kind);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION recount_visits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Waits for whoever is counting; what they wrote is then seen and goes too.
  delete from feed_cursor where name = 'visit-sketch';
  delete from visit_sketch;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION reference(number bigint, received_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select 'HY-' || extract(year from received_at at time zone 'UTC')::int::text || '-' || lpad(number::text, greatest(6, length(number::text)), '0') $function$;

CREATE OR REPLACE FUNCTION refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null
    and (to_jsonb(new) - 'seq' - 'hash') = (to_jsonb(old) - 'seq' - 'hash') then
    return new;
  end if;
  raise exception 'The audit is append-only: % on audit_entry is refused.', tg_op using errcode = 'integrity_constraint_violation';
end $function$;

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

CREATE OR REPLACE FUNCTION sketch_sum(parts bigint[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg((s.code << 32) + s.n order by s.code), '{}') from (
    select (p + 2147483648) >> 32 as code, sum(p - (((p + 2147483648) >> 32) << 32))::bigint as n
    from unnest(parts) p group by 1 having sum(p - (((p + 2147483648) >> 32) << 32)) <> 0) s $function$;

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
  reason text,
  kind_score real default '0'::real not null,
  urgency_score real default '0'::real not null,
  urgency_reasons text[] default '{}'::text[] not null,
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
  source text,
  unit_id bigint,
  previous_hash bytea,
  previous_until timestamp with time zone,
  rotated_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_previous_check CHECK (((previous_hash IS NULL) = (previous_until IS NULL))),
  constraint api_key_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
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

create table audit_entry (
  id bigint generated always as identity not null,
  xid xid8 default pg_current_xact_id() not null,
  at timestamp with time zone default loop_now() not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb default '{}'::jsonb not null,
  seq bigint,
  hash bytea,
  constraint audit_entry_pkey PRIMARY KEY (id),
  constraint audit_entry_seq_key UNIQUE (seq),
  constraint audit_entry_chained_check CHECK (((seq IS NULL) = (hash IS NULL)))
);

create table board_follower (
  id uuid not null,
  post_id uuid not null,
  mailbox bytea not null,
  email text not null,
  language text not null,
  votes boolean default false not null,
  voter bytea,
  address bytea,
  asked_at timestamp with time zone default loop_now() not null,
  confirmed_at timestamp with time zone,
  constraint board_follower_pkey PRIMARY KEY (id),
  constraint board_follower_once_key UNIQUE (post_id, mailbox),
  constraint board_follower_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint board_follower_post_fkey FOREIGN KEY (post_id) REFERENCES board_post(id) ON DELETE CASCADE
);

create table board_mail (
  id uuid not null,
  follower_id uuid not null,
  update_id bigint,
  state text default 'waiting'::text not null,
  attempts smallint default '0'::smallint not null,
  next_attempt_at timestamp with time zone default loop_now() not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  error text,
  created_at timestamp with time zone default loop_now() not null,
  constraint board_mail_pkey PRIMARY KEY (id),
  constraint board_mail_once_key UNIQUE (follower_id, update_id),
  constraint board_mail_lease_check CHECK (((state = 'sending'::text) = (lease_until IS NOT NULL))),
  constraint board_mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text]))),
  constraint board_mail_follower_fkey FOREIGN KEY (follower_id) REFERENCES board_follower(id) ON DELETE CASCADE,
  constraint board_mail_update_fkey FOREIGN KEY (update_id) REFERENCES board_update(id) ON DELETE CASCADE
);

create table board_post (
  id uuid not null,
  slug text not null,
  cluster_id uuid,
  feedback_id uuid,
  zh jsonb,
  en jsonb,
  public boolean default true not null,
  status text default 'open'::text not null,
  status_since timestamp with time zone default loop_now() not null,
  told_status text default 'open'::text not null,
  figures jsonb default '{}'::jsonb not null,
  figures_at timestamp with time zone,
  published_at timestamp with time zone default loop_now() not null,
  published_by text not null,
  changed_at timestamp with time zone default loop_now() not null,
  constraint board_post_pkey PRIMARY KEY (id),
  constraint board_post_slug_key UNIQUE (slug),
  constraint board_post_subject_check CHECK (((cluster_id IS NULL) <> (feedback_id IS NULL))),
  constraint board_post_words_check CHECK (((zh IS NOT NULL) OR (en IS NOT NULL))),
  constraint board_post_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id),
  constraint board_post_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table board_setting (
  "only" boolean default true not null,
  open boolean default true not null,
  name_zh text default '建议反馈专区'::text not null,
  name_en text default 'Suggestions'::text not null,
  constraint board_setting_pkey PRIMARY KEY ("only"),
  constraint board_setting_only_check CHECK ("only")
);

create table board_submission (
  feedback_id uuid not null,
  language text not null,
  address bytea,
  state text default 'waiting'::text not null,
  post_id uuid,
  submitted_at timestamp with time zone default loop_now() not null,
  decided_at timestamp with time zone,
  decided_by text,
  constraint board_submission_pkey PRIMARY KEY (feedback_id),
  constraint board_submission_decided_check CHECK (((state = 'waiting'::text) = (decided_by IS NULL))),
  constraint board_submission_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint board_submission_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'joined'::text, 'kept'::text]))),
  constraint board_submission_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint board_submission_post_fkey FOREIGN KEY (post_id) REFERENCES board_post(id) ON DELETE SET NULL
);

create table board_update (
  id bigint generated always as identity not null,
  post_id uuid not null,
  status text not null,
  at timestamp with time zone default loop_now() not null,
  constraint board_update_pkey PRIMARY KEY (id),
  constraint board_update_post_fkey FOREIGN KEY (post_id) REFERENCES board_post(id) ON DELETE CASCADE
);

create table board_vote (
  post_id uuid not null,
  voter bytea not null,
  address bytea,
  feedback_id uuid,
  voted_at timestamp with time zone default loop_now() not null,
  constraint board_vote_pkey PRIMARY KEY (post_id, voter),
  constraint board_vote_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint board_vote_post_fkey FOREIGN KEY (post_id) REFERENCES board_post(id) ON DELETE CASCADE
);

create table burst (
  id bigint generated always as identity not null,
  cluster_id uuid,
  category text,
  region text,
  window_hours smallint not null,
  seen integer not null,
  expected real not null,
  score real not null,
  started_at timestamp with time zone default loop_now() not null,
  last_seen_at timestamp with time zone default loop_now() not null,
  ended_at timestamp with time zone,
  constraint burst_pkey PRIMARY KEY (id),
  constraint burst_region_check CHECK (((category IS NULL) OR (region IS NOT NULL))),
  constraint burst_subject_check CHECK (((cluster_id IS NULL) <> (category IS NULL))),
  constraint burst_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE
);

create table cluster (
  id uuid not null,
  name text not null,
  category text not null,
  language text not null,
  status text default 'open'::text not null,
  locked boolean default false not null,
  size integer not null,
  first_seen_at timestamp with time zone default loop_now() not null,
  last_seen_at timestamp with time zone default loop_now() not null,
  named_by text default 'machine'::text not null,
  summary text,
  settled boolean default false not null,
  merged_into uuid,
  cohesion real default '0'::real not null,
  joins_from real default '0'::real not null,
  centroid bytea,
  impact real default '0'::real not null,
  growth real default '0'::real not null,
  figures jsonb default '{}'::jsonb not null,
  figures_at timestamp with time zone,
  public_words text,
  constraint cluster_pkey PRIMARY KEY (id),
  constraint cluster_named_by_check CHECK ((named_by = ANY (ARRAY['machine'::text, 'model'::text, 'person'::text]))),
  constraint cluster_status_check CHECK ((status = ANY (ARRAY['open'::text, 'planned'::text, 'in-progress'::text, 'done'::text, 'declined'::text, 'dismissed'::text]))),
  constraint cluster_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES cluster(id)
);

create table cluster_day (
  cluster_id uuid not null,
  day date not null,
  items integer not null,
  customers integer not null,
  constraint cluster_day_pkey PRIMARY KEY (cluster_id, day),
  constraint cluster_day_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE
);

create table cluster_edit (
  id bigint generated always as identity not null,
  kind text not null,
  cluster_id uuid not null,
  other_id uuid,
  before jsonb,
  after jsonb,
  actor text not null,
  made_at timestamp with time zone default loop_now() not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint cluster_edit_pkey PRIMARY KEY (id),
  constraint cluster_edit_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'move'::text, 'change'::text, 'regroup'::text]))),
  constraint cluster_edit_undone_check CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  constraint cluster_edit_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id),
  constraint cluster_edit_other_fkey FOREIGN KEY (other_id) REFERENCES cluster(id)
);

create table cluster_edit_item (
  edit_id bigint not null,
  feedback_id uuid not null,
  from_cluster_id uuid not null,
  to_cluster_id uuid not null,
  was_pinned boolean not null,
  constraint cluster_edit_item_pkey PRIMARY KEY (edit_id, feedback_id),
  constraint cluster_edit_item_edit_fkey FOREIGN KEY (edit_id) REFERENCES cluster_edit(id) ON DELETE CASCADE,
  constraint cluster_edit_item_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table cluster_event (
  event_id bigint not null,
  xid xid8 default pg_current_xact_id() not null,
  name text not null,
  cluster_id uuid,
  payload jsonb not null,
  told_at timestamp with time zone default loop_now() not null,
  constraint cluster_event_pkey PRIMARY KEY (event_id),
  constraint cluster_event_name_check CHECK ((name = ANY (ARRAY['cluster.burst'::text, 'cluster.burst-ended'::text])))
);

create table cluster_member (
  feedback_id uuid not null,
  cluster_id uuid not null,
  score real not null,
  joined_at timestamp with time zone default loop_now() not null,
  pinned boolean default false not null,
  anchor integer,
  vector bytea,
  constraint cluster_member_pkey PRIMARY KEY (feedback_id),
  constraint cluster_member_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id),
  constraint cluster_member_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table cluster_space (
  version integer not null,
  items integer not null,
  basis bytea not null,
  statistics jsonb not null,
  made_at timestamp with time zone default loop_now() not null,
  constraint cluster_space_pkey PRIMARY KEY (version)
);

create table cluster_stale (
  cluster_id uuid not null,
  mark xid8 default pg_current_xact_id() not null,
  constraint cluster_stale_pkey PRIMARY KEY (cluster_id),
  constraint cluster_stale_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE
);

create table cluster_suggestion (
  id bigint generated always as identity not null,
  kind text not null,
  cluster_id uuid not null,
  other_id uuid,
  feedback_ids uuid[],
  score real not null,
  state text default 'open'::text not null,
  made_at timestamp with time zone default loop_now() not null,
  decided_at timestamp with time zone,
  decided_by text,
  constraint cluster_suggestion_pkey PRIMARY KEY (id),
  constraint cluster_suggestion_decided_check CHECK (((state = ANY (ARRAY['accepted'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  constraint cluster_suggestion_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text]))),
  constraint cluster_suggestion_shape_check CHECK ((((kind = 'merge'::text) = (other_id IS NOT NULL)) AND ((kind = 'split'::text) = (feedback_ids IS NOT NULL)))),
  constraint cluster_suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'stale'::text]))),
  constraint cluster_suggestion_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id),
  constraint cluster_suggestion_other_fkey FOREIGN KEY (other_id) REFERENCES cluster(id)
);

create table cluster_wording (
  cluster_id uuid not null,
  language text not null,
  name text not null,
  summary text not null,
  model text not null,
  made_from_size integer not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint cluster_wording_pkey PRIMARY KEY (cluster_id),
  constraint cluster_wording_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint cluster_wording_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE
);

create table correction (
  id bigint generated always as identity not null,
  feedback_id uuid not null,
  field text not null,
  value text not null,
  previous text,
  actor text not null,
  corrected_at timestamp with time zone default loop_now() not null,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_field_check CHECK ((field = ANY (ARRAY['kind'::text, 'category'::text, 'sentiment'::text]))),
  constraint correction_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table customer (
  id uuid not null,
  name text,
  phone text,
  email text,
  region text,
  tier text,
  created_at timestamp with time zone default loop_now() not null,
  sealed text,
  key_id uuid,
  erased_at timestamp with time zone,
  constraint customer_pkey PRIMARY KEY (id),
  constraint customer_key_fkey FOREIGN KEY (key_id) REFERENCES customer_key(id)
);

create table customer_identity (
  kind text not null,
  value text not null,
  customer_id uuid not null,
  constraint customer_identity_pkey PRIMARY KEY (kind, value),
  constraint customer_identity_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED
);

create table customer_key (
  id uuid not null,
  customer_id uuid,
  owner bytea,
  wrapped text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint customer_key_pkey PRIMARY KEY (id),
  constraint customer_key_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
);

create table customer_message (
  id uuid not null,
  feedback_id uuid not null,
  kind text not null,
  cycle integer not null,
  stage text not null,
  received_at timestamp with time zone default loop_now() not null,
  text text not null,
  sealed text,
  attachments integer default 0 not null,
  became_id uuid,
  decision text,
  decided_by text,
  decided_at timestamp with time zone,
  constraint customer_message_pkey PRIMARY KEY (id),
  constraint customer_message_decided_check CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)))),
  constraint customer_message_decision_check CHECK ((decision = ANY (ARRAY['thanks'::text, 'noted'::text, 'not-solved'::text, 'new-item'::text]))),
  constraint customer_message_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'bounce'::text]))),
  constraint customer_message_became_fkey FOREIGN KEY (became_id) REFERENCES feedback(id),
  constraint customer_message_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
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
  sealed text,
  html text,
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_once_key UNIQUE (feedback_id, cycle, purpose, channel),
  constraint delivery_lease_check CHECK (((state = 'sending'::text) = (lease_until IS NOT NULL))),
  constraint delivery_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'survey'::text]))),
  constraint delivery_sent_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text]))),
  constraint delivery_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table dictionary_word (
  word text not null,
  kind text not null,
  category text,
  added_by text not null,
  added_at timestamp with time zone default loop_now() not null,
  constraint dictionary_word_pkey PRIMARY KEY (word),
  constraint dictionary_word_category_check CHECK (((kind = 'cue'::text) = (category IS NOT NULL))),
  constraint dictionary_word_kind_check CHECK ((kind = ANY (ARRAY['word'::text, 'cue'::text, 'stop'::text])))
);

create table embedding (
  model text not null,
  feedback_id uuid not null,
  dimensions integer not null,
  vector bytea not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint embedding_pkey PRIMARY KEY (model, feedback_id),
  constraint embedding_size_check CHECK ((octet_length(vector) = (4 * dimensions))),
  constraint embedding_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
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
  sealed text,
  key_id uuid,
  guarded boolean default false not null,
  constraint feedback_words_pkey PRIMARY KEY (feedback_id),
  constraint feedback_words_external_key UNIQUE (source, external_id),
  constraint feedback_words_number_key UNIQUE (number),
  constraint feedback_words_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint feedback_words_key_fkey FOREIGN KEY (key_id) REFERENCES customer_key(id)
);

create table fingerprint (
  feedback_id uuid not null,
  customer_id uuid,
  single1 integer not null,
  single2 integer not null,
  single3 integer not null,
  single4 integer not null,
  pair1 integer not null,
  pair2 integer not null,
  pair3 integer not null,
  pair4 integer not null,
  pair5 integer not null,
  pair6 integer not null,
  word1 text collate "C",
  word2 text collate "C",
  word3 text collate "C",
  word4 text collate "C",
  constraint fingerprint_pkey PRIMARY KEY (feedback_id),
  constraint fingerprint_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
);

create table gathering (
  "only" boolean default true not null,
  items bigint default '0'::bigint not null,
  fresh bigint default '0'::bigint not null,
  passed_at timestamp with time zone,
  pass_ms integer default 0 not null,
  constraint gathering_pkey PRIMARY KEY ("only"),
  constraint gathering_only_check CHECK ("only")
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

create table import_chunk (
  import_id uuid not null,
  number integer not null,
  sealed bytea not null,
  constraint import_chunk_pkey PRIMARY KEY (import_id, number),
  constraint import_chunk_job_fkey FOREIGN KEY (import_id) REFERENCES import_job(id) ON DELETE CASCADE
);

create table import_job (
  id uuid not null,
  state text default 'receiving'::text not null,
  created_by text not null,
  sender jsonb not null,
  file_name text,
  file_bytes bigint default '0'::bigint not null,
  file_hash bytea,
  file_key text,
  reading jsonb,
  mapping jsonb,
  source text,
  read_bytes bigint default '0'::bigint not null,
  "position" bigint default '0'::bigint not null,
  accepted bigint default '0'::bigint not null,
  duplicates bigint default '0'::bigint not null,
  rejected bigint default '0'::bigint not null,
  attempts smallint default 0 not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  error text,
  created_at timestamp with time zone default loop_now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint import_job_pkey PRIMARY KEY (id),
  constraint import_job_finished_check CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
  constraint import_job_lease_check CHECK (((state = 'running'::text) = (lease_until IS NOT NULL))),
  constraint import_job_received_check CHECK (((state = 'receiving'::text) OR ((file_hash IS NOT NULL) AND (reading IS NOT NULL) AND (mapping IS NOT NULL)))),
  constraint import_job_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'queued'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint import_job_sum_check CHECK (("position" = ((accepted + duplicates) + rejected)))
);

create table import_mapping (
  source text not null,
  mapping jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone default loop_now() not null,
  constraint import_mapping_pkey PRIMARY KEY (source)
);

create table import_reject (
  import_id uuid not null,
  "position" bigint not null,
  line bigint not null,
  sealed bytea not null,
  constraint import_reject_pkey PRIMARY KEY (import_id, "position"),
  constraint import_reject_job_fkey FOREIGN KEY (import_id) REFERENCES import_job(id) ON DELETE CASCADE
);

create table inbound_mail (
  key bytea not null,
  received_at timestamp with time zone default loop_now() not null,
  door text not null,
  sender bytea,
  outcome text not null,
  detail text,
  feedback_id uuid,
  constraint inbound_mail_pkey PRIMARY KEY (key),
  constraint inbound_mail_outcome_check CHECK ((outcome = ANY (ARRAY['reply'::text, 'new-item'::text, 'bounce'::text, 'automatic'::text, 'loop'::text, 'too-many'::text, 'belongs-nowhere'::text, 'empty'::text, 'refused'::text])))
);

create table inbound_source (
  name text not null,
  description text default ''::text not null,
  check_by jsonb not null,
  mapping jsonb not null,
  secret text not null,
  old_secret text,
  old_secret_until timestamp with time zone,
  active boolean default true not null,
  refusal jsonb,
  created_by text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint inbound_source_pkey PRIMARY KEY (name),
  constraint inbound_source_old_secret_check CHECK (((old_secret IS NULL) = (old_secret_until IS NULL)))
);

create table item_resolution (
  feedback_id uuid not null,
  cycle integer not null,
  resolution_id uuid not null,
  constraint item_resolution_pkey PRIMARY KEY (feedback_id, cycle),
  constraint item_resolution_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint item_resolution_resolution_fkey FOREIGN KEY (resolution_id) REFERENCES resolution(id)
);

create table kind_change (
  id bigint generated always as identity not null,
  feedback_id uuid not null,
  from_kind text,
  constraint kind_change_pkey PRIMARY KEY (id)
);

create table mail_bar (
  id uuid not null,
  address bytea not null,
  masked text,
  bounced_at timestamp with time zone,
  bounce_reason text,
  unsubscribed_at timestamp with time zone,
  constraint mail_bar_pkey PRIMARY KEY (id),
  constraint mail_bar_address_key UNIQUE (address),
  constraint mail_bar_reason_check CHECK (((bounced_at IS NOT NULL) OR (unsubscribed_at IS NOT NULL)))
);

create table mailbox_cursor (
  mailbox text not null,
  uid_validity text not null,
  last_uid bigint not null,
  looked_at timestamp with time zone default loop_now() not null,
  trouble text,
  constraint mailbox_cursor_pkey PRIMARY KEY (mailbox)
);

create table master_key (
  id text not null,
  proof text not null,
  registered_at timestamp with time zone default loop_now() not null,
  constraint master_key_pkey PRIMARY KEY (id)
);

create table message_template (
  purpose text not null,
  kind text not null,
  language text not null,
  subject text not null,
  body text not null,
  html text,
  sms text,
  version integer default 1 not null,
  changed_by text not null,
  changed_at timestamp with time zone default loop_now() not null,
  constraint message_template_pkey PRIMARY KEY (purpose, kind, language),
  constraint message_template_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint message_template_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'survey'::text])))
);

create table model (
  version text not null,
  field text not null,
  number integer not null,
  state text not null,
  weights bytea not null,
  figures jsonb not null,
  trained_by text not null,
  trained_at timestamp with time zone default loop_now() not null,
  constraint model_pkey PRIMARY KEY (version),
  constraint model_number_key UNIQUE (field, number),
  constraint model_field_check CHECK ((field = ANY (ARRAY['kind'::text, 'category'::text, 'sentiment'::text]))),
  constraint model_state_check CHECK ((state = ANY (ARRAY['in-use'::text, 'kept'::text, 'rejected'::text])))
);

create table note (
  id uuid not null,
  feedback_id uuid not null,
  cycle integer not null,
  text text not null,
  author text not null,
  unit_id bigint,
  reply_to uuid,
  written_at timestamp with time zone default loop_now() not null,
  constraint note_pkey PRIMARY KEY (id),
  constraint note_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint note_reply_fkey FOREIGN KEY (reply_to) REFERENCES note(id),
  constraint note_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table notice (
  id bigint generated always as identity not null,
  channel_id uuid not null,
  event_key text not null,
  event text not null,
  feedback_id uuid,
  facts jsonb not null,
  happened_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  attempt_id bigint,
  created_at timestamp with time zone default loop_now() not null,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_event_key UNIQUE (channel_id, event_key),
  constraint notice_attempt_check CHECK (((state = 'waiting'::text) = (attempt_id IS NULL))),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text]))),
  constraint notice_channel_fkey FOREIGN KEY (channel_id) REFERENCES notice_channel(id) ON DELETE CASCADE
);

create table notice_attempt (
  id bigint generated always as identity not null,
  channel_id uuid not null,
  target_key bytea not null,
  test boolean default false not null,
  notices integer not null,
  at timestamp with time zone default loop_now() not null,
  lease_until timestamp with time zone,
  status smallint,
  code integer,
  duration_ms integer default 0 not null,
  error text,
  constraint notice_attempt_pkey PRIMARY KEY (id),
  constraint notice_attempt_channel_fkey FOREIGN KEY (channel_id) REFERENCES notice_channel(id) ON DELETE CASCADE
);

create table notice_channel (
  id uuid not null,
  name text not null,
  kind text not null,
  target text not null,
  target_key bytea not null,
  target_shown text not null,
  secret text,
  events text[] not null,
  unit_id bigint,
  language text not null,
  bound_ids bigint[] default '{}'::bigint[] not null,
  active boolean default true not null,
  off_reason text,
  off_at timestamp with time zone,
  failures integer default 0 not null,
  failing_since timestamp with time zone,
  last_error text,
  next_at timestamp with time zone,
  created_by text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint notice_channel_pkey PRIMARY KEY (id),
  constraint notice_channel_active_check CHECK ((active = (off_reason IS NULL))),
  constraint notice_channel_events_check CHECK ((cardinality(events) > 0)),
  constraint notice_channel_kind_check CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'email'::text]))),
  constraint notice_channel_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint notice_channel_off_check CHECK ((off_reason = ANY (ARRAY['person'::text, 'gone'::text, 'refused'::text, 'failing'::text]))),
  constraint notice_channel_secret_check CHECK (((secret IS NULL) OR (kind = 'dingtalk'::text))),
  constraint notice_channel_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table outside_task (
  id uuid not null,
  purpose text not null,
  feedback_id uuid,
  cluster_id uuid,
  version text not null,
  state text default 'pending'::text not null,
  attempts smallint default 0 not null,
  next_attempt_at timestamp with time zone default loop_now() not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  error text,
  created_at timestamp with time zone default loop_now() not null,
  constraint outside_task_pkey PRIMARY KEY (id),
  constraint outside_task_vector_key UNIQUE (feedback_id, version),
  constraint outside_task_wording_key UNIQUE (cluster_id, version),
  constraint outside_task_lease_check CHECK (((state = 'running'::text) = (lease_until IS NOT NULL))),
  constraint outside_task_purpose_check CHECK ((purpose = ANY (ARRAY['vector'::text, 'wording'::text]))),
  constraint outside_task_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint outside_task_vector_check CHECK (((purpose = 'vector'::text) = (feedback_id IS NOT NULL))),
  constraint outside_task_wording_check CHECK (((purpose = 'wording'::text) = (cluster_id IS NOT NULL))),
  constraint outside_task_cluster_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(id) ON DELETE CASCADE,
  constraint outside_task_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
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
  roles text[] default '{}'::text[] not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_username_key UNIQUE (username),
  constraint person_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint person_username_check CHECK ((username = lower(username)))
);

create table person_login (
  id bigint generated always as identity not null,
  person_id bigint not null,
  issuer text not null,
  subject text not null,
  created_at timestamp with time zone default loop_now() not null,
  last_used_at timestamp with time zone,
  constraint person_login_pkey PRIMARY KEY (id),
  constraint person_login_person_key UNIQUE (person_id, issuer),
  constraint person_login_subject_key UNIQUE (issuer, subject),
  constraint person_login_person_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

create table person_unit (
  person_id bigint not null,
  unit_id bigint not null,
  constraint person_unit_pkey PRIMARY KEY (person_id, unit_id),
  constraint person_unit_person_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint person_unit_unit_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table rate_window (
  subject text not null,
  started_at timestamp with time zone not null,
  taken integer not null,
  granted integer not null,
  constraint rate_window_pkey PRIMARY KEY (subject)
);

create table repeat (
  feedback_id uuid not null,
  first_id uuid not null,
  similarity real not null,
  exact boolean not null,
  found_at timestamp with time zone default loop_now() not null,
  constraint repeat_pkey PRIMARY KEY (feedback_id),
  constraint repeat_other_check CHECK ((feedback_id <> first_id)),
  constraint repeat_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id),
  constraint repeat_first_fkey FOREIGN KEY (first_id) REFERENCES feedback(id)
);

create table resolution (
  id uuid not null,
  cluster_id uuid,
  action text not null,
  summary text not null,
  reply text not null,
  actor text not null,
  decided_at timestamp with time zone default loop_now() not null,
  sealed text,
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
  id uuid not null,
  method text default 'password'::text not null,
  agent text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_id_key UNIQUE (id),
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'oidc'::text]))),
  constraint session_person_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

create table sign_in_attempt (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone default loop_now() not null,
  blocked_until timestamp with time zone,
  constraint sign_in_attempt_pkey PRIMARY KEY (subject)
);

create table sign_in_flow (
  token_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_flow_pkey PRIMARY KEY (token_hash)
);

create table source (
  name text not null,
  callback_url text not null,
  secret text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint source_pkey PRIMARY KEY (name)
);

create table staff_event (
  event_id bigint generated always as identity not null,
  xid xid8 default pg_current_xact_id() not null,
  name text not null,
  feedback_id uuid,
  unit_id bigint,
  facts jsonb default '{}'::jsonb not null,
  told_at timestamp with time zone default loop_now() not null,
  constraint staff_event_pkey PRIMARY KEY (event_id),
  constraint staff_event_name_check CHECK ((name = ANY (ARRAY['item.overdue'::text, 'item.parked'::text, 'webhook.off'::text, 'notices.off'::text])))
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
  sealed text,
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

create table unclustered (
  feedback_id uuid not null,
  features bytea,
  constraint unclustered_pkey PRIMARY KEY (feedback_id),
  constraint unclustered_feedback_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id)
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
  customers bigint,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_code_key UNIQUE (code),
  constraint unit_customers_check CHECK ((customers > 0)),
  constraint unit_level_check CHECK ((level = ANY (ARRAY['group'::text, 'province'::text, 'city'::text, 'desk'::text]))),
  constraint unit_root_check CHECK (((level = 'group'::text) = (parent_id IS NULL))),
  constraint unit_parent_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
);

create table visit_sketch (
  unit_id bigint not null,
  part text not null,
  slot timestamp with time zone not null,
  stage text not null,
  sketch bigint[] not null,
  constraint visit_sketch_pkey PRIMARY KEY (unit_id, part, slot, stage)
);

create table webhook (
  id uuid not null,
  url text not null,
  description text default ''::text not null,
  events text[] not null,
  unit_ids bigint[] default '{}'::bigint[] not null,
  kinds text[] default '{}'::text[] not null,
  bound_ids bigint[] default '{}'::bigint[] not null,
  secret text not null,
  old_secret text,
  old_secret_until timestamp with time zone,
  active boolean default true not null,
  off_reason text,
  off_at timestamp with time zone,
  failures integer default 0 not null,
  failing_since timestamp with time zone,
  paused_until timestamp with time zone,
  replay_from text,
  replay_to text,
  created_by text not null,
  created_at timestamp with time zone default loop_now() not null,
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_active_check CHECK ((active = (off_reason IS NULL))),
  constraint webhook_events_check CHECK ((cardinality(events) > 0)),
  constraint webhook_off_check CHECK ((off_reason = ANY (ARRAY['person'::text, 'gone'::text, 'failing'::text]))),
  constraint webhook_old_secret_check CHECK (((old_secret IS NULL) = (old_secret_until IS NULL))),
  constraint webhook_replay_check CHECK (((replay_from IS NULL) = (replay_to IS NULL)))
);

create table webhook_attempt (
  id bigint generated always as identity not null,
  webhook_id uuid not null,
  message_id text not null,
  event text not null,
  at timestamp with time zone not null,
  status smallint,
  duration_ms integer not null,
  error text,
  constraint webhook_attempt_pkey PRIMARY KEY (id),
  constraint webhook_attempt_webhook_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id) ON DELETE CASCADE
);

create table webhook_message (
  webhook_id uuid not null,
  event_id bigint not null,
  feedback_id uuid,
  event text not null,
  body text not null,
  state text default 'pending'::text not null,
  attempts smallint default 0 not null,
  next_attempt_at timestamp with time zone default loop_now() not null,
  lease_token uuid,
  lease_until timestamp with time zone,
  created_at timestamp with time zone default loop_now() not null,
  constraint webhook_message_pkey PRIMARY KEY (webhook_id, event_id),
  constraint webhook_message_lease_check CHECK (((state = 'sending'::text) = (lease_until IS NOT NULL))),
  constraint webhook_message_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'failed'::text]))),
  constraint webhook_message_webhook_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id) ON DELETE CASCADE
);

CREATE INDEX analysis_search_idx ON analysis USING gin (search) WITH (gin_pending_list_limit='16384');
CREATE INDEX assignment_unit_idx ON assignment USING btree (unit_id, feedback_id);
CREATE INDEX audit_entry_actor_idx ON audit_entry USING btree (actor, id);
CREATE INDEX audit_entry_loose_idx ON audit_entry USING btree (xid, id) WHERE (seq IS NULL);
CREATE INDEX audit_entry_subject_idx ON audit_entry USING btree (subject, id);
CREATE INDEX board_follower_address_idx ON board_follower USING btree (address, asked_at) WHERE (address IS NOT NULL);
CREATE INDEX board_follower_mailbox_idx ON board_follower USING btree (mailbox);
CREATE INDEX board_mail_lease_idx ON board_mail USING btree (lease_until) WHERE (state = 'sending'::text);
CREATE INDEX board_mail_waiting_idx ON board_mail USING btree (next_attempt_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX board_post_cluster_key ON board_post USING btree (cluster_id) WHERE public;
CREATE UNIQUE INDEX board_post_feedback_key ON board_post USING btree (feedback_id) WHERE public;
CREATE INDEX board_post_published_idx ON board_post USING btree (published_at);
CREATE INDEX board_submission_address_idx ON board_submission USING btree (address, submitted_at) WHERE (address IS NOT NULL);
CREATE INDEX board_submission_state_idx ON board_submission USING btree (state, submitted_at);
CREATE INDEX board_update_post_idx ON board_update USING btree (post_id, id);
CREATE INDEX board_vote_address_idx ON board_vote USING btree (address, voted_at) WHERE (address IS NOT NULL);
CREATE INDEX burst_cluster_idx ON burst USING btree (cluster_id) WHERE (cluster_id IS NOT NULL);
CREATE INDEX burst_ended_idx ON burst USING btree (ended_at);
CREATE UNIQUE INDEX burst_open_key ON burst USING btree (cluster_id, category, region) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX cluster_figures_idx ON cluster USING btree (figures_at NULLS FIRST) WHERE (merged_into IS NULL);
CREATE INDEX cluster_growth_idx ON cluster USING btree (growth DESC, id) WHERE (merged_into IS NULL);
CREATE INDEX cluster_impact_idx ON cluster USING btree (impact DESC, id) WHERE (merged_into IS NULL);
CREATE INDEX cluster_merged_into_idx ON cluster USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX cluster_seen_idx ON cluster USING btree (last_seen_at DESC, id);
CREATE INDEX cluster_size_idx ON cluster USING btree (size DESC, id);
CREATE INDEX cluster_uncentred_idx ON cluster USING btree (id) WHERE ((centroid IS NULL) AND (merged_into IS NULL));
CREATE INDEX cluster_edit_cluster_idx ON cluster_edit USING btree (cluster_id, id);
CREATE INDEX cluster_edit_other_idx ON cluster_edit USING btree (other_id, id) WHERE (other_id IS NOT NULL);
CREATE INDEX cluster_edit_item_feedback_idx ON cluster_edit_item USING btree (feedback_id, edit_id);
CREATE INDEX cluster_event_feed_idx ON cluster_event USING btree (xid, event_id);
CREATE INDEX cluster_member_cluster_idx ON cluster_member USING btree (cluster_id, feedback_id);
CREATE INDEX cluster_suggestion_cluster_idx ON cluster_suggestion USING btree (cluster_id);
CREATE INDEX cluster_suggestion_open_idx ON cluster_suggestion USING btree (score DESC, id) WHERE (state = 'open'::text);
CREATE INDEX correction_feedback_idx ON correction USING btree (feedback_id, id);
CREATE INDEX correction_field_idx ON correction USING btree (field, feedback_id, id);
CREATE INDEX customer_identity_customer_idx ON customer_identity USING btree (customer_id);
CREATE INDEX customer_key_customer_idx ON customer_key USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX customer_key_owner_idx ON customer_key USING btree (owner) WHERE (owner IS NOT NULL);
CREATE INDEX customer_message_became_idx ON customer_message USING btree (became_id) WHERE (became_id IS NOT NULL);
CREATE INDEX customer_message_feedback_idx ON customer_message USING btree (feedback_id, received_at);
CREATE INDEX customer_message_open_idx ON customer_message USING btree (received_at, id) WHERE (decision IS NULL);
CREATE INDEX delivery_lease_idx ON delivery USING btree (channel, lease_until) WHERE (state = 'sending'::text);
CREATE INDEX delivery_pending_idx ON delivery USING btree (channel, next_attempt_at) WHERE (state = 'pending'::text);
CREATE INDEX feedback_lane_idx ON feedback USING btree (stage, priority, due_at) WHERE (state = 'ready'::text);
CREATE INDEX feedback_limit_idx ON feedback USING btree (limit_at, id) WHERE (limit_at IS NOT NULL);
CREATE INDEX feedback_parked_idx ON feedback USING btree (stage, id) WHERE (state = 'parked'::text);
CREATE INDEX feedback_stage_idx ON feedback USING btree (stage, id) WHERE (state <> 'closed'::text);
CREATE INDEX feedback_timer_idx ON feedback USING btree (stage, due_at) WHERE ((state = 'waiting'::text) AND (due_at IS NOT NULL));
CREATE INDEX feedback_unit_idx ON feedback USING btree (unit_id, stage, limit_at) WHERE (state <> 'closed'::text);
CREATE INDEX feedback_words_accepted_idx ON feedback_words USING btree (accepted_by, feedback_id);
CREATE INDEX feedback_words_key_idx ON feedback_words USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX feedback_words_received_idx ON feedback_words USING btree (received_at);
CREATE INDEX feedback_words_unguarded_idx ON feedback_words USING btree (feedback_id) WHERE (NOT guarded);
CREATE INDEX fingerprint_customer_idx ON fingerprint USING btree (customer_id, feedback_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX fingerprint_pair1_idx ON fingerprint USING btree (pair1);
CREATE INDEX fingerprint_pair2_idx ON fingerprint USING btree (pair2);
CREATE INDEX fingerprint_pair3_idx ON fingerprint USING btree (pair3);
CREATE INDEX fingerprint_pair4_idx ON fingerprint USING btree (pair4);
CREATE INDEX fingerprint_pair5_idx ON fingerprint USING btree (pair5);
CREATE INDEX fingerprint_pair6_idx ON fingerprint USING btree (pair6);
CREATE INDEX fingerprint_single1_idx ON fingerprint USING btree (single1);
CREATE INDEX fingerprint_single2_idx ON fingerprint USING btree (single2);
CREATE INDEX fingerprint_single3_idx ON fingerprint USING btree (single3);
CREATE INDEX fingerprint_single4_idx ON fingerprint USING btree (single4);
CREATE INDEX fingerprint_word1_idx ON fingerprint USING btree (word1);
CREATE INDEX fingerprint_word2_idx ON fingerprint USING btree (word2);
CREATE INDEX fingerprint_word3_idx ON fingerprint USING btree (word3);
CREATE INDEX fingerprint_word4_idx ON fingerprint USING btree (word4);
CREATE INDEX idempotency_key_created_idx ON idempotency_key USING btree (created_at);
CREATE INDEX import_job_kept_idx ON import_job USING btree (finished_at) WHERE (file_key IS NOT NULL);
CREATE INDEX import_job_open_idx ON import_job USING btree (state, created_at) WHERE (state = ANY (ARRAY['receiving'::text, 'queued'::text, 'running'::text]));
CREATE INDEX inbound_mail_received_idx ON inbound_mail USING btree (received_at);
CREATE INDEX inbound_mail_sender_idx ON inbound_mail USING btree (sender, received_at);
CREATE INDEX item_resolution_resolution_idx ON item_resolution USING btree (resolution_id);
CREATE UNIQUE INDEX model_in_use_key ON model USING btree (field) WHERE (state = 'in-use'::text);
CREATE INDEX note_feedback_idx ON note USING btree (feedback_id, id);
CREATE INDEX note_reply_idx ON note USING btree (reply_to) WHERE (reply_to IS NOT NULL);
CREATE INDEX note_unit_idx ON note USING btree (unit_id, feedback_id) WHERE (unit_id IS NOT NULL);
CREATE INDEX notice_attempt_idx ON notice USING btree (attempt_id) WHERE (state = 'sending'::text);
CREATE INDEX notice_created_idx ON notice USING btree (created_at);
CREATE INDEX notice_waiting_idx ON notice USING btree (channel_id, id) WHERE (state = 'waiting'::text);
CREATE INDEX notice_attempt_at_idx ON notice_attempt USING btree (at);
CREATE INDEX notice_attempt_channel_idx ON notice_attempt USING btree (channel_id, id);
CREATE INDEX notice_attempt_lease_idx ON notice_attempt USING btree (lease_until) WHERE (lease_until IS NOT NULL);
CREATE INDEX notice_attempt_target_idx ON notice_attempt USING btree (target_key, at);
CREATE INDEX outside_task_open_idx ON outside_task USING btree (purpose, state, next_attempt_at) WHERE (state <> 'done'::text);
CREATE INDEX person_unit_unit_idx ON person_unit USING btree (unit_id);
CREATE INDEX rate_window_started_idx ON rate_window USING btree (started_at);
CREATE INDEX repeat_first_idx ON repeat USING btree (first_id);
CREATE INDEX resolution_cluster_idx ON resolution USING btree (cluster_id) WHERE (cluster_id IS NOT NULL);
CREATE INDEX routing_rule_position_idx ON routing_rule USING btree ("position", id);
CREATE INDEX session_expires_idx ON session USING btree (expires_at);
CREATE INDEX session_person_idx ON session USING btree (person_id);
CREATE INDEX sign_in_attempt_last_idx ON sign_in_attempt USING btree (last_at);
CREATE INDEX sign_in_flow_expires_idx ON sign_in_flow USING btree (expires_at);
CREATE INDEX staff_event_feed_idx ON staff_event USING btree (xid, event_id);
CREATE INDEX staff_event_told_idx ON staff_event USING btree (told_at);
CREATE INDEX stage_visit_feed_idx ON stage_visit USING btree (xid, event_id);
CREATE INDEX stage_visit_left_idx ON stage_visit USING btree (stage, left_at);
CREATE INDEX stage_visit_received_idx ON stage_visit USING btree (entered_at) WHERE (seq = 1);
CREATE INDEX stage_visit_taken_idx ON stage_visit USING btree (unit_id, feedback_id) WHERE ((seq = 1) AND (unit_id IS NOT NULL));
CREATE INDEX stage_visit_unit_idx ON stage_visit USING btree (unit_id, left_at) WHERE (unit_id IS NOT NULL);
CREATE INDEX survey_token_survey_idx ON survey_token USING btree (survey_id);
CREATE UNIQUE INDEX unit_one_root_key ON unit USING btree (level) WHERE (parent_id IS NULL);
CREATE INDEX unit_parent_idx ON unit USING btree (parent_id);
CREATE INDEX unit_path_idx ON unit USING btree (path text_pattern_ops);
CREATE INDEX webhook_attempt_at_idx ON webhook_attempt USING btree (at);
CREATE INDEX webhook_attempt_webhook_idx ON webhook_attempt USING btree (webhook_id, id);
CREATE INDEX webhook_message_created_idx ON webhook_message USING btree (created_at);
CREATE INDEX webhook_message_due_idx ON webhook_message USING btree (webhook_id, next_attempt_at, event_id) WHERE (state = 'pending'::text);
CREATE INDEX webhook_message_item_idx ON webhook_message USING btree (webhook_id, feedback_id, event_id) WHERE (state = ANY (ARRAY['pending'::text, 'sending'::text]));
CREATE INDEX webhook_message_lease_idx ON webhook_message USING btree (lease_until) WHERE (state = 'sending'::text);

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

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER cluster_member_joined AFTER INSERT ON cluster_member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_clusters_stale();
CREATE TRIGGER cluster_member_left AFTER DELETE ON cluster_member REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_clusters_stale();
CREATE TRIGGER cluster_member_moved AFTER UPDATE OF cluster_id ON cluster_member FOR EACH ROW WHEN ((old.cluster_id <> new.cluster_id)) EXECUTE FUNCTION mark_both_clusters_stale();
CREATE TRIGGER feedback_close BEFORE INSERT OR UPDATE ON feedback FOR EACH ROW WHEN ((new.state = 'closed'::text)) EXECUTE FUNCTION refuse_silent_close();
CREATE TRIGGER feedback_kind_change AFTER UPDATE OF kind ON feedback FOR EACH ROW WHEN (((old.seq > 1) AND (old.kind IS DISTINCT FROM new.kind))) EXECUTE FUNCTION note_kind_change();
CREATE TRIGGER stage_visit_append_only BEFORE DELETE OR UPDATE ON stage_visit FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER stage_visit_no_truncate BEFORE TRUNCATE ON stage_visit FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER unit_moved AFTER UPDATE OF path ON unit FOR EACH ROW WHEN (((old.path <> ''::text) AND (old.path <> new.path))) EXECUTE FUNCTION recount_visits();
