import type { Sql } from '@huiyin/database';
import { itemsSeen } from './visibility.store.js';

/** Something that tells others of items, and was made by somebody who may see only some of them. */
export interface MadeBy {
  readonly id: string;
  /** Paths of the units of whoever made it; null for somebody who sees everything. */
  readonly boundPaths: readonly string[] | null;
  readonly createdBy: string;
}

/** SQL: the paths of the units whose ids a column holds; null when it holds none. */
export const PATHS = (ids: string) => `case when cardinality(${ids}) = 0 then null
  else (select coalesce(array_agg(u.path), '{}') from unit u where u.id = any(${ids})) end`;

/**
 * The SQL condition that somebody may know of what others made: of all, or, for somebody with units, of what was made by
 * somebody bound to units of the same subtrees.
 * @param paths a parameter: paths of their units, null for everything
 * @param bound the column with the ids of the maker's units; empty for the whole organisation
 */
export const knownTo = (
  paths: string,
  bound: string,
) => `(${paths}::text[] is null or cardinality(${bound}) > 0 and not exists (
  select from unit u where u.id = any(${bound})
    and not exists (select from unnest(${paths}::text[]) p where starts_with(u.path, p))))`;

/**
 * What each may tell: of the items that whoever made it sees, and of what is no item (null) only when they see everything.
 * The rule is that of every list and page.
 */
export async function whatMakersSee(
  tx: Sql,
  made: readonly MadeBy[],
  feedbackIds: readonly string[],
): Promise<(one: Pick<MadeBy, 'id'>, feedbackId: string | null) => boolean> {
  const ids = [...new Set(feedbackIds)];
  const seen = new Map<string, ReadonlySet<string>>();
  for (const { id, boundPaths, createdBy } of made) {
    if (boundPaths === null) continue;
    seen.set(id, await itemsSeen(tx, { everything: false, unitPaths: boundPaths, personActor: createdBy }, ids));
  }
  return ({ id }, feedbackId) => seen.get(id)?.has(feedbackId ?? '') ?? true;
}
