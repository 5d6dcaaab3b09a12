import { OperatorError } from '@huiyin/config';
import { UNIT_LEVELS, type NewUnit } from '@huiyin/org';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, unknown>>;

const FIELDS = new Set(['code', 'parent', 'level', 'nameZh', 'nameEn', 'region', 'active', 'children']);

/**
 * Reads units from the text of a file: CSV with a head line, or JSON that is a list of units, or one unit with
 * `children` (as `units list --json` prints it). Column names may be written `name_zh`.
 * @throws {OperatorError} naming the row and what is wrong with it.
 */
export function unitsOfFile(name: string, text: string): NewUnit[] {
  const rows = name.toLowerCase().endsWith('.csv') ? rowsOfCsv(name, text) : rowsOfJson(name, text);
  return rows.map((row, index) => unitOf(row, `${name}: unit ${index + 1}`));
}

function rowsOfCsv(name: string, text: string): Row[] {
  try {
    return parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new OperatorError(`${name} is not a CSV file: ${(error as Error).message}`, { cause: error });
  }
}

function rowsOfJson(name: string, text: string): Row[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new OperatorError(`${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  return [value].flat().flatMap((one) => flatten(name, one, undefined));
}

function flatten(name: string, value: unknown, parent: unknown): Row[] {
  if (typeof value !== 'object' || value === null)
    throw new OperatorError(`${name} holds something that is not a unit.`);
  const { children = [], ...row } = value as Row;
  const here: Row = parent === undefined ? row : { parent, ...row };
  return [here, ...[children].flat().flatMap((child) => flatten(name, child, row['code']))];
}

function unitOf(raw: Row, where: string): NewUnit {
  const row = Object.fromEntries(Object.entries(raw).map(([key, value]) => [camel(key), value]));
  const unknown = Object.keys(row).find((key) => !FIELDS.has(key));
  if (unknown)
    throw new OperatorError(`${where} has an unknown column "${unknown}"; there are ${[...FIELDS].join(', ')}.`);
  const text = (field: string): string | undefined => {
    const value = row[field] ?? '';
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new OperatorError(`${where}: ${field} is no text.`);
    return value === '' ? undefined : String(value);
  };
  const level = UNIT_LEVELS.find((one) => one === text('level'));
  const [code, nameZh] = [text('code'), text('nameZh')];
  if (!code || !nameZh || !level) {
    throw new OperatorError(`${where} needs code, nameZh and a level (${UNIT_LEVELS.join(', ')}).`);
  }
  const active = activeOf(row['active'], where);
  return { code, parent: text('parent'), level, nameZh, nameEn: text('nameEn'), region: text('region'), active };
}

function activeOf(value: unknown, where: string): boolean {
  if (value === undefined || value === '' || value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new OperatorError(`${where}: active is true or false.`);
}

function camel(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
