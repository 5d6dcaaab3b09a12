import type { Database, Sql } from '@huiyin/database';
import { carryOut } from './carry.store.js';
import { editing, livingCluster, lockRows, recount } from './standing.store.js';

/** What a person says an item is about, too: another item, or what a whole cluster says. */
export type SameAs = { readonly item: string } | { readonly cluster: string };

/** Where an item is after a person said what it is the same as; nulls where there was nothing to join. */
export interface Attached {
  readonly cluster: { readonly id: string; readonly name: string } | null;
  /** The first of what the same customer says again; null when it is another customer's. */
  readonly repeatOf: string | null;
}

/**
 * A person says that an item is about the same as another one, or as a cluster: it goes into that cluster and stays there, also
 * when it has not been analysed yet; of the same customer it is kept as said again (催单) besides. Saying it twice changes nothing.
 * @throws {CodedError} `not-found`, `cluster-merged` for a cluster that is no more
 */
export function attachItem(db: Database, feedbackId: string, same: SameAs, actor: string): Promise<Attached> {
  return editing(db, async (tx) => {
    const repeatOf = 'item' in same ? await sayAgain(tx, feedbackId, same.item) : null;
    const clusterId = 'item' in same ? await clusterOf(tx, same.item) : same.cluster;
    if (clusterId === null) return { cluster: null, repeatOf };
    const { id, name } = await livingCluster(tx, clusterId, 'cluster');
    await put(tx, feedbackId, id, actor);
    return { cluster: { id, name }, repeatOf };
  });
}

async function clusterOf(tx: Sql, feedbackId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select cluster_id as id from cluster_member where feedback_id = $1', [
    feedbackId,
  ]);
  return row?.id ?? null;
}

async function put(tx: Sql, feedbackId: string, clusterId: string, actor: string): Promise<void> {
  const there = await clusterOf(tx, feedbackId);
  await lockRows(tx, [clusterId, ...(there === null ? [] : [there])]);
  if (there !== null && there !== clusterId) {
    await carryOut(tx, { kind: 'move', clusterId: there, otherId: clusterId, actor }, [feedbackId]);
    return;
  }
  // Nobody has put it anywhere yet: analysis leaves out whatever is in a cluster already.
  await tx.query('delete from unclustered where feedback_id = $1', [feedbackId]);
  const added = await tx.query(
    `insert into cluster_member as m (feedback_id, cluster_id, score, pinned) values ($1, $2, 1, true)
     on conflict (feedback_id) do update set pinned = true where not m.pinned returning feedback_id`,
    [feedbackId, clusterId],
  );
  if (added.length > 0 && there === null) await recount(tx, [clusterId]);
}

/** Only where both are sealed with the key of one customer, or both are known to be theirs. */
const SAY_AGAIN = `insert into repeat (feedback_id, first_id, similarity, exact)
  select f.id, coalesce(r.first_id, o.id), 1, false
  from feedback f join feedback_words fw on fw.feedback_id = f.id, feedback o join feedback_words ow on ow.feedback_id = o.id
    left join repeat r on r.feedback_id = o.id
  where f.id = $1 and o.id = $2 and coalesce(r.first_id, o.id) <> f.id
    and (fw.key_id = ow.key_id or f.customer_id = o.customer_id)
  on conflict (feedback_id) do nothing`;

async function sayAgain(tx: Sql, feedbackId: string, otherId: string): Promise<string | null> {
  await tx.query(SAY_AGAIN, [feedbackId, otherId]);
  const [row] = await tx.query<{ id: string }>('select first_id as id from repeat where feedback_id = $1', [
    feedbackId,
  ]);
  return row?.id ?? null;
}
