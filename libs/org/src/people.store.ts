import type { Sql } from '@huiyin/database';
import type { Language, Person } from './person.js';
import type { Scope } from './scopes.js';

const COLUMNS = `p.id, p.username, p.display_name as "displayName", p.language, p.active,
  p.must_change_password as "mustChangePassword", p.scopes, p.created_at as "createdAt"`;

/** A checked person on the way into the table. */
export interface PersonRow {
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly scopes: readonly Scope[];
}

/** Answers with nothing when the user name is taken. */
export async function insertPerson(sql: Sql, row: PersonRow): Promise<Person | undefined> {
  const [person] = await sql.query<Person>(
    `insert into person as p (username, display_name, password_hash, language, must_change_password, scopes)
     values ($1, $2, $3, $4, $5, $6) on conflict (username) do nothing returning ${COLUMNS}`,
    [row.username, row.displayName, row.passwordHash, row.language, row.mustChangePassword, row.scopes],
  );
  return person;
}

export function selectPeople(sql: Sql): Promise<Person[]> {
  return sql.query<Person>(`select ${COLUMNS} from person p order by p.username`);
}

export async function selectPerson(sql: Sql, id: number): Promise<Person | undefined> {
  return (await sql.query<Person>(`select ${COLUMNS} from person p where p.id = $1`, [id]))[0];
}

export async function selectPersonByUsername(sql: Sql, username: string): Promise<Person | undefined> {
  return (await sql.query<Person>(`select ${COLUMNS} from person p where p.username = $1`, [username]))[0];
}

/** The person and the stored hash of the password; only for comparing. */
export async function selectCredentials(
  sql: Sql,
  username: string,
): Promise<(Person & { passwordHash: string }) | undefined> {
  const [row] = await sql.query<Person & { passwordHash: string }>(
    `select ${COLUMNS}, p.password_hash as "passwordHash" from person p where p.username = $1`,
    [username],
  );
  return row;
}

/** Locks the person until the transaction ends, so that two changes go one after the other. */
export async function lockPerson(tx: Sql, id: number): Promise<Person | undefined> {
  return (await tx.query<Person>(`select ${COLUMNS} from person p where p.id = $1 for no key update`, [id]))[0];
}

export async function updatePerson(tx: Sql, person: Person): Promise<void> {
  await tx.query(`update person set display_name = $2, language = $3, active = $4, scopes = $5 where id = $1`, [
    person.id,
    person.displayName,
    person.language,
    person.active,
    person.scopes,
  ]);
}

export async function updatePassword(tx: Sql, id: number, passwordHash: string, mustChange: boolean): Promise<void> {
  await tx.query(`update person set password_hash = $2, must_change_password = $3 where id = $1`, [
    id,
    passwordHash,
    mustChange,
  ]);
}

/** True when nobody has been added yet. */
export async function hasNobody(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ empty: boolean }>(`select not exists (select from person) as empty`);
  return row?.empty ?? true;
}
