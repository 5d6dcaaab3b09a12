import { putInto, type Sql } from '@huiyin/database';
import { visibleItems, type Sight } from '@huiyin/org';
import { COLUMNS, JOINS, type ItemRow } from './items.store.js';

/** What customers have told, as far as it is seen. */
export interface CustomerItems {
  /** Those that are open, newest first; 20 at most. */
  readonly open: ItemRow[];
  /** How many are closed. */
  readonly closed: number;
}

const MOST_OPEN = 20;

/** The items of customers that are seen. */
export async function itemsOfCustomers(sql: Sql, customerIds: readonly string[], sight: Sight): Promise<CustomerItems> {
  if (customerIds.length === 0) return { open: [], closed: 0 };
  const values: unknown[] = [customerIds];
  const seen = visibleItems(sight, putInto(values), 'f');
  const theirs = `with theirs as materialized (
      select w.feedback_id as id from feedback_words w
      where w.key_id in (select id from customer_key where customer_id = any($1::uuid[]))
    ), mine as materialized (select f.* from theirs join feedback f on f.id = theirs.id where ${seen})`;
  const open = await sql.query<ItemRow>(
    `${theirs} select ${COLUMNS} from mine f ${JOINS} where f.state <> 'closed' order by f.id desc limit ${MOST_OPEN}`,
    values,
  );
  const [row] = await sql.query<{ closed: number }>(
    `${theirs} select count(*) as closed from mine where state = 'closed'`,
    values,
  );
  return { open, closed: row?.closed ?? 0 };
}
