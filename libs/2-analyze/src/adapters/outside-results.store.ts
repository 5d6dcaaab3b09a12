import type { Sql } from '@huiyin/database';
import type { CustomerLanguage } from '@huiyin/loop';
import { bytesVector } from './vectors.js';

/** Ends the tasks of `r` that are still ours, as `d` for the statement that follows. */
const DONE = `done as (
  update outside_task t set state = 'done', error = null, lease_token = null, lease_until = null
  from r where t.id = r.id and t.lease_token = $1 returning t.id, t.feedback_id, t.cluster_id
)`;

/** The vectors of some tasks. */
export interface VectorRow {
  readonly id: string;
  readonly dimensions: number;
  /** Little-endian float32. */
  readonly vector: Buffer;
}

/** Stores vectors, as far as their tasks are still ours. */
export async function storeVectors(tx: Sql, token: string, model: string, rows: readonly VectorRow[]): Promise<void> {
  await tx.query(
    `with r as materialized (select * from unnest($3::uuid[], $4::int[], $5::bytea[]) as r(id, dimensions, vector)), ${DONE}
     insert into embedding as e (model, feedback_id, dimensions, vector)
     select $2, d.feedback_id, r.dimensions, r.vector from done d join r using (id) order by d.feedback_id
     on conflict (model, feedback_id) do update set dimensions = excluded.dimensions, vector = excluded.vector, created_at = excluded.created_at`,
    [
      token,
      model,
      rows.map(({ id }) => id),
      rows.map(({ dimensions }) => dimensions),
      rows.map(({ vector }) => vector),
    ],
  );
}

/** Dimensions of the vectors that a model has given; undefined before the first. */
export async function readDimensions(sql: Sql, model: string): Promise<number | undefined> {
  const rows = await sql.query<{ dimensions: number }>('select dimensions from embedding where model = $1 limit 1', [
    model,
  ]);
  return rows[0]?.dimensions;
}

/** The wording of one task. */
export interface WordingRow {
  readonly id: string;
  readonly language: CustomerLanguage;
  readonly name: string;
  readonly summary: string;
  readonly size: number;
  /** When the words were taken that it was made from. */
  readonly takenAt: string;
}

/**
 * Stores wordings, as far as their tasks are still ours; one that was made from newer words stays. A cluster takes the name
 * and the summary unless a person has named it; of a cluster whose name is locked the name stays.
 */
export async function storeWordings(tx: Sql, token: string, model: string, rows: readonly WordingRow[]): Promise<void> {
  // Clusters before tasks: whoever places items locks them in this order.
  await tx.query(
    `select 1 from cluster where id in (select cluster_id from outside_task where id = any($1::uuid[])) order by id for no key update`,
    [rows.map(({ id }) => id)],
  );
  const stored = await tx.query<{ clusterId: string }>(
    `with r as materialized (select * from json_to_recordset($3)
       as r(id uuid, language text, name text, summary text, size int, "takenAt" timestamptz)), ${DONE}
     insert into cluster_wording as w (cluster_id, language, name, summary, model, made_from_size, created_at)
     select d.cluster_id, r.language, r.name, r.summary, $2, r.size, r."takenAt" from done d join r using (id)
     on conflict (cluster_id) do update set language = excluded.language, name = excluded.name, summary = excluded.summary,
       model = excluded.model, made_from_size = excluded.made_from_size, created_at = excluded.created_at
     where w.created_at <= excluded.created_at returning cluster_id as "clusterId"`,
    [token, model, JSON.stringify(rows)],
  );
  await tx.query(
    `update cluster c set summary = nullif(w.summary, ''),
       name = case when keeps then c.name else w.name end, named_by = case when keeps then c.named_by else 'model' end
     from cluster_wording w join (select id, locked or named_by = 'person' as keeps from cluster) k on k.id = w.cluster_id
     where c.id = any($1::uuid[]) and w.cluster_id = c.id`,
    [stored.map(({ clusterId }) => clusterId)],
  );
}

/** The vectors of items, by item; those that have none of this model are left out. */
export async function readEmbeddings(
  sql: Sql,
  model: string,
  feedbackIds: readonly string[],
): Promise<Map<string, Float32Array>> {
  const rows = await sql.query<{ feedbackId: string; vector: Buffer }>(
    'select feedback_id as "feedbackId", vector from embedding where model = $1 and feedback_id = any($2::uuid[])',
    [model, feedbackIds],
  );
  return new Map(rows.map(({ feedbackId, vector }) => [feedbackId, bytesVector(vector)]));
}
