import type { Sql } from '@huiyin/database';
import type { Subject } from './sign-in-subjects.js';

/** How wrong passwords slow down the next try. */
export interface SlowDown {
  /** This many are free. */
  readonly free: number;
  /** Wait after the last free one; doubled by each that follows. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/**
 * Counts a try as wrong before it is known to be, so that tries at the same moment cannot slip through together.
 * Answers false, and counts nothing, while the subject has to wait. Wrong tries are forgotten one by one with time.
 */
export async function charge(tx: Sql, { key, drainSeconds }: Subject, slow: SlowDown): Promise<boolean> {
  const failures = `greatest(0, a.failures - floor(extract(epoch from loop_now() - a.last_at) / $2::float8))::int + 1`;
  const rows = await tx.query(
    `insert into sign_in_attempt as a (subject, failures) values ($1, 1)
     on conflict (subject) do update set failures = ${failures}, last_at = loop_now(),
       blocked_until = case when ${failures} >= $3::int then loop_now() + make_interval(secs =>
         least($5::float8, $4::float8 * power(2::float8, least(30, ${failures} - $3::int)))) end
     where a.blocked_until is null or a.blocked_until <= loop_now()
     returning 1`,
    [key, drainSeconds, slow.free, slow.firstSeconds, slow.longestSeconds],
  );
  return rows.length > 0;
}

/** Whole seconds that the subject has to wait, at least 1. */
export async function secondsToWait(tx: Sql, { key }: Subject): Promise<number> {
  const [row] = await tx.query<{ seconds: number }>(
    `select greatest(1, ceil(extract(epoch from blocked_until - loop_now())))::int as seconds
     from sign_in_attempt where subject = $1`,
    [key],
  );
  return row?.seconds ?? 1;
}

/** Takes a charge back: the try was right. */
export async function refund(tx: Sql, { key }: Subject): Promise<void> {
  await tx.query(
    `update sign_in_attempt set failures = greatest(0, failures - 1), blocked_until = null where subject = $1`,
    [key],
  );
}

/** Forgets all wrong tries. */
export async function deleteAttempts(sql: Sql, { key }: Subject): Promise<void> {
  await sql.query(`delete from sign_in_attempt where subject = $1`, [key]);
}

/** Deletes what no longer slows anybody down; answers how many. */
export async function deleteOldAttempts(sql: Sql): Promise<number> {
  return (await sql.query(`delete from sign_in_attempt where last_at < loop_now() - interval '1 day' returning 1`))
    .length;
}
