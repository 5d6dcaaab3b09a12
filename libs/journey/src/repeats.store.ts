import type { Sql } from '@huiyin/database';
import { itemsSeen, type Sight } from '@huiyin/org';
import type { ItemDetail } from './item.store.js';

/** An item without the repeats (催单) that are not seen: the same customer may have told another unit. */
export async function withoutUnseenRepeats<I extends Pick<ItemDetail, 'repeatOf' | 'repeats'>>(
  sql: Sql,
  item: I,
  sight: Sight,
): Promise<I> {
  const ids = [...item.repeats.map(({ id }) => id), ...(item.repeatOf ? [item.repeatOf.id] : [])];
  if (sight.everything || ids.length === 0) return item;
  const seen = await itemsSeen(sql, sight, ids);
  return {
    ...item,
    repeatOf: item.repeatOf && seen.has(item.repeatOf.id) ? item.repeatOf : null,
    repeats: item.repeats.filter(({ id }) => seen.has(id)),
  };
}
