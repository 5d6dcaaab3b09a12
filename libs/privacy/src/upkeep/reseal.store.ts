import type { Database, Sql } from '@huiyin/database';
import type { Vault } from '../vault.js';

/** A column that holds values sealed with a master key. */
interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Column of the primary key, and its type. */
  readonly key: string;
  readonly type: string;
}

const BATCH = 1_000;
/** A value that a customer's key seals carries a UUID as its key; this is one of a master key. */
const BY_MASTER = String.raw`^s1\.[0-9a-f]{12}\.`;

const TEXT_COLUMNS = `
select c.relname as "table", a.attname as "column", k.attname as key, format_type(k.atttypid, null) as type
from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
where c.relkind = 'r' order by 1, 2`;

/**
 * Seals everything anew that older master keys have sealed, in whichever table it lies, batch by batch. Stopped and begun again it
 * goes on where it was, since what is done is no longer old; nothing has to stand still meanwhile, since both keys open.
 * @param progress is told how many values have been sealed anew
 * @returns how many values were sealed anew
 */
export async function reseal(db: Database, vault: Vault, progress: (done: number) => void): Promise<number> {
  let done = 0;
  for (const place of await sealedColumns(db)) {
    for (let after: string | undefined | null; after !== null;) {
      const batch: { done: number; last: string | null } = await resealBatch(db, vault, place, after);
      done += batch.done;
      after = batch.last;
      progress(done);
    }
  }
  return done;
}

/** How many values older master keys still seal. */
export async function countOld(sql: Sql, vault: Vault): Promise<number> {
  let old = 0;
  for (const { table, column } of await sealedColumns(sql)) {
    const [row] = await sql.query<{ old: number }>(
      `select count(*) as old from ${table} where ${column} ~ $1 and not starts_with(${column}, $2)`,
      [BY_MASTER, `s1.${vault.ring.current}.`],
    );
    old += row?.old ?? 0;
  }
  return old;
}

/** From here on the older master keys are not expected to be there. */
export async function forgetOldMasters(sql: Sql, vault: Vault): Promise<void> {
  await sql.query(`delete from master_key where id not in ('root', $1)`, [vault.ring.current]);
}

/** Found by looking, so that no library can be forgotten. The names come from the catalogue of Postgres, none from outside. */
async function sealedColumns(sql: Sql): Promise<SealedColumn[]> {
  const found: SealedColumn[] = [];
  for (const place of await sql.query<SealedColumn>(TEXT_COLUMNS)) {
    const { table, column } = place;
    const [first] = await sql.query(`select from ${table} where ${column} ~ $1 limit 1`, [BY_MASTER]);
    if (first) found.push(place);
  }
  return found;
}

async function resealBatch(
  db: Database,
  vault: Vault,
  { table, column, key, type }: SealedColumn,
  after: string | undefined,
): Promise<{ done: number; last: string | null }> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ row: string; sealed: string | null }>(
      `select ${key}::text as row, ${column} as sealed from ${table}
       where ($1::text is null or ${key} > $1::${type}) order by ${key} limit ${BATCH} for update`,
      [after ?? null],
    );
    const old = rows.filter(
      ({ sealed }) => sealed !== null && new RegExp(BY_MASTER).test(sealed) && vault.isOld(sealed),
    );
    const fresh = old.map(({ row, sealed }) => {
      const place = { table, column, row };
      return { row, sealed: vault.seal(vault.open(sealed as string, place), place) };
    });
    await tx.query(
      `update ${table} t set ${column} = n.sealed from json_to_recordset($1) as n(row text, sealed text) where t.${key} = n.row::${type}`,
      [JSON.stringify(fresh)],
    );
    return { done: fresh.length, last: rows.length < BATCH ? null : (rows.at(-1)?.row ?? null) };
  });
}
