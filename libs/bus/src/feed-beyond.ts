import type { Sql } from '@huiyin/database';

/**
 * Whatever stands beyond everything that this cluster of Postgres has ever done: durable cursors by name, and `ledger` when its
 * own rows do. Transaction numbers belong to a cluster, so this happens after a dump was restored into another one: rows that
 * are beyond are not told, and new ones lie before the cursors and are passed over. Empty when all is well.
 */
export async function beyondHead(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `with next as (select pg_snapshot_xmax(pg_current_snapshot()) as xid)
     select c.name from feed_cursor c, next where c.xid > next.xid
     union all select 'ledger' from next
     where (select max(v.xid) from (select xid from stage_visit order by xid desc, event_id desc limit 1) v) > next.xid
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The same as an error that says what to do; undefined when all is well. */
export async function feedTrouble(sql: Sql): Promise<Error | undefined> {
  const names = await beyondHead(sql);
  if (names.length === 0) return undefined;
  return new Error(
    `The feed stands still for ${names.join(', ')}: the database was restored into another cluster of Postgres, whose transaction ` +
      'numbers are smaller. Restore by pg_basebackup, or run pg_resetwal --next-transaction-id (and --epoch) with a number beyond those of the dump.',
  );
}
