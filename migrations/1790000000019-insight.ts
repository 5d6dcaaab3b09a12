import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits counted and measured in slots of four hours, so that a month of them is added up in no time. See docs/decisions/0015. */
export class Insight1790000000019 implements MigrationInterface {
  readonly name = 'Insight1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FUNCTIONS, TABLES, KINDS, UNITS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const FUNCTIONS = `
create function duration_bin(length interval) returns int language sql immutable parallel safe as $$
  select case when extract(epoch from length) <= 0.000001 then 0
    when length is not null then least(4000, 1 + floor(ln(extract(epoch from length)::float8 * 1000000) / ln(1.04::float8)))::int end $$;

create function sketch_sum(parts bigint[]) returns bigint[] language sql immutable parallel safe as $$
  select coalesce(array_agg((s.code << 32) + s.n order by s.code), '{}') from (
    select (p + 2147483648) >> 32 as code, sum(p - (((p + 2147483648) >> 32) << 32))::bigint as n
    from unnest(parts) p group by 1 having sum(p - (((p + 2147483648) >> 32) << 32)) <> 0) s $$;`;

const TABLES = `
create table visit_sketch (
  unit_id bigint not null,
  part text not null,
  slot timestamptz not null,
  stage text not null,
  sketch bigint[] not null,
  constraint visit_sketch_pkey primary key (unit_id, part, slot, stage)
);
create index stage_visit_received_idx on stage_visit (entered_at) where seq = 1;
create index stage_visit_unit_idx on stage_visit (unit_id, left_at) where unit_id is not null;`;

const KINDS = `
create table kind_change (
  id bigint generated always as identity constraint kind_change_pkey primary key,
  feedback_id uuid not null,
  from_kind text
);
create function note_kind_change() returns trigger language plpgsql as $$
begin
  insert into kind_change (feedback_id, from_kind) values (old.id, old.kind);
  return null;
end $$;
create trigger feedback_kind_change after update of kind on feedback
  for each row when (old.seq > 1 and old.kind is distinct from new.kind) execute function note_kind_change();`;

const UNITS = `
alter table unit add column customers bigint, add constraint unit_customers_check check (customers > 0);
create function recount_visits() returns trigger language plpgsql as $$
begin
  -- Waits for whoever is counting; what they wrote is then seen and goes too.
  delete from feed_cursor where name = 'visit-sketch';
  delete from visit_sketch;
  return null;
end $$;
create trigger unit_moved after update of path on unit
  for each row when (old.path <> '' and old.path <> new.path) execute function recount_visits();`;

const DOWN = `
drop trigger unit_moved on unit;
drop trigger feedback_kind_change on feedback;
drop function recount_visits, note_kind_change;
alter table unit drop column customers;
drop index stage_visit_unit_idx, stage_visit_received_idx;
drop table kind_change, visit_sketch;
drop function sketch_sum, duration_bin;
delete from feed_cursor where name = 'visit-sketch';`;
