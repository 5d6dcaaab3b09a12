import type { Database, Sql } from '@huiyin/database';

/** Key of the advisory lock; any constant that nothing else in this database uses. */
const GATE = 7_204_551;

/**
 * True when the lanes may run. A lane asks once per batch and holds the gate open until the batch is committed.
 */
export async function gateIsOpen(tx: Sql): Promise<boolean> {
  const [row] = await tx.query<{ open: boolean }>('select pg_try_advisory_xact_lock_shared($1) as open', [GATE]);
  return row?.open === true;
}

/**
 * Holds all lanes of all workers while `work` runs; items go on being accepted and wait in their lanes. Used where
 * history is written with a shifted clock. The gate opens again when `work` ends, or when this process dies.
 */
export async function withGateClosed<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [GATE]);
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [GATE]).catch(() => undefined);
    client.release();
  }
}
