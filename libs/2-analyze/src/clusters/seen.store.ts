import type { Sql } from '@huiyin/database';
import type { Words } from '../analyze.js';

/** An item as a pass finds it. */
export interface Seen {
  readonly feedbackId: string;
  readonly clusterId: string;
  readonly anchor: number | null;
  readonly pinned: boolean;
  readonly vector: Buffer | null;
}

/**
 * The items that a pass looks at, in the order in which they were accepted: of the first `items` the newest `window`.
 * Members of locked clusters are left out.
 * @param items null for all there are
 */
export async function loadSeen(sql: Sql, items: number | null, window: number): Promise<Seen[]> {
  return sql.query<Seen>(
    `select m.feedback_id as "feedbackId", m.cluster_id as "clusterId", m.anchor, m.pinned, m.vector from (
       select * from (select * from cluster_member order by feedback_id limit $1) first order by feedback_id desc limit $2) m
     join cluster c on c.id = m.cluster_id where not c.locked order by m.feedback_id`,
    [items, window],
  );
}

/** True when none of the first `items` accepted items is still on its way to a cluster. */
export async function haveArrived(sql: Sql, items: number): Promise<boolean> {
  const [row] = await sql.query<{ arrived: boolean }>(
    `with last as (select feedback_id from cluster_member order by feedback_id offset $1 - 1 limit 1)
     select exists (select from last) and not exists (
       select from feedback f, last where f.stage in ('collect', 'analyze') and f.state = 'ready' and f.id < last.feedback_id)
       and not exists (select from unclustered u, last where u.feedback_id < last.feedback_id) as arrived`,
    [items],
  );
  return row!.arrived;
}

/** The words of items. */
export async function loadItemWords(sql: Sql, ids: readonly string[]): Promise<Map<string, Words>> {
  const rows = await sql.query<Words & { id: string }>(
    'select feedback_id as id, subject, text from feedback_words where feedback_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}
