import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { cleanName, invalid, invalidFields } from './fields.js';
import {
  asTree,
  isUnitCode,
  ROOT_CODE,
  UNIT_LEVELS,
  type NewUnit,
  type Unit,
  type UnitNode,
  type UnitPatch,
} from './unit.js';
import * as store from './units.store.js';

/** The tree of units: group → province → city → desk. */
export class Units {
  constructor(private readonly database: Database) {}

  /** All units, in no order. */
  list(): Promise<Unit[]> {
    return store.selectUnits(this.database);
  }

  /** The root with all units under it. */
  async tree(): Promise<UnitNode> {
    return asTree(await this.list());
  }

  /** The unit, or `not-found`. */
  async get(code: string): Promise<Unit> {
    const unit = await this.findByCode(code);
    if (!unit) throw new CodedError('not-found', 'There is no such unit; GET /api/v1/units lists them');
    return unit;
  }

  async findByCode(code: string): Promise<Unit | undefined> {
    return isUnitCode(code) ? (await store.selectUnitsByCode(this.database, [code]))[0] : undefined;
  }

  /** The units above the one with this id, the root first. */
  ancestorsOf(id: number): Promise<Unit[]> {
    return store.selectAncestors(this.database, id);
  }

  /** The unit with this id and everything under it, parents first; empty when there is none. */
  subtree(id: number): Promise<Unit[]> {
    return store.selectSubtree(this.database, id);
  }

  /** Adds a unit; `already-exists`, `unknown-unit` (the parent) or `validation-failed` when it cannot be. */
  async create(unit: NewUnit): Promise<Unit> {
    const row = cleanUnit(unit, '');
    return this.database.transaction(async (tx) => {
      await store.lockTree(tx);
      if ((await store.insertUnits(tx, [row])) === 0) {
        throw new CodedError('already-exists', `There is a unit "${row.code}" already; choose another code`);
      }
      return (await settle(tx, [row])).first;
    });
  }

  /** Changes or moves a unit; the units under it move along. */
  async update(code: string, patch: UnitPatch): Promise<Unit> {
    return this.database.transaction(async (tx) => {
      await store.lockTree(tx);
      const [unit] = isUnitCode(code) ? await store.selectUnitsByCode(tx, [code]) : [];
      if (!unit) throw new CodedError('not-found', 'There is no such unit; GET /api/v1/units lists them');
      const above = (await store.selectAncestors(tx, unit.id)).at(-1);
      const changed = { ...unit, parent: above?.code, ...definedOf(patch) };
      return (await settle(tx, [cleanUnit(changed, '')])).first;
    });
  }

  /**
   * Creates the units whose codes are new and makes the others like the rows, in any order, in one transaction.
   * Units that are not in `units` stay. Errors name the row: `units[3].parent`.
   */
  async importAll(units: readonly NewUnit[]): Promise<{ created: number; updated: number; unchanged: number }> {
    const rows = units.map((unit, index) => cleanUnit(unit, `units[${index}].`));
    refuseDoubles(rows);
    return this.database.transaction(async (tx) => {
      await store.lockTree(tx);
      const created = await store.insertUnits(tx, rows);
      const { updated } = await settle(tx, rows);
      return { created, updated, unchanged: rows.length - created - updated };
    });
  }
}

/** Writes rows whose units exist, then checks that the whole is a tree with its levels in order. */
async function settle(tx: Sql, rows: readonly store.UnitRow[]): Promise<{ updated: number; first: Unit }> {
  await refuseUnknownParents(tx, rows);
  const updated = await store.updateUnits(tx, rows);
  const circle = await store.rebuildPaths(tx);
  if (circle.length > 0) throw invalid('parent', `These units would be under themselves: ${circle.join(', ')}`);
  const misplaced = await store.selectMisplaced(tx, UNIT_LEVELS);
  if (misplaced.length > 0) {
    throw invalid('level', `These would be under a lower level (${UNIT_LEVELS.join(' > ')}): ${misplaced.join(', ')}`);
  }
  const [first] = await store.selectUnitsByCode(tx, [rows[0]?.code ?? ROOT_CODE]);
  if (!first) throw new Error('A unit that was just written is gone');
  return { updated, first };
}

async function refuseUnknownParents(tx: Sql, rows: readonly store.UnitRow[]): Promise<void> {
  const wanted = [...new Set(rows.flatMap(({ parent }) => parent ?? []))];
  const known = new Set((await store.selectUnitsByCode(tx, wanted)).map(({ code }) => code));
  const missing = wanted.find((code) => !known.has(code));
  if (missing === undefined) return;
  const index = rows.findIndex(({ parent }) => parent === missing);
  const message = `There is no unit "${missing}"; create it first or name another parent`;
  const field = rows.length === 1 ? 'parent' : `units[${index}].parent`;
  throw new CodedError('unknown-unit', message, [{ field, message }]);
}

function refuseDoubles(rows: readonly store.UnitRow[]): void {
  const seen = new Set<string>();
  const doubles = rows.flatMap(({ code }, index) => {
    const double = seen.has(code);
    seen.add(code);
    return double ? [{ field: `units[${index}].code`, message: `"${code}" is there twice; keep one` }] : [];
  });
  if (doubles.length > 0) throw invalidFields(doubles);
}

/** Checks one unit and fills what was left out; `prefix` goes before the names of its fields in errors. */
function cleanUnit(unit: NewUnit, prefix: string): store.UnitRow {
  if (!isUnitCode(unit.code)) {
    throw invalid(`${prefix}code`, 'Use 1 to 64 letters and digits, then also . _ : @ - (no spaces)');
  }
  if (!UNIT_LEVELS.includes(unit.level)) throw invalid(`${prefix}level`, `Use one of: ${UNIT_LEVELS.join(', ')}`);
  const isRoot = unit.code === ROOT_CODE;
  if (isRoot !== (unit.level === 'group')) {
    throw invalid(`${prefix}level`, `"${ROOT_CODE}" is the one unit of level group; use another level`);
  }
  if (isRoot && unit.parent) throw invalid(`${prefix}parent`, 'The root has no parent; leave it out');
  if (isRoot && unit.active === false)
    throw invalid(`${prefix}active`, 'The root takes what nobody else takes; leave it on');
  const nameZh = cleanName(unit.nameZh, `${prefix}nameZh`);
  return {
    code: unit.code,
    parent: isRoot ? null : unit.parent || ROOT_CODE,
    level: unit.level,
    nameZh,
    nameEn: unit.nameEn ? cleanName(unit.nameEn, `${prefix}nameEn`) : nameZh,
    region: unit.region ? cleanName(unit.region, `${prefix}region`, 64) : null,
    active: unit.active ?? true,
    customers: cleanCustomers(unit.customers, `${prefix}customers`),
  };
}

/** More than there are people is a slip of the keyboard. */
const MOST_CUSTOMERS = 10_000_000_000;

function cleanCustomers(customers: number | null | undefined, field: string): number | null {
  if (customers === null || customers === undefined) return null;
  if (Number.isInteger(customers) && customers >= 1 && customers <= MOST_CUSTOMERS) return customers;
  throw invalid(field, 'Use a whole number of 1 to 10,000,000,000, or null');
}

/** The fields of `patch` that say something. */
function definedOf<T extends object>(patch: T): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Field in keyof T]?: Exclude<T[Field], undefined>;
  };
}
