import type { Database, Sql } from '@huiyin/database';
import { clusterNameOf, COMMON_FROM, type Quotable } from './name.js';

const CLUSTERS_AT_ONCE = 50;

/**
 * Gives clusters the name that fits them now: those that no person or model has named and that are not locked. Names are
 * made outside of any transaction; a cluster that was named meanwhile keeps what it was given.
 */
export async function renameClusters(db: Database, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += CLUSTERS_AT_ONCE) {
    const rows = await db.query<{ id: string; name: string; quotes: Quotable[] }>(
      `select c.id, c.name, (select json_agg(json_build_object('subject', w.subject, 'text', left(w.text, 1000)) order by m.score desc, m.feedback_id)
         from (select feedback_id, score from cluster_member where cluster_id = c.id order by score desc, feedback_id limit ${COMMON_FROM}) m
         join feedback_words w on w.feedback_id = m.feedback_id) as quotes
       from cluster c where c.id = any($1::uuid[]) and c.named_by = 'machine' and not c.locked and c.size > 0`,
      [ids.slice(from, from + CLUSTERS_AT_ONCE)],
    );
    const named = rows
      .map(({ id, name, quotes }) => ({ id, was: name, name: clusterNameOf(quotes) }))
      .filter(({ was, name }) => name !== was && name !== '');
    if (named.length === 0) continue;
    await db.query(
      `update cluster c set name = r.name from json_to_recordset($1) as r(id uuid, name text)
       where c.id = r.id and c.named_by = 'machine' and not c.locked`,
      [JSON.stringify(named)],
    );
  }
}

/** A cluster of fewer items is named by its own words. */
const WORTH_ASKING = 5;
/** A wording is made anew when a cluster has so many times the items that it was made from. */
const OUTGROWN = 1.5;

/** Of some clusters, those for which an outside model should be asked: large enough, and never asked for or grown since. */
export async function outgrown(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select c.id from cluster c left join cluster_wording w on w.cluster_id = c.id
     where c.id = any($1::uuid[]) and c.size >= $2 and (w.cluster_id is null or c.size >= $3::real * w.made_from_size)`,
    [ids, WORTH_ASKING, OUTGROWN],
  );
  return rows.map(({ id }) => id);
}
