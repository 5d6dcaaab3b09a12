import type { Sql } from '@huiyin/database';
import type { Language, Person } from './person.js';
import type { Role } from './roles.js';
import type { Scope } from './scopes.js';

/** The units of a person as JSON, in the order of their codes. */
export const UNITS_OF_PERSON = `(select coalesce(json_agg(json_build_object('id', u.id, 'code', u.code, 'path', u.path) order by u.code), '[]')
  from person_unit pu join unit u on u.id = pu.unit_id where pu.person_id = p.id)`;

const COLUMNS = `p.id, p.username, p.display_name as "displayName", p.language, p.active,
  p.must_change_password as "mustChangePassword", p.roles, ${UNITS_OF_PERSON} as units, p.scopes, p.created_at as "createdAt"`;

/** A checked person on the way into the table. */
export interface PersonRow {
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
}

/** Answers with the id, or with nothing when the user name is taken. */
export async function insertPerson(sql: Sql, row: PersonRow): Promise<number | undefined> {
  const [person] = await sql.query<{ id: number }>(
    `insert into person (username, display_name, password_hash, language, must_change_password, roles, scopes)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (username) do nothing returning id`,
    [row.username, row.displayName, row.passwordHash, row.language, row.mustChangePassword, row.roles, row.scopes],
  );
  return person?.id;
}

/** Makes these the units of a person. */
export async function replaceUnits(tx: Sql, personId: number, unitIds: readonly number[]): Promise<void> {
  await tx.query('delete from person_unit where person_id = $1 and unit_id <> all($2)', [personId, unitIds]);
  await tx.query(
    'insert into person_unit (person_id, unit_id) select $1, id from unnest($2::bigint[]) as id on conflict do nothing',
    [personId, unitIds],
  );
}

/** Everybody, by user name. */
export function selectPeople(sql: Sql): Promise<Person[]> {
  return sql.query<Person>(`select ${COLUMNS} from person p order by p.username`);
}

/** The person with this id. */
export async function selectPerson(sql: Sql, id: number): Promise<Person | undefined> {
  return (await sql.query<Person>(`select ${COLUMNS} from person p where p.id = $1`, [id]))[0];
}

/** The person with this user name, which is in its stored form. */
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
  return (await tx.query<Person>(`select ${COLUMNS} from person p where p.id = $1 for no key update of p`, [id]))[0];
}

/** Writes everything of a person but the units and the password. */
export async function updatePerson(tx: Sql, person: Person): Promise<void> {
  await tx.query(
    `update person set display_name = $2, language = $3, active = $4, roles = $5, scopes = $6 where id = $1`,
    [person.id, person.displayName, person.language, person.active, person.roles, person.scopes],
  );
}

/** Stores another password. */
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
