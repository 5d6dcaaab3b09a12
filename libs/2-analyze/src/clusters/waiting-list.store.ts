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
  const rows = items
    .filter(({ features }) => features.length > 0)
    .map(({ feedbackId, features }) => ({ feedbackId, features: Buffer.from(features).toString('base64') }));
  await tx.query(
    `insert into unclustered (feedback_id, features)
     select "feedbackId", decode(features, 'base64') from json_to_recordset($1) as u("feedbackId" uuid, features text)
     where not exists (select from cluster_member m where m.feedback_id = u."feedbackId") on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
