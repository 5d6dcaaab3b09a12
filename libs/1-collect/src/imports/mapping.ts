import { CUSTOMER_RULES, PIECE_RULES } from '../piece.js';
import { translator, type Translate, type ValueMap } from '../our-values.js';
import { type Cells, type Row } from './row.js';
import { readTime } from './times.js';

/** Where the columns of a file go. */
export interface Mapping {
  /** Field → column, as `text=detail` says it. Fields of the customer and attributes with a dot: `customer.phone`. */
  readonly columns: ReadonlyMap<string, string>;
  /** What holds for every row in which the column is blank or not mapped. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The zone of times that name none, like `+08:00`. */
  readonly zone: string;
  /** What the sender's own values mean, beyond what everybody calls a thing. */
  readonly values?: ValueMap;
}

/** True for a field into which a column may go. */
export function isField(field: string): boolean {
  return FIELDS.includes(field) || /^attributes\.[^.]+$/.test(field);
}

/** The fields into which columns may go; `attributes.<any name>` besides. */
export const FIELDS: readonly string[] = [
  ...Object.keys(PIECE_RULES).filter((name) => name !== 'customer'),
  ...Object.keys(CUSTOMER_RULES).map((name) => `customer.${name}`),
];

/** Every field from the column of its own name; what stands in for a mapping when there is none. */
export function sameNames(cells: Cells, others: readonly string[] = []): Map<string, string> {
  const attributes = Object.keys(cells).filter((name) => /^attributes\.[^.]+$/.test(name));
  return new Map([...FIELDS, ...attributes, ...others].map((name) => [name, name]));
}

/** Makes a piece of feedback of a row, not yet checked. */
export type ToPiece = (row: Pick<Row, 'cell'>) => Record<string, unknown>;

/**
 * How rows become pieces. Blank cells count as left out; numbers become texts; the words of the customer stay as they are,
 * everything else loses the blanks around it, and kinds, channels and phases get our names.
 */
export function pieceMaker({ columns, fixed, zone, values }: Mapping): ToPiece {
  const ways = { zone, translate: translator(values) };
  const steps = [...columns].map(([field, column]) => {
    const [name = '', inner] = field.split(/\.(.*)/s);
    return { field, column, name, inner };
  });
  // Objects that all begin with the same fields are several times faster to make and to check; this runs for every row.
  const blank: Record<string, unknown> = { ...empty(steps.map(({ name }) => name)), ...fixed };
  const parents = [...new Set(steps.flatMap(({ name, inner }) => (inner === undefined ? [] : [name])))];
  const blanks = new Map(
    parents.map((parent) => [parent, empty(steps.flatMap((step) => (step.name === parent ? (step.inner ?? []) : [])))]),
  );
  return (row) => {
    const piece = { ...blank };
    for (const { field, column, name, inner } of steps) {
      const value = row.cell(column);
      if (value === undefined || value === null || (typeof value === 'string' && isBlank(value))) continue;
      if (inner === undefined) piece[field] = valueOf(field, value, ways);
      else
        ((piece[name] ??= { ...blanks.get(name) }) as Record<string, unknown>)[inner] =
          name === 'attributes' ? value : textOf(value).trim();
    }
    return piece;
  };
}

function empty(names: readonly string[]): Record<string, undefined> {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function isBlank(value: string): boolean {
  return value.trim() === '';
}

function valueOf(
  field: string,
  value: unknown,
  { zone, translate }: { readonly zone: string; readonly translate: Translate },
): unknown {
  switch (field) {
    case 'text':
    case 'subject':
      return textOf(value);
    case 'tags':
      return Array.isArray(value) ? value.map(textOf) : tagsOf(textOf(value));
    case 'attributes':
      return value;
    case 'occurredAt':
      return readTime(textOf(value), zone) ?? textOf(value);
    default:
      return translate(field, textOf(value).trim());
  }
}

/** What stands in a cell as text; an object or a list stays readable as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,;|，；、]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
