import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Personal data is sealed, found blind and masked; what people do is on record. What was stored in the clear before is sealed by
 * the worker, in batches, after its first start: only it has the keys. See docs/security.md.
 */
export class Privacy1790000000010 implements MigrationInterface {
  readonly name = 'Privacy1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEYS, SEALED, AUDIT]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const KEYS = `
create table master_key (
  id text constraint master_key_pkey primary key,
  proof text not null,
  registered_at timestamptz not null default loop_now()
);

create table customer_key (
  id uuid constraint customer_key_pkey primary key,
  customer_id uuid,
  owner bytea,
  wrapped text not null,
  created_at timestamptz not null default loop_now(),
  constraint customer_key_customer_fkey foreign key (customer_id) references customer (id)
);
create index customer_key_owner_idx on customer_key (owner) where owner is not null;
create index customer_key_customer_idx on customer_key (customer_id) where customer_id is not null;`;

const SEALED = `
alter table feedback_words add column sealed text, add column key_id uuid, add column guarded boolean not null default false,
  add constraint feedback_words_key_fkey foreign key (key_id) references customer_key (id);
create index feedback_words_key_idx on feedback_words (key_id) where key_id is not null;
create index feedback_words_unguarded_idx on feedback_words (feedback_id) where not guarded;

alter table customer add column sealed text, add column key_id uuid, add column erased_at timestamptz,
  add constraint customer_key_fkey foreign key (key_id) references customer_key (id);

alter table delivery add column sealed text;
alter table resolution add column sealed text;
alter table survey add column sealed text;`;

const AUDIT = `
create table audit_entry (
  id bigint generated always as identity constraint audit_entry_pkey primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default loop_now(),
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}',
  seq bigint,
  hash bytea,
  constraint audit_entry_seq_key unique (seq),
  constraint audit_entry_chained_check check ((seq is null) = (hash is null))
);
create index audit_entry_loose_idx on audit_entry (xid, id) where seq is null;
create index audit_entry_actor_idx on audit_entry (actor, id);
create index audit_entry_subject_idx on audit_entry (subject, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null
    and (to_jsonb(new) - 'seq' - 'hash') = (to_jsonb(old) - 'seq' - 'hash') then
    return new;
  end if;
  raise exception 'The audit is append-only: % on audit_entry is refused.', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_audit_change();`;

const DOWN = `
drop table audit_entry;
drop function refuse_audit_change;
alter table survey drop column sealed;
alter table resolution drop column sealed;
alter table delivery drop column sealed;
alter table customer drop column erased_at, drop column key_id, drop column sealed;
alter table feedback_words drop column guarded, drop column key_id, drop column sealed;
drop table customer_key, master_key;`;
