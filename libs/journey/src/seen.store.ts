import { putInto, type Sql } from '@huiyin/database';
import { CodedError, type Stage } from '@huiyin/loop';
import { visibleItems, type Sight } from '@huiyin/org';

/**
 * The item that a delivery is of, when it is seen.
 * @throws {CodedError} `not-found`, the same for a delivery of an item that is not seen and one that is not there
 */
export async function itemOfDelivery(sql: Sql, deliveryId: string, sight: Sight): Promise<string> {
  const values: unknown[] = [deliveryId];
  const [row] = await sql.query<{ id: string }>(
    `select f.id from delivery d join feedback f on f.id = d.feedback_id
     where d.id = $1 and ${visibleItems(sight, putInto(values), 'f')}`,
    values,
  );
  if (!row) throw new CodedError('not-found', 'There is no such delivery. Check the id.');
  return row.id;
}

/** Which parked items may be given back to their lanes: of `ids`, or of a stage, or all; only those that are seen. */
export async function parkedSeen(
  sql: Sql,
  sight: Sight,
  { ids, stage }: { readonly ids?: readonly string[]; readonly stage?: Stage },
): Promise<string[]> {
  const values: unknown[] = [ids ?? null, stage ?? null];
  const rows = await sql.query<{ id: string }>(
    `select f.id from feedback f where f.state = 'parked' and ($1::uuid[] is null or f.id = any($1))
       and ($2::text is null or f.stage = $2) and ${visibleItems(sight, putInto(values), 'f')}`,
    values,
  );
  return rows.map(({ id }) => id);
}
