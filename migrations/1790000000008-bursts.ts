import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which clusters are to be counted anew, hot issues, and what the feed tells of clusters. See docs/impact.md. */
export class Bursts1790000000008 implements MigrationInterface {
  readonly name = 'Bursts1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FIGURES, BURSTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const FIGURES = `
create index feedback_words_received_idx on feedback_words (received_at);

alter table cluster add column figures_at timestamptz;
create index cluster_figures_idx on cluster (figures_at nulls first) where merged_into is null;

create table cluster_stale (
  cluster_id uuid constraint cluster_stale_pkey primary key,
  mark xid8 not null default pg_current_xact_id(),
  constraint cluster_stale_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade
);

create table cluster_day (
  cluster_id uuid not null,
  day date not null,
  items int not null,
  customers int not null,
  constraint cluster_day_pkey primary key (cluster_id, day),
  constraint cluster_day_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade
);

create function mark_clusters_stale() returns trigger language plpgsql as $$
begin
  insert into cluster_stale (cluster_id) select distinct cluster_id from changed
  on conflict (cluster_id) do update set mark = excluded.mark where cluster_stale.mark <> excluded.mark;
  return null;
end $$;
create trigger cluster_member_joined after insert on cluster_member
  referencing new table as changed for each statement execute function mark_clusters_stale();
create trigger cluster_member_left after delete on cluster_member
  referencing old table as changed for each statement execute function mark_clusters_stale();

create function mark_both_clusters_stale() returns trigger language plpgsql as $$
begin
  insert into cluster_stale (cluster_id) values (old.cluster_id), (new.cluster_id)
  on conflict (cluster_id) do update set mark = excluded.mark where cluster_stale.mark <> excluded.mark;
  return null;
end $$;
create trigger cluster_member_moved after update of cluster_id on cluster_member
  for each row when (old.cluster_id <> new.cluster_id) execute function mark_both_clusters_stale();`;

const BURSTS = `
create table burst (
  id bigint generated always as identity constraint burst_pkey primary key,
  cluster_id uuid,
  category text,
  region text,
  window_hours smallint not null,
  seen int not null,
  expected real not null,
  score real not null,
  started_at timestamptz not null default loop_now(),
  last_seen_at timestamptz not null default loop_now(),
  ended_at timestamptz,
  constraint burst_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade,
  constraint burst_subject_check check ((cluster_id is null) <> (category is null)),
  constraint burst_region_check check (category is null or region is not null)
);
create unique index burst_open_key on burst (cluster_id, category, region) nulls not distinct where ended_at is null;
create index burst_ended_idx on burst (ended_at);
create index burst_cluster_idx on burst (cluster_id) where cluster_id is not null;

create table cluster_event (
  event_id bigint constraint cluster_event_pkey primary key,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  cluster_id uuid,
  payload jsonb not null,
  told_at timestamptz not null default loop_now(),
  constraint cluster_event_name_check check (name in ('cluster.burst', 'cluster.burst-ended'))
);
create index cluster_event_feed_idx on cluster_event (xid, event_id);`;

const DOWN = `
drop table cluster_event, burst;
drop trigger cluster_member_moved on cluster_member;
drop trigger cluster_member_left on cluster_member;
drop trigger cluster_member_joined on cluster_member;
drop function mark_both_clusters_stale, mark_clusters_stale;
drop table cluster_day, cluster_stale;
drop index cluster_figures_idx, feedback_words_received_idx;
alter table cluster drop column figures_at;`;
