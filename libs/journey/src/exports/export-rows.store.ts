import type { Sql } from '@huiyin/database';
import { redact, redactDeep } from '@huiyin/privacy';
import { shownCustomer, type ItemDetail } from '../item.store.js';
import type { Sort } from '../items.js';
import { listItems, type ItemRow, type Listing } from '../items.store.js';

/** Items that are read at once. */
const PAGE = 500;

/** What an export tells of an item beyond the list; the customer is masked. */
interface More {
  readonly id: string;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly phase: string | null;
  readonly occurredAt: string | null;
  readonly tags: string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly customer: ItemDetail['customer'];
  readonly closeReason: string | null;
  readonly action: string | null;
  readonly reply: string | null;
  readonly solved: boolean | null;
  readonly score: number | null;
}

/** An item as it is exported. */
export type ExportRow = ItemRow & Omit<More, 'id'>;

/**
 * The items that somebody sees, page by page in the order of the list; each page is read by a statement of its own, so that
 * a slow reader holds no connection and a statement ends within its time. Items that move meanwhile are told once: as they
 * are when their page is read.
 */
export async function* exportRows(sql: Sql, filter: Listing, sort: Sort): AsyncGenerator<ExportRow[]> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = { sort, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const { items, nextCursor } = await listItems(sql, filter, page);
    const more = new Map((await readMore(sql, items.map(({ id }) => id))).map((row) => [row.id, row])); // prettier-ignore
    yield items.flatMap((item) => {
      const rest = more.get(item.id);
      return rest ? [masked({ ...item, ...rest })] : [];
    });
    cursor = nextCursor;
  }
}

function readMore(sql: Sql, ids: readonly string[]): Promise<More[]> {
  return sql.query<More>(
    `select f.id, w.source, w.external_id as "externalId", w.phase, w.occurred_at as "occurredAt", w.tags, w.attributes, w.customer,
       f.close_reason as "closeReason", r.action, r.reply, s.solved, s.score
     from feedback f join feedback_words w on w.feedback_id = f.id
     left join lateral (
       select r.action, r.reply from item_resolution i join resolution r on r.id = i.resolution_id
       where i.feedback_id = f.id order by i.cycle desc limit 1
     ) r on true
     left join lateral (
       select s.solved, s.score from survey s where s.feedback_id = f.id order by s.cycle desc limit 1
     ) s on true
     where f.id = any($1::uuid[])`,
    [ids],
  );
}

/** What was stored before texts were masked when they come in, is masked here. */
function masked(row: ExportRow): ExportRow {
  const { text, subject, reply, attributes, tags, externalId, customer } = row;
  return {
    ...row,
    text: redact(text).text,
    subject: subject && redact(subject).text,
    reply: reply && redact(reply).text,
    externalId: externalId && redact(externalId).text,
    attributes: redactDeep(attributes),
    tags: redactDeep(tags),
    customer: customer && shownCustomer(customer),
  };
}
