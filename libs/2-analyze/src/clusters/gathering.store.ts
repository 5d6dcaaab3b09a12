import type { Sql } from '@huiyin/database';
import type { Words } from '../analyze.js';
import type { Centred, Scattered, Seated } from './gathering.js';
import type { SpaceStatistics } from './space.js';

/** How far gathering has come; see `GatheringEntity`. */
export interface GatheringState {
  readonly items: number;
  readonly fresh: number;
  /** Seconds since the last pass ended; null before the first. */
  readonly sincePass: number | null;
  readonly passMs: number;
}

/** How far gathering has come. */
export async function readGathering(sql: Sql): Promise<GatheringState> {
  const [row] = await sql.query<GatheringState>(
    `select items, fresh, extract(epoch from loop_now() - passed_at)::float8 as "sincePass", pass_ms as "passMs" from gathering`,
  );
  return row!;
}

/** Version of the space in use, 0 before the first. */
export async function spaceVersion(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ version: number }>('select coalesce(max(version), 0) as version from cluster_space');
  return row!.version;
}

/** A space as it is stored. */
export interface StoredSpace {
  readonly version: number;
  readonly items: number;
  readonly basis: Buffer;
  readonly statistics: SpaceStatistics;
}

/** The space in use; undefined before the first. */
export async function loadSpace(sql: Sql): Promise<StoredSpace | undefined> {
  const [row] = await sql.query<StoredSpace>(
    'select version, items, basis, statistics from cluster_space order by version desc limit 1',
  );
  return row;
}

/** A cluster that items may join. */
export interface StoredSeat {
  readonly id: string;
  readonly centroid: Buffer;
  readonly joinsFrom: number;
}

/** Clusters that items may join by themselves: the last seen ones and all that people settled; locked ones are full. */
export function loadSeats(sql: Sql, most: number): Promise<StoredSeat[]> {
  return sql.query<StoredSeat>(
    `select id, centroid, joins_from as "joinsFrom" from cluster where merged_into is null and not locked and centroid is not null
     order by settled desc, last_seen_at desc, id limit $1`,
    [most],
  );
}

/** An item that waits, with its words where its features were not kept. */
export interface Waiting extends Words {
  readonly feedbackId: string;
  readonly features: Buffer | null;
  readonly category: string;
  readonly language: string;
}

/** Takes items off the waiting list, in the order in which they were accepted. The caller holds the lock. */
export function takeWaiting(tx: Sql, most: number): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `with taken as (
       delete from unclustered where feedback_id in (select feedback_id from unclustered order by feedback_id limit $1)
       returning feedback_id, features
     ) select t.feedback_id as "feedbackId", t.features, w.subject, w.text, coalesce(split_part(f.category, '.', 1), 'general') as category,
         coalesce(f.language, 'zh') as language
       from taken t join feedback f on f.id = t.feedback_id join feedback_words w on w.feedback_id = t.feedback_id
       where not exists (select from cluster_member m where m.feedback_id = t.feedback_id) order by t.feedback_id`,
    [most],
  );
}

/** An item that was put somewhere. */
export interface Placed extends Seated {
  readonly item: Waiting;
}

const hex = (bytes: Uint8Array | null): string | null => bytes && `\\x${Buffer.from(bytes).toString('hex')}`;

/**
 * Stores where items were put, and the clusters that they opened.
 * @param youngFrom from where on others join a cluster of one
 */
export async function savePlacements(tx: Sql, placed: readonly Placed[], youngFrom: number): Promise<void> {
  const opened = placed.filter(({ placement }) => placement.created);
  await tx.query(
    `insert into cluster (id, name, category, language, size, cohesion, joins_from, centroid)
     select id, name, category, language, 0, 1, "joinsFrom", centroid
     from json_to_recordset($1) as c(id uuid, name text, category text, language text, "joinsFrom" real, centroid bytea)`,
    [
      JSON.stringify(
        opened.map(({ item, placement, vector, name }) => {
          const { category, language } = item;
          return { id: placement.clusterId, name, category, language, joinsFrom: youngFrom, centroid: hex(vector) };
        }),
      ),
    ],
  );
  const rows = placed.map(({ item, placement, vector }) => {
    return { feedbackId: item.feedbackId, clusterId: placement.clusterId, score: placement.score, vector: hex(vector) };
  });
  await tx.query(
    `with joined as (
       insert into cluster_member (feedback_id, cluster_id, score, vector)
       select "feedbackId", "clusterId", score, vector
       from json_to_recordset($1) as m("feedbackId" uuid, "clusterId" uuid, score real, vector bytea) returning feedback_id, cluster_id
     ), grown as (
       select j.cluster_id, count(*) as items, min(w.received_at) as first, max(w.received_at) as last
       from joined j join feedback_words w using (feedback_id) group by 1
     ) update cluster c set size = c.size + g.items, last_seen_at = greatest(case when c.size > 0 then c.last_seen_at end, g.last),
         first_seen_at = least(case when c.size > 0 then c.first_seen_at end, g.first)
       from grown g where c.id = g.cluster_id`,
    [JSON.stringify(rows)],
  );
  await tx.query('update gathering set items = items + $1, fresh = fresh + $1', [rows.length]);
}

/** Some clusters whose centroid is missing (their members were changed by hand, or the space was), with members to make it from. */
export function loadUncentred(tx: Sql, most: number, members: number): Promise<Scattered[]> {
  return tx.query<Scattered>(
    `select c.id, (select coalesce(json_agg(json_build_object('vector', encode(m.vector, 'base64'), 'subject', w.subject, 'text', w.text)), '[]')
       from (select feedback_id, vector from cluster_member where cluster_id = c.id order by feedback_id desc limit $2) m
       join feedback_words w on w.feedback_id = m.feedback_id) as members
     from cluster c where c.centroid is null and c.merged_into is null order by c.id limit $1`,
    [most, members],
  );
}

/** Gives clusters the centroids that were made for them. */
export async function saveCentroids(tx: Sql, rows: readonly Centred[]): Promise<void> {
  await tx.query(
    `update cluster c set centroid = r.centroid, cohesion = r.cohesion, joins_from = r."joinsFrom"
     from json_to_recordset($1) as r(id uuid, centroid bytea, cohesion real, "joinsFrom" real) where c.id = r.id`,
    [JSON.stringify(rows.map((row) => ({ ...row, centroid: hex(row.centroid) })))],
  );
}
