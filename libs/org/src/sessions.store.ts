import type { Sql } from '@huiyin/database';

/** The person behind a session. */
export interface SessionPerson {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly mustChangePassword: boolean;
}

/** How long a session lives, in seconds. */
export interface SessionLife {
  /** Without a request. */
  readonly idleSeconds: number;
  /** In all, however busy. */
  readonly longestSeconds: number;
}

/** Starts a session of an active person; answers with its end, or nothing when the person is not active. */
export async function insertSession(
  tx: Sql,
  session: { tokenHash: Buffer; personId: number },
  life: SessionLife,
): Promise<string | undefined> {
  const [row] = await tx.query<{ expiresAt: string }>(
    `insert into session (token_hash, person_id, expires_at)
     select $1, p.id, loop_now() + make_interval(secs => least($3::float8, $4::float8)) from person p where p.id = $2 and p.active
     returning expires_at as "expiresAt"`,
    [session.tokenHash, session.personId, life.idleSeconds, life.longestSeconds],
  );
  return row?.expiresAt;
}

/** The active person of a live session; its end slides on, written at most once a minute. */
export async function selectSession(
  sql: Sql,
  tokenHash: Buffer,
  life: SessionLife,
): Promise<SessionPerson | undefined> {
  const [row] = await sql.query<SessionPerson>(
    `with seen as (
       update session set last_seen_at = loop_now(), expires_at = least(
         loop_now() + make_interval(secs => $2::float8), created_at + make_interval(secs => $3::float8))
       where token_hash = $1 and expires_at > loop_now() and last_seen_at < loop_now() - interval '1 minute'
     )
     select p.id, p.display_name as name, p.scopes, p.must_change_password as "mustChangePassword"
     from session s join person p on p.id = s.person_id
     where s.token_hash = $1 and s.expires_at > loop_now() and p.active`,
    [tokenHash, life.idleSeconds, life.longestSeconds],
  );
  return row;
}

export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.query(`delete from session where token_hash = $1`, [tokenHash]);
}

export async function deleteSessionsOf(sql: Sql, personId: number): Promise<void> {
  await sql.query(`delete from session where person_id = $1`, [personId]);
}

/** Answers how many. */
export async function deleteExpiredSessions(sql: Sql): Promise<number> {
  return (await sql.query(`delete from session where expires_at <= loop_now() returning 1`)).length;
}
