import type { Sql } from '@huiyin/database';
import { CodedError, type Kind } from '@huiyin/loop';

/** A rule as people write it; units by code. */
export interface RuleDraft {
  readonly position: number;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly category: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly keyword: string | null;
  readonly unit: string;
  readonly limitMinutes: number;
  readonly active: boolean;
}

/** A rule on record. */
export interface StoredRule extends RuleDraft {
  readonly id: number;
}

const COLUMNS = `r.id, r.position, r.name, r.kinds, r.category, r.region, r.product, r.keyword, u.code as unit,
  r.limit_minutes as "limitMinutes", r.active`;

/** All rules, in the order in which they are tried. */
export function listRules(sql: Sql): Promise<StoredRule[]> {
  return sql.query<StoredRule>(
    `select ${COLUMNS} from routing_rule r join unit u on u.id = r.unit_id order by r.position, r.id`,
  );
}

/**
 * Replaces all rules in one go, so that no item ever meets half of a new set.
 * @throws {CodedError} `unknown-unit`
 */
export async function replaceRules(tx: Sql, drafts: readonly RuleDraft[]): Promise<StoredRule[]> {
  const known = await tx.query<{ code: string }>('select code from unit where code = any($1)', [
    drafts.map((draft) => draft.unit),
  ]);
  const missing = drafts.findIndex((draft) => !known.some(({ code }) => code === draft.unit));
  if (missing >= 0)
    throw new CodedError('unknown-unit', `There is no unit "${drafts[missing]?.unit}". Create the unit first.`, [
      { field: `rules[${missing}].unit`, message: 'no such unit' },
    ]);
  await tx.query('delete from routing_rule');
  await tx.query(
    `insert into routing_rule (position, name, kinds, category, region, product, keyword, unit_id, limit_minutes, active)
     select d.position, d.name, d.kinds, d.category, d.region, d.product, d.keyword, u.id, d."limitMinutes", d.active
     from json_to_recordset($1) as d(position int, name text, kinds text[], category text, region text, product text, keyword text,
       unit text, "limitMinutes" int, active boolean) join unit u on u.code = d.unit`,
    [JSON.stringify(drafts)],
  );
  return listRules(tx);
}
