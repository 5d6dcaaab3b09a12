import type { Sql } from '@huiyin/database';
import { ROOT_CODE, type Unit, type UnitLevel } from './unit.js';

const COLUMNS = `u.id, u.code, u.parent_id as "parentId", u.path, u.level, u.name_zh as "nameZh",
  u.name_en as "nameEn", u.region, u.active, u.customers`;

/** A checked row on its way into the table. */
export interface UnitRow {
  readonly code: string;
  readonly parent: string | null;
  readonly level: UnitLevel;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly region: string | null;
  readonly active: boolean;
  readonly customers: number | null;
}

/** Edits of the tree are few and go one after the other; readers are not held up. Ends with the transaction. */
export async function lockTree(tx: Sql): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('huiyin.unit'))`);
}

export function selectUnits(sql: Sql): Promise<Unit[]> {
  return sql.query<Unit>(`select ${COLUMNS} from unit u`);
}

export function selectUnitsByCode(sql: Sql, codes: readonly string[]): Promise<Unit[]> {
  return sql.query<Unit>(`select ${COLUMNS} from unit u where u.code = any($1)`, [codes]);
}

/** From the root down to the parent. */
export function selectAncestors(sql: Sql, id: number): Promise<Unit[]> {
  return sql.query<Unit>(
    `select ${COLUMNS} from unit self
     join unit u on u.id = any (string_to_array(trim(both '/' from self.path), '/')::bigint[])
     where self.id = $1 and u.id <> self.id order by length(u.path)`,
    [id],
  );
}

/** The unit and everything under it, parents first. `0` is the character after `/`, so the range is the prefix. */
export function selectSubtree(sql: Sql, id: number): Promise<Unit[]> {
  return sql.query<Unit>(
    `select ${COLUMNS} from unit self
     join unit u on u.path ~>=~ self.path and u.path ~<~ (left(self.path, -1) || '0')
     where self.id = $1 order by length(u.path), u.code`,
    [id],
  );
}

/** Writes the rows whose codes are new; `path` is set by {@link rebuildPaths}. Answers how many. */
export async function insertUnits(tx: Sql, rows: readonly UnitRow[]): Promise<number> {
  const inserted = await tx.query(
    `insert into unit (code, parent_id, path, level, name_zh, name_en, region, active, customers)
     select n.code, (select id from unit where code = '${ROOT_CODE}'), '', n.level, n."nameZh", n."nameEn", n.region, n.active, n.customers
     from jsonb_to_recordset($1::jsonb)
       as n(code text, level text, "nameZh" text, "nameEn" text, region text, active boolean, customers bigint)
     where not exists (select from unit u where u.code = n.code) returning id`,
    [JSON.stringify(rows)],
  );
  return inserted.length;
}

/** Makes the units with these codes like the rows, parents included. Answers how many units that were there changed. */
export async function updateUnits(tx: Sql, rows: readonly UnitRow[]): Promise<number> {
  const updated = await tx.query<{ old: boolean }>(
    `with want as (
       select n.*, p.id as parent_id
       from jsonb_to_recordset($1::jsonb) as n(code text, parent text, level text, "nameZh" text, "nameEn" text,
         region text, active boolean, customers bigint)
       left join unit p on p.code = n.parent
     )
     update unit u set parent_id = w.parent_id, level = w.level, name_zh = w."nameZh", name_en = w."nameEn",
       region = w.region, active = w.active, customers = w.customers
     from want w where u.code = w.code
       and (u.parent_id, u.level, u.name_zh, u.name_en, u.region, u.active, u.customers)
           is distinct from (w.parent_id, w.level, w."nameZh", w."nameEn", w.region, w.active, w.customers)
     returning u.path <> '' as old`,
    [JSON.stringify(rows)],
  );
  return updated.filter(({ old }) => old).length;
}

/** Recomputes every path that is not right; answers with the codes that the root does not reach (a circle of parents). */
export async function rebuildPaths(tx: Sql): Promise<string[]> {
  const TREE = `with recursive tree as (
      select id, '/' || id || '/' as path from unit where parent_id is null
      union all select u.id, t.path || u.id || '/' from unit u join tree t on u.parent_id = t.id
    )`;
  const lost = await tx.query<{ code: string }>(
    `${TREE} select code from unit u where not exists (select from tree t where t.id = u.id) order by code limit 10`,
  );
  if (lost.length > 0) return lost.map(({ code }) => code);
  await tx.query(`${TREE} update unit u set path = t.path from tree t where t.id = u.id and t.path <> u.path`);
  return [];
}

/** Codes of units that stand above their parent's level, at most ten. */
export async function selectMisplaced(tx: Sql, levels: readonly UnitLevel[]): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `select u.code from unit u join unit p on p.id = u.parent_id
     where array_position($1::text[], p.level) > array_position($1::text[], u.level) order by u.code limit 10`,
    [levels],
  );
  return rows.map(({ code }) => code);
}
