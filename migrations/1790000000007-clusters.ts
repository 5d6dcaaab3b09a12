import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Clusters in a vector space that is fitted on the operator's own texts, with what people decided about them. Clusters
 * made before are found anew: nobody could yet have corrected one. See docs/decisions/0008.
 */
export class Clusters1790000000007 implements MigrationInterface {
  readonly name = 'Clusters1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CLUSTERS, EDITS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const CLUSTERS = `
drop table cluster_term;

create table unclustered (
  feedback_id uuid constraint unclustered_pkey primary key,
  features bytea,
  constraint unclustered_feedback_fkey foreign key (feedback_id) references feedback (id)
);
insert into unclustered (feedback_id) select feedback_id from cluster_member on conflict do nothing;

alter table feedback drop column cluster_id;

drop index cluster_category_idx;
alter table cluster
  drop column head,
  add column named_by text not null default 'machine',
  add column summary text,
  add column settled boolean not null default false,
  add column merged_into uuid,
  add column cohesion real not null default '0'::real,
  add column joins_from real not null default '0'::real,
  add column centroid bytea,
  add column impact real not null default '0'::real,
  add column growth real not null default '0'::real,
  add column figures jsonb not null default '{}',
  drop constraint cluster_status_check,
  add constraint cluster_status_check check (status in ('open', 'planned', 'in-progress', 'done', 'declined', 'dismissed')),
  add constraint cluster_named_by_check check (named_by in ('machine', 'model', 'person')),
  add constraint cluster_merged_into_fkey foreign key (merged_into) references cluster (id);
create index cluster_impact_idx on cluster (impact desc, id) where merged_into is null;
create index cluster_growth_idx on cluster (growth desc, id) where merged_into is null;
create index cluster_uncentred_idx on cluster (id) where centroid is null and merged_into is null;
create index cluster_merged_into_idx on cluster (merged_into) where merged_into is not null;

alter table cluster_member
  add column pinned boolean not null default false,
  add column anchor int,
  add column vector bytea;

create table gathering (
  "only" boolean constraint gathering_pkey primary key default true,
  items bigint not null default '0'::bigint,
  fresh bigint not null default '0'::bigint,
  passed_at timestamptz,
  pass_ms int not null default 0,
  constraint gathering_only_check check ("only")
);
insert into gathering default values;

create table cluster_space (
  version int constraint cluster_space_pkey primary key,
  items int not null,
  basis bytea not null,
  statistics jsonb not null,
  made_at timestamptz not null default loop_now()
);`;

const EDITS = `
create table cluster_edit (
  id bigint generated always as identity constraint cluster_edit_pkey primary key,
  kind text not null,
  cluster_id uuid not null,
  other_id uuid,
  before jsonb,
  after jsonb,
  actor text not null,
  made_at timestamptz not null default loop_now(),
  undone_at timestamptz,
  undone_by text,
  constraint cluster_edit_cluster_fkey foreign key (cluster_id) references cluster (id),
  constraint cluster_edit_other_fkey foreign key (other_id) references cluster (id),
  constraint cluster_edit_kind_check check (kind in ('merge', 'split', 'move', 'change', 'regroup')),
  constraint cluster_edit_undone_check check ((undone_at is null) = (undone_by is null))
);
create index cluster_edit_cluster_idx on cluster_edit (cluster_id, id);
create index cluster_edit_other_idx on cluster_edit (other_id, id) where other_id is not null;

create table cluster_edit_item (
  edit_id bigint not null,
  feedback_id uuid not null,
  from_cluster_id uuid not null,
  to_cluster_id uuid not null,
  was_pinned boolean not null,
  constraint cluster_edit_item_pkey primary key (edit_id, feedback_id),
  constraint cluster_edit_item_edit_fkey foreign key (edit_id) references cluster_edit (id) on delete cascade,
  constraint cluster_edit_item_feedback_fkey foreign key (feedback_id) references feedback (id)
);
create index cluster_edit_item_feedback_idx on cluster_edit_item (feedback_id, edit_id);

create table cluster_suggestion (
  id bigint generated always as identity constraint cluster_suggestion_pkey primary key,
  kind text not null,
  cluster_id uuid not null,
  other_id uuid,
  feedback_ids uuid[],
  score real not null,
  state text not null default 'open',
  made_at timestamptz not null default loop_now(),
  decided_at timestamptz,
  decided_by text,
  constraint cluster_suggestion_cluster_fkey foreign key (cluster_id) references cluster (id),
  constraint cluster_suggestion_other_fkey foreign key (other_id) references cluster (id),
  constraint cluster_suggestion_kind_check check (kind in ('merge', 'split')),
  constraint cluster_suggestion_state_check check (state in ('open', 'accepted', 'refused', 'stale')),
  constraint cluster_suggestion_shape_check check ((kind = 'merge') = (other_id is not null) and (kind = 'split') = (feedback_ids is not null)),
  constraint cluster_suggestion_decided_check check ((state in ('accepted', 'refused')) = (decided_by is not null))
);
create index cluster_suggestion_open_idx on cluster_suggestion (score desc, id) where state = 'open';
create index cluster_suggestion_cluster_idx on cluster_suggestion (cluster_id);`;

const DOWN = `
alter table feedback add column cluster_id uuid;
update feedback f set cluster_id = m.cluster_id from cluster_member m where m.feedback_id = f.id;
drop table cluster_suggestion, cluster_edit_item, cluster_edit, cluster_space, gathering, unclustered;
update cluster set status = 'declined' where status = 'dismissed';
delete from cluster_member;
alter table cluster_member drop column pinned, drop column anchor, drop column vector;
drop index cluster_impact_idx, cluster_growth_idx, cluster_uncentred_idx, cluster_merged_into_idx;
alter table cluster
  drop constraint cluster_merged_into_fkey, drop constraint cluster_named_by_check, drop constraint cluster_status_check,
  add constraint cluster_status_check check (status in ('open', 'planned', 'in-progress', 'done', 'declined')),
  drop column named_by, drop column summary, drop column settled, drop column merged_into, drop column cohesion, drop column joins_from,
  drop column centroid, drop column impact, drop column growth, drop column figures,
  add column head jsonb not null default '{"terms": {}, "size": 0}';
alter table cluster alter column head drop default;
create index cluster_category_idx on cluster (category);
create table cluster_term (
  category text not null,
  term text not null,
  cluster_id uuid not null,
  weight real not null,
  constraint cluster_term_pkey primary key (category, term, cluster_id),
  constraint cluster_term_cluster_fkey foreign key (cluster_id) references cluster (id) on delete cascade
);
create index cluster_term_cluster_idx on cluster_term (cluster_id);`;
