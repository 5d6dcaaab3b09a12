/** What one field of an input may hold. */
export interface Rule {
  readonly required: boolean;
  /** The same in the words of OpenAPI, for the documents. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What is wrong with a value, as a sentence without its subject (`must be …`); `undefined` when nothing is. */
  readonly problem: (value: unknown) => string | undefined;
  /** The fields of an object. */
  readonly fields?: Rules;
}

/** Field name → what it may hold. */
export type Rules = Readonly<Record<string, Rule>>;

/** A text of `min` to `max` characters that is more than white space. */
export function text(min: number, max: number): Rule {
  const message = `must be ${number(min)} to ${number(max)} characters, and not only blanks`;
  return {
    required: true,
    schema: { type: 'string', minLength: min, maxLength: max },
    problem: (value) => (isText(value, min, max) && /\S/.test(value) ? undefined : message),
  };
}

/** An optional text of 1 to `max` characters. */
export function optionalText(max: number): Rule {
  const message = `must be 1 to ${number(max)} characters`;
  return {
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: max },
    problem: (value) => (isText(value, 1, max) ? undefined : message),
  };
}

/** One of a list of names. */
export function oneOf(names: readonly string[]): Rule {
  const message = `must be one of ${names.join(', ')}`;
  return {
    required: true,
    schema: { enum: names },
    problem: (value) => (names.includes(value as string) ? undefined : message),
  };
}

/** One of a list of names, or nothing. */
export function optionalOneOf(names: readonly string[]): Rule {
  return { ...oneOf(names), required: false };
}

/** A moment or nothing: ISO 8601 with a zone (`2026-11-22T08:00:00+08:00`), between the years 1970 and 9999. */
export const OPTIONAL_TIME: Rule = {
  required: false,
  schema: { type: 'string', format: 'date-time' },
  problem: (value) =>
    typeof value === 'string' && isTime(value)
      ? undefined
      : 'must be a time with its zone, such as 2026-11-22T08:00:00Z',
};

/** A list of at most `entries` texts of 1 to `max` characters, or nothing. */
export function optionalTexts(entries: number, max: number): Rule {
  return {
    required: false,
    schema: { type: 'array', items: { type: 'string' }, maxItems: entries },
    problem: (value) => {
      if (!Array.isArray(value)) return 'must be a list';
      if (value.length > entries) return `must have at most ${entries} entries`;
      return value.every((entry) => isText(entry, 1, max))
        ? undefined
        : `entries must be texts of 1 to ${max} characters`;
    },
  };
}

/** An object or nothing; with the given fields and no others, when there are any given. */
export function optionalObject(fields?: Rules): Rule {
  return {
    required: false,
    schema: { type: 'object' },
    problem: (value) => (isObject(value) ? undefined : 'must be an object'),
    ...(fields ? { fields } : {}),
  };
}

/** True for an object that is no list. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters as people count them: code points, so that an emoji or a rare Chinese character is one and not two. */
function isText(value: unknown, min: number, max: number): value is string {
  if (typeof value !== 'string' || value.length < min) return false;
  if (value.length <= max && min <= 1) return true;
  const characters = value.length > 2 * max ? Infinity : [...value].length;
  return characters >= min && characters <= max;
}

// Zones end at 14 hours on this planet, and at 16 in Postgres.
const TIME = /^(19[7-9]\d|[2-9]\d{3})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function isTime(value: string): boolean {
  const [, year, month, day] = TIME.exec(value) ?? [];
  // Date.parse takes 30 February for 2 March; Postgres does not.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && !Number.isNaN(Date.parse(value));
}

function number(value: number): string {
  return value.toLocaleString('en');
}
