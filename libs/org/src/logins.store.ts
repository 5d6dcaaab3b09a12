import type { Sql } from '@huiyin/database';

/** Who a person is at a provider. */
export interface Login {
  readonly id: number;
  readonly issuer: string;
  /** The provider's own id of the person (`sub`). */
  readonly subject: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** A sign-in under way, as kept until the provider answers. */
export interface FlowRow {
  readonly tokenHash: Buffer;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

const COLUMNS = `id, issuer, subject, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** The person behind a login, which counts as used; nothing for a login that is not linked. */
export async function useLogin(sql: Sql, issuer: string, subject: string): Promise<number | undefined> {
  const [row] = await sql.query<{ personId: number }>(
    `update person_login set last_used_at = loop_now() where issuer = $1 and subject = $2 returning person_id as "personId"`,
    [issuer, subject],
  );
  return row?.personId;
}

/** Links a person; answers with nothing when the subject, or the person at this issuer, is linked already. */
export async function insertLogin(
  sql: Sql,
  personId: number,
  { issuer, subject }: Pick<Login, 'issuer' | 'subject'>,
): Promise<Login | undefined> {
  const [row] = await sql.query<Login>(
    `insert into person_login (person_id, issuer, subject) values ($1, $2, $3) on conflict do nothing returning ${COLUMNS}`,
    [personId, issuer, subject],
  );
  return row;
}

/** The logins of a person. */
export function selectLogins(sql: Sql, personId: number): Promise<Login[]> {
  return sql.query<Login>(`select ${COLUMNS} from person_login where person_id = $1 order by id`, [personId]);
}

/** Unlinks; answers false when the person has no such login. */
export async function deleteLogin(sql: Sql, personId: number, id: number): Promise<boolean> {
  const rows = await sql.query('delete from person_login where person_id = $1 and id = $2 returning 1', [personId, id]);
  return rows.length > 0;
}

/** Keeps a sign-in under way for `seconds`. */
export async function insertFlow(sql: Sql, flow: FlowRow, seconds: number): Promise<void> {
  await sql.query(
    `insert into sign_in_flow (token_hash, state, nonce, verifier, return_to, expires_at)
     values ($1, $2, $3, $4, $5, loop_now() + make_interval(secs => $6::float8))`,
    [flow.tokenHash, flow.state, flow.nonce, flow.verifier, flow.returnTo, seconds],
  );
}

/** Takes a sign-in under way out: it can be finished once. Nothing when there is none, or its time has passed. */
export async function takeFlow(sql: Sql, tokenHash: Buffer): Promise<Omit<FlowRow, 'tokenHash'> | undefined> {
  const [row] = await sql.query<Omit<FlowRow, 'tokenHash'> & { late: boolean }>(
    `delete from sign_in_flow where token_hash = $1
     returning state, nonce, verifier, return_to as "returnTo", expires_at <= loop_now() as late`,
    [tokenHash],
  );
  return row && !row.late ? row : undefined;
}

/** Deletes sign-ins that nobody finished; answers how many. */
export async function deleteOldFlows(sql: Sql): Promise<number> {
  return (await sql.query('delete from sign_in_flow where expires_at <= loop_now() returning 1')).length;
}
