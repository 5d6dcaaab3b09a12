import type { Sql } from '@huiyin/database';
import type { Features } from './features.js';

/** An item that looks for its cluster, with what it is compared by. */
export interface Unclustered {
  readonly feedbackId: string;
  readonly features: Features;
}

/**
 * Puts items on the list that the gatherer works off, in the transaction of the stage: whatever is analysed is put into a
 * cluster sooner or later, and analysis never waits for that. Items without a word, and those that are in a cluster from
 * an earlier cycle, are left out.
 */
export async function waitForCluster(tx: Sql, items: readonly Unclustered[]): Promise<void> {
  const rows = items.filter(({ features }) => features.length > 0);
  if (rows.length === 0) return;
  let end = 0;
  const starts = rows.map(({ features }) => 1 + (end += features.length) - features.length);
  await tx.query(
    `insert into unclustered (feedback_id, features)
     select u.id, substring($4::bytea from u.start for u.length) from unnest($1::uuid[], $2::int[], $3::int[]) as u(id, start, length)
     where not exists (select from cluster_member m where m.feedback_id = u.id) on conflict do nothing`,
    [
      `{${rows.map(({ feedbackId }) => feedbackId).join(',')}}`,
      `{${starts.join(',')}}`,
      `{${rows.map(({ features }) => features.length).join(',')}}`,
      // In one piece, as bytes: nothing is encoded on either side.
      Buffer.concat(rows.map(({ features }) => features)),
    ],
  );
}
