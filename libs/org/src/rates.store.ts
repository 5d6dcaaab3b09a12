import type { Sql } from '@huiyin/database';

/** Requests that a process may let through until the minute is over. */
export interface Lease {
  /** 0 up to what was asked for; less than that when the minute's share is used up. */
  readonly granted: number;
  /** The minute that they are for. */
  readonly startedAt: string;
  /** Milliseconds until it is over. */
  readonly remainingMs: number;
}

/** What is asked for. */
export interface LeaseRequest {
  readonly subject: string;
  /** How many at once. */
  readonly block: number;
  /** The share of a minute, over all processes. */
  readonly limit: number;
}

/**
 * Takes up to `block` requests out of the subject's share of this minute, in one statement. Minutes are those of the
 * database's clock, so all processes mean the same one.
 */
export async function leaseRequests(sql: Sql, { subject, block, limit }: LeaseRequest): Promise<Lease> {
  const [row] = await sql.query<Lease>(
    `insert into rate_window as w (subject, started_at, taken, granted)
     select $1, date_bin('1 minute', loop_now(), 'epoch'), least($2::int, $3::int), least($2::int, $3::int)
     on conflict (subject) do update set
       granted = case when w.started_at >= excluded.started_at then greatest(0, least($2::int, $3::int - w.taken)) else excluded.granted end,
       taken = case when w.started_at >= excluded.started_at then w.taken + greatest(0, least($2::int, $3::int - w.taken)) else excluded.taken end,
       started_at = greatest(w.started_at, excluded.started_at)
     returning granted, started_at as "startedAt",
       (extract(epoch from started_at + interval '1 minute' - loop_now()) * 1000)::float8 as "remainingMs"`,
    [subject, block, limit],
  );
  if (!row) throw new Error('An insert that always answers has not');
  return row;
}

/** Deletes minutes that are long over; answers how many. */
export async function deleteOldMinutes(sql: Sql): Promise<number> {
  return (await sql.query(`delete from rate_window where started_at < loop_now() - interval '5 minutes' returning 1`))
    .length;
}
