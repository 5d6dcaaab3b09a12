import { putInto, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { visibleItems, type Sight } from './visibility.js';

/** The same sight with the ids of its units, for statements that should be planned for just these. */
export async function withUnitIds(sql: Sql, sight: Sight): Promise<Sight> {
  if (sight.everything) return sight;
  const rows = await sql.query<{ id: number }>('select id from unit where path like any($1::text[])', [
    sight.unitPaths.map((path) => `${path}%`),
  ]);
  return { ...sight, unitIds: rows.map(({ id }) => id) };
}

/** Which of these items are seen; ids that nothing has are not among them. */
export async function itemsSeen(sql: Sql, sight: Sight, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const values: unknown[] = [ids];
  const rows = await sql.query<{ id: string }>(
    `select f.id from feedback f where f.id = any($1::uuid[]) and ${visibleItems(sight, putInto(values), 'f')}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Refuses a request that names items which are not seen, or are not there: nobody can tell one from the other.
 * @throws {CodedError} `not-found`, naming the first of them
 */
export async function refuseUnseen(sql: Sql, sight: Sight, ids: readonly string[]): Promise<void> {
  if (sight.everything) return;
  const seen = await itemsSeen(sql, sight, ids);
  const hidden = ids.findIndex((id) => !seen.has(id.toLowerCase()));
  if (hidden < 0) return;
  throw new CodedError('not-found', `There is no feedback item "${ids[hidden]}". Check the id.`, [
    { field: `feedbackIds[${hidden}]`, message: 'no such item' },
  ]);
}
