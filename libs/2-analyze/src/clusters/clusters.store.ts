import type { Sql } from '@huiyin/database';
import type { Background } from './book.js';
import { indexTerms, loadHead, storeHead, type Candidate, type ClusterHead, type StoredHead } from './head.js';
import type { Quotable } from './name.js';

/** Entries looked at under one term, the heaviest first; a term with more of them hardly tells clusters apart. */
const ENTRIES_PER_TERM = 200;

/** Waits until no other batch places items of this scope, and keeps others out until the transaction ends. */
export async function lockScope(tx: Sql, scope: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('cluster ' || $1, 0))`, [scope]);
}

/** How many clusters a scope has, and how many of them are entered under each of `terms`. */
export async function loadBackground(tx: Sql, scope: string, terms: readonly string[]): Promise<Background> {
  const [total] = await tx.query<{ clusters: number }>('select count(*) as clusters from cluster where category = $1', [
    scope,
  ]);
  const rows = await tx.query<{ term: string; having: number }>(
    'select term, count(*) as having from cluster_term where category = $1 and term = any($2) group by term',
    [scope, terms],
  );
  return { clusters: total?.clusters ?? 0, having: new Map(rows.map((row) => [row.term, row.having])) };
}

/** The clusters of a scope that share a term with a batch, with their heads. */
export async function loadCandidates(tx: Sql, scope: string, probes: readonly string[]): Promise<Candidate[]> {
  const rows = await tx.query<{ id: string; head: StoredHead }>(
    `select id, head from cluster where id in (
       select e.cluster_id from unnest($2::text[]) as p(term) cross join lateral (
         select cluster_id from cluster_term where category = $1 and term = p.term order by weight desc, cluster_id limit ${ENTRIES_PER_TERM}
       ) e)`,
    [scope, probes],
  );
  return rows.map(({ id, head }) => ({ id, head: loadHead(head) }));
}

/** A cluster that was opened or grew; `name` is `null` when the old one stays. */
export interface ClusterRow {
  readonly id: string;
  readonly name: string | null;
  readonly language: string;
  readonly head: ClusterHead;
}

/** Stores clusters and their entries in the inverted index. A locked cluster keeps its name. */
export async function saveClusters(tx: Sql, scope: string, rows: readonly ClusterRow[]): Promise<void> {
  const records = rows.map(({ head, ...row }) => ({ ...row, size: head.size, head: storeHead(head) }));
  await tx.query(
    `insert into cluster as c (id, name, category, language, size, head)
     select id, coalesce(name, ''), $2, language, size, head
     from json_to_recordset($1) as r(id uuid, name text, language text, size int, head jsonb)
     on conflict (id) do update set size = excluded.size, head = excluded.head, last_seen_at = greatest(c.last_seen_at, loop_now()),
       name = case when c.locked or excluded.name = '' then c.name else excluded.name end`,
    [JSON.stringify(records), scope],
  );
  await tx.query('delete from cluster_term where cluster_id = any($1::uuid[])', [rows.map(({ id }) => id)]);
  const entries = rows.flatMap(({ id, head }) =>
    indexTerms(head).map((term) => ({ id, term, weight: head.terms.get(term) })),
  );
  await tx.query(
    `insert into cluster_term (category, term, cluster_id, weight)
     select $2, term, id, weight from json_to_recordset($1) as e(id uuid, term text, weight real)`,
    [JSON.stringify(entries), scope],
  );
}

/** Items join clusters. */
export async function insertMembers(
  tx: Sql,
  members: readonly { feedbackId: string; clusterId: string; score: number }[],
): Promise<void> {
  await tx.query(
    `insert into cluster_member (feedback_id, cluster_id, score)
     select "feedbackId", "clusterId", score from json_to_recordset($1) as m("feedbackId" uuid, "clusterId" uuid, score real)
     on conflict (feedback_id) do nothing`,
    [JSON.stringify(members)],
  );
}

/** Words of some members of each cluster, those most like it first, to make its name from. */
export async function loadQuotes(
  tx: Sql,
  clusterIds: readonly string[],
  each: number,
): Promise<Map<string, Quotable[]>> {
  const rows = await tx.query<Quotable & { clusterId: string }>(
    `select c.id as "clusterId", q.subject, q.text from unnest($1::uuid[]) as c(id) cross join lateral (
       select w.subject, w.text from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id
       where m.cluster_id = c.id order by m.feedback_id desc limit $2) q`,
    [clusterIds, each],
  );
  const quotes = new Map<string, Quotable[]>();
  for (const { clusterId, ...quote } of rows) quotes.set(clusterId, [...(quotes.get(clusterId) ?? []), quote]);
  return quotes;
}
