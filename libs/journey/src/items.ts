import { CodedError, type Kind, type Stage, type State } from '@huiyin/loop';

/** How a list may be sorted: newest first, oldest first, or by what runs out first (only items whose time limit runs). */
export const SORTS = ['newest', 'oldest', 'limit'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list is narrowed to; every field is optional. */
export interface ItemFilter {
  readonly stage?: Stage;
  readonly state?: State;
  readonly kind?: Kind;
  /** A category or everything under it. */
  readonly category?: string;
  /** Path of a unit: it and everything under it. */
  readonly unitPath?: string;
  readonly cluster?: string;
  readonly product?: string;
  /** Search words, cut up as the analysis cuts them. */
  readonly tokens?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** One page of a list: `limit` items of `sort` after `cursor`. */
export interface Page {
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string;
}

/** Where the next page begins. */
export interface Position {
  /** Time limit of the last item (ISO 8601), or `null`; only for sort `limit`. */
  readonly at: string | null;
  readonly id: string;
}

/** A position as an opaque word that fits into an address. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify([position.at, position.id])).toString('base64url');
}

/** @throws {CodedError} `bad-cursor` */
export function readCursor(cursor: string): Position {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    const time = at === null || (typeof at === 'string' && isTime(at));
    if (time && typeof id === 'string' && UUID.test(id)) return { at, id };
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new CodedError('bad-cursor', 'Use nextCursor of the page before, unchanged.', [
    { field: 'cursor', message: 'not one of ours' },
  ]);
}

/** The form of every time in our answers; a date that the calendar does not have is none. */
function isTime(at: string): boolean {
  const [, seconds] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{6}Z$/.exec(at) ?? [];
  const parsed = Date.parse(`${seconds}Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(seconds as string);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REFERENCE = /^HY-(\d{4})-(\d{6,18})$/i;

/** An item is named by its id or by its reference; anything else names nothing. */
export function parseName(idOrReference: string): { id: string } | { number: number; year: number } | undefined {
  if (UUID.test(idOrReference)) return { id: idOrReference.toLowerCase() };
  const [, year, number] = REFERENCE.exec(idOrReference) ?? [];
  return year && number ? { number: Number(number), year: Number(year) } : undefined;
}
