import {
  CodedError,
  INTAKE_CHANNELS,
  KINDS,
  PHASES,
  type FieldError,
  type IntakeChannel,
  type Kind,
  type Phase,
} from '@huiyin/loop';
import type { CustomerDetails } from './collect.js';
import {
  isObject,
  OPTIONAL_TIME,
  optionalObject,
  optionalOneOf,
  optionalText,
  optionalTexts,
  text,
  type Rule,
  type Rules,
} from './rules.js';
import { illFormed } from './well-formed.js';

/** One piece of feedback as its sender hands it in; only `text` is needed. `null` counts as left out. */
export interface Piece {
  readonly text: string;
  readonly subject?: string;
  readonly kind?: Kind;
  readonly channel?: IntakeChannel;
  readonly source?: string;
  readonly externalId?: string;
  readonly customer?: CustomerDetails;
  /** Code of the unit that took it down. */
  readonly unit?: string;
  readonly product?: string;
  readonly phase?: Phase;
  /** ISO 8601 with a zone. */
  readonly occurredAt?: string;
  readonly tags?: readonly string[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What the customer of a piece may be described by. */
export const CUSTOMER_RULES = {
  id: optionalText(200),
  name: optionalText(200),
  phone: optionalText(40),
  email: optionalText(254),
  region: optionalText(100),
  tier: optionalText(100),
} as const satisfies Record<keyof CustomerDetails, Rule>;

/** What a piece may hold: the one definition for every door, over HTTP or from a file, and for the documents. */
export const PIECE_RULES = {
  text: text(1, 10_000),
  subject: optionalText(500),
  kind: optionalOneOf(KINDS),
  channel: optionalOneOf(INTAKE_CHANNELS),
  source: optionalText(100),
  externalId: optionalText(200),
  customer: optionalObject(CUSTOMER_RULES),
  unit: optionalText(100),
  product: optionalText(200),
  phase: optionalOneOf(PHASES),
  occurredAt: OPTIONAL_TIME,
  tags: optionalTexts(50, 100),
  attributes: optionalObject(),
} as const satisfies Record<keyof Piece, Rule>;

/** Answers with `value` itself when it is a piece that can be accepted, else with what is wrong, field by field. */
export function checkPiece(value: unknown): Piece | FieldError[] {
  if (!isObject(value)) return [{ field: '', message: 'an object is expected' }];
  const found = illFormed(value);
  const errors = found ? [found] : problems(value as Record<string, unknown>, PIECE_RULES, '');
  return errors.length === 0 ? (value as Piece) : errors;
}

function problems(value: Readonly<Record<string, unknown>>, rules: Rules, prefix: string): FieldError[] {
  const found: FieldError[] = [];
  for (const name of Object.keys(value)) if (!Object.hasOwn(rules, name)) found.push(unknown(prefix, name));
  for (const [name, rule] of entriesOf(rules)) {
    const inner = value[name];
    if (!rule.required && (inner === undefined || inner === null)) continue;
    const message = rule.problem(inner);
    if (message !== undefined) found.push({ field: prefix + name, message });
    else if (rule.fields) found.push(...problems(inner as Record<string, unknown>, rule.fields, `${prefix}${name}.`));
  }
  return found;
}

function unknown(prefix: string, name: string): FieldError {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return { field: prefix + short, message: `unknown field "${short}"` };
}

/** Characters of a name that nobody knows which are told back. */
const LONGEST_NAME = 100;

const ENTRIES = new Map([PIECE_RULES, CUSTOMER_RULES].map((rules: Rules) => [rules, Object.entries(rules)]));

/** This runs for every row of every file and batch: the rules are taken apart once. */
function entriesOf(rules: Rules): [string, Rule][] {
  return ENTRIES.get(rules) ?? Object.entries(rules);
}

/** An error names so many fields, and counts the others. */
export const FIELDS_NAMED = 20;

/** The error for input whose fields are wrong. */
export function invalid(fields: readonly FieldError[]): CodedError {
  const told = fields.slice(0, FIELDS_NAMED);
  const named = told.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  const more = fields.length > told.length ? `; and ${fields.length - told.length} more` : '';
  return new CodedError('validation-failed', `Correct and send again. ${named}${more}`, told);
}

/** Why a row is not taken, in one line: field by field, or in the words of the error. */
export function reasonOf({ fields, detail }: CodedError): string {
  return fields.length > 0 ? fields.map(({ field, message }) => `${field} ${message}`.trim()).join('; ') : detail;
}
