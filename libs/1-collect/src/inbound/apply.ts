import { CodedError } from '@huiyin/loop';
import { translator } from '../our-values.js';
import { invalid } from '../piece.js';
import { fieldError, find, holds, isScalar, type Item } from './find.js';
import type { Mapping, Rule } from './mapping.js';
import { valueAt } from './paths.js';

/** A message holds at most so many items. */
export const MOST_ITEMS = 1_000;

/** How an earlier piece was solved. */
export interface Solved {
  readonly externalId: string;
  readonly action: string;
  readonly summary: string;
  readonly reply: string;
}

/** What an item of a message becomes: a piece to take in, not yet checked · news of an earlier one · nothing · an error. */
export type Mapped =
  | { readonly type: 'piece'; readonly piece: Record<string, unknown> }
  | { readonly type: 'solved'; readonly solved: Solved }
  | { readonly type: 'skipped' }
  | { readonly type: 'bad'; readonly error: CodedError };

/** Whose message it is. */
export interface MessageOrigin {
  readonly source: string;
  /** Stands in for `externalId` where the mapping names none. */
  readonly messageId: string;
}

/**
 * Turns a message into pieces, one for each item.
 * @throws {CodedError} `validation-failed` when there is no list where the mapping says
 */
export function applyMapping(mapping: Mapping, body: unknown, origin: MessageOrigin): Mapped[] {
  if (mapping.items === undefined) return [mapItem(mapping, { item: body, root: body }, origin)];
  const list = valueAt(mapping.items, body, body);
  if (!Array.isArray(list))
    throw invalid([{ field: mapping.items, message: 'must be a list, as the mapping of this source says' }]);
  if (list.length > MOST_ITEMS)
    throw invalid([{ field: mapping.items, message: `must have at most ${MOST_ITEMS.toLocaleString('en')} entries` }]);
  return list.map((item: unknown, index) => {
    const messageId = `${origin.messageId}#${index}`;
    return mapItem(mapping, { item, root: body }, { ...origin, messageId });
  });
}

function mapItem(mapping: Mapping, item: Item, origin: MessageOrigin): Mapped {
  if (mapping.when && !holds(mapping.when, item)) return { type: 'skipped' };
  if (mapping.resolve && holds(mapping.resolve.when, item)) return solvedOf(mapping, item);
  const found = collect(mapping.fields, item);
  if (found instanceof CodedError) return { type: 'bad', error: found };
  const piece: Record<string, unknown> = { externalId: origin.messageId, source: origin.source };
  for (const [field, value] of found) put(piece, field, value);
  return { type: 'piece', piece };
}

function solvedOf({ resolve, fields }: Mapping, item: Item): Mapped {
  const { action = { const: 'answered' }, summary, reply } = resolve as NonNullable<Mapping['resolve']>;
  const wanted = { externalId: fields['externalId'] ?? '', action, summary, reply };
  const found = collect(wanted, item);
  if (found instanceof CodedError) return { type: 'bad', error: found };
  const absent = Object.keys(wanted).find((field) => typeof found.get(field) !== 'string');
  if (absent)
    return { type: 'bad', error: invalid([fieldError(absent, wanted[absent as keyof Solved], 'is missing')]) };
  return { type: 'solved', solved: Object.fromEntries(found) as unknown as Solved };
}

function collect(rules: Readonly<Record<string, Rule>>, item: Item): Map<string, unknown> | CodedError {
  const found = new Map<string, unknown>();
  for (const [field, rule] of Object.entries(rules)) {
    const result = find(rule, item);
    if ('problem' in result) return invalid([fieldError(field, rule, result.problem)]);
    if (result.value !== undefined) found.set(field, asOurs(field, result.value));
  }
  return found;
}

/** What everybody calls a thing needs no map: 投诉, phone. */
const translate = translator();

/** Ids and phone numbers that came as numbers are texts with us, and a single tag is a list of one. */
function asOurs(field: string, value: unknown): unknown {
  if (field.startsWith('attributes.')) return value;
  if (field === 'tags')
    return Array.isArray(value) ? value.map((tag: unknown) => (isScalar(tag) ? String(tag) : tag)) : [String(value)];
  return isScalar(value) ? translate(field, String(value)) : value;
}

function put(piece: Record<string, unknown>, field: string, value: unknown): void {
  const dot = field.indexOf('.');
  if (dot < 0) return void (piece[field] = value);
  const [outer, inner] = [field.slice(0, dot), field.slice(dot + 1)];
  piece[outer] = { ...(piece[outer] as object | undefined), [inner]: value };
}
