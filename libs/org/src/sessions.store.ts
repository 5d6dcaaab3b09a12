import type { Sql } from '@huiyin/database';
import { UNITS_OF_PERSON } from './people.store.js';
import type { UnitRef } from './principal.js';

/** The person behind a session. */
export interface SessionPerson {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly units: readonly UnitRef[];
  readonly mustChangePassword: boolean;
}

/** How long a session lives, in seconds. */
export interface SessionLife {
  /** Without a request. */
  readonly idleSeconds: number;
  /** In all, however busy. */
  readonly longestSeconds: number;
}

/** A session about to begin. */
export interface SessionRow {
  readonly tokenHash: Buffer;
  readonly personId: number;
  readonly method: 'password' | 'oidc';
  /** The browser as it names itself. */
  readonly agent: string | null;
}

/** A session as its person, or an administrator, sees it; the `id` opens nothing. */
export interface SessionView {
  readonly id: string;
  readonly method: 'password' | 'oidc';
  readonly agent: string | null;
  readonly createdAt: string;
  /** To the minute. */
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** True for the one that asks. */
  readonly current: boolean;
}

/** Starts a session of an active person; answers with its end, or nothing when the person is not active. */
export async function insertSession(tx: Sql, session: SessionRow, life: SessionLife): Promise<string | undefined> {
  const [row] = await tx.query<{ expiresAt: string }>(
    `insert into session (token_hash, id, person_id, method, agent, expires_at)
     select $1, gen_random_uuid(), p.id, $5, $6, loop_now() + make_interval(secs => least($3::float8, $4::float8)) from person p where p.id = $2 and p.active
     returning expires_at as "expiresAt"`,
    [session.tokenHash, session.personId, life.idleSeconds, life.longestSeconds, session.method, session.agent],
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
     select p.id, p.display_name as name, p.roles, p.scopes, ${UNITS_OF_PERSON} as units, p.must_change_password and s.method = 'password' as "mustChangePassword"
     from session s join person p on p.id = s.person_id
     where s.token_hash = $1 and s.expires_at > loop_now() and p.active`,
    [tokenHash, life.idleSeconds, life.longestSeconds],
  );
  return row;
}

/** The live sessions of a person, the last used first; `tokenHash` is of the one that asks. */
export function selectSessionsOf(sql: Sql, personId: number, tokenHash: Buffer | null): Promise<SessionView[]> {
  return sql.query<SessionView>(
    `select id, method, agent, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
       coalesce(token_hash = $2, false) as current
     from session where person_id = $1 and expires_at > loop_now() order by last_seen_at desc, created_at desc, id`,
    [personId, tokenHash],
  );
}

/** Ends the session with this token. */
export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.query(`delete from session where token_hash = $1`, [tokenHash]);
}

/** Ends one session of a person; answers false when the person has no such session. */
export async function deleteSessionOf(sql: Sql, personId: number, id: string): Promise<boolean> {
  const rows = await sql.query(`delete from session where person_id = $1 and id = $2 returning 1`, [personId, id]);
  return rows.length > 0;
}

/** Ends all sessions of a person; answers how many. */
export async function deleteSessionsOf(sql: Sql, personId: number): Promise<number> {
  return (await sql.query(`delete from session where person_id = $1 returning 1`, [personId])).length;
}

/** Answers how many. */
export async function deleteExpiredSessions(sql: Sql): Promise<number> {
  return (await sql.query(`delete from session where expires_at <= loop_now() returning 1`)).length;
}
