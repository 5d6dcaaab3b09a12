import {
  DELIMITERS,
  ENCODINGS,
  FILE_FORMATS,
  illFormed,
  invalid,
  PIECE_RULES,
  problemsOfValues,
  zoneOf,
  type Instructions,
  type StoredMapping,
  type ValueMap,
} from '@huiyin/collect';
import type { FieldError } from '@huiyin/loop';

/** What holds for every row of a file that says nothing else. */
export const FIXED_FIELDS = ['unit', 'channel', 'kind', 'product', 'phase'] as const;

/** Names by which a delimiter may be called, besides the sign itself. */
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  '\\t': '\t',
};

const MOST_COLUMNS = 200;
const LONGEST_COLUMN = 500;

const KNOWN = new Set([
  'mapping',
  'values',
  'source',
  'timezone',
  'encoding',
  'delimiter',
  'format',
  'sheet',
  ...FIXED_FIELDS,
]);

/**
 * What is said beside a file: as fields of a form, where `mapping` is JSON, or as a JSON body.
 * @throws {CodedError} `validation-failed` with every field that is wrong
 */
export function instructionsOf(fields: Readonly<Record<string, unknown>>): Instructions {
  const errors: FieldError[] = [];
  const strange = illFormed(fields);
  if (strange) throw invalid([strange]);
  for (const name of Object.keys(fields))
    if (!KNOWN.has(name)) errors.push({ field: name, message: `unknown field "${name.slice(0, 100)}"` });
  const given = (name: string): unknown => (fields[name] === '' ? undefined : (fields[name] ?? undefined));
  const fixed: Record<string, string> = {};
  for (const name of ['source', ...FIXED_FIELDS] as const) {
    const value = given(name);
    const message = value === undefined ? undefined : PIECE_RULES[name].problem(value);
    if (message !== undefined) errors.push({ field: name, message });
    else if (value !== undefined && name !== 'source') fixed[name] = value as string;
  }
  const one = <T extends string>(name: string, allowed: readonly T[], value: unknown): T | undefined => {
    if (value === undefined || allowed.includes(value as T)) return value as T | undefined;
    errors.push({ field: name, message: `must be one of ${allowed.join(', ')}` });
    return undefined;
  };
  const reading = {
    ...defined('format', one('format', FILE_FORMATS, given('format'))),
    ...defined('encoding', one('encoding', ENCODINGS, lower(given('encoding')))),
    ...defined('delimiter', one('delimiter', DELIMITERS, named(given('delimiter')))),
    ...defined('sheet', sheetOf(given('sheet'), errors)),
  };
  const zone = zoneIn(given('timezone'), errors);
  const columns = columnsIn(given('mapping'), errors);
  const values = valuesIn(given('values'), errors);
  if (errors.length > 0) throw invalid(errors);
  const source = given('source') as string | undefined;
  const said = { ...defined('source', source), ...defined('columns', columns), ...defined('values', values) };
  return { ...said, ...defined('zone', zone), fixed, reading };
}

/** The same in the form in which it was said, for answers. */
export function saidOf({ columns, fixed, zone, values, reading }: StoredMapping) {
  const { source: _, ...rest } = fixed;
  return { mapping: columns, timezone: zone, ...defined('values', values), ...rest, ...reading };
}

function defined<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
}

function lower(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const name = value.toLowerCase();
  return /^(gbk|gb2312|cp936)$/.test(name) ? 'gb18030' : name === 'utf8' ? 'utf-8' : name;
}

function named(value: unknown): unknown {
  return typeof value === 'string' ? (DELIMITER_NAMES[value] ?? value) : value;
}

function sheetOf(value: unknown, errors: FieldError[]): string | undefined {
  if (value === undefined || (typeof value === 'string' && value.length <= 100)) return value;
  errors.push({ field: 'sheet', message: 'must be the name of a sheet' });
  return undefined;
}

function zoneIn(value: unknown, errors: FieldError[]): string | undefined {
  const zone = typeof value === 'string' ? zoneOf(value) : undefined;
  if (value !== undefined && zone === undefined)
    errors.push({ field: 'timezone', message: 'must be an offset such as +08:00' });
  return zone;
}

/** `{"text":"内容","customer":{"phone":"电话"}}` and `{"text":"内容","customer.phone":"电话"}` say the same. */
function columnsIn(value: unknown, errors: FieldError[]): Record<string, string> | undefined {
  if (value === undefined) return undefined;
  const object = typeof value === 'string' ? parsed(value) : value;
  const strange = illFormed(object);
  const columns: Record<string, string> = {};
  const say = (field: string, message: string) => errors.push({ field, message });
  if (strange) return void say(`mapping.${strange.field}`, strange.message);
  if (typeof object !== 'object' || object === null || Array.isArray(object))
    return void say('mapping', 'must be JSON such as {"text":"内容","customer.phone":"电话"}: field → column');
  for (const [field, column] of Object.entries(object as Record<string, unknown>)) {
    const inner = (field === 'customer' || field === 'attributes') && typeof column === 'object' && column !== null;
    const within = inner ? Object.entries(column as Record<string, unknown>) : [['', column] as const];
    for (const [name, of] of within.map(([last, of]) => [inner ? `${field}.${last}` : field, of] as const)) {
      if (typeof of !== 'string' || of.length > LONGEST_COLUMN || of === '')
        say(`mapping.${name}`, 'must be the name of a column');
      else columns[name] = of;
    }
  }
  if (Object.keys(columns).length > MOST_COLUMNS) say('mapping', `may name at most ${MOST_COLUMNS} columns`);
  return columns;
}

function valuesIn(value: unknown, errors: FieldError[]): ValueMap | undefined {
  if (value === undefined) return undefined;
  const object = typeof value === 'string' ? parsed(value) : value;
  const strange = illFormed(object);
  const problems = strange ? [{ ...strange, field: `values.${strange.field}` }] : problemsOfValues(object);
  errors.push(...problems);
  return problems.length > 0 ? undefined : (object as ValueMap);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
