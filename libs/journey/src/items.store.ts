import { putInto, type Put, type Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { visibleItems, waysToSee, withUnitIds, type Sight, type WayToSee } from '@huiyin/org';
import { parseName, readCursor, writeCursor, type ItemFilter, type Page } from './items.js';

/** An item in a list. */
export interface ItemRow {
  readonly id: string;
  readonly reference: string;
  readonly stage: string;
  readonly state: string;
  readonly cycle: number;
  readonly kind: string | null;
  readonly category: string | null;
  readonly sentiment: string | null;
  readonly urgency: number | null;
  readonly language: string | null;
  readonly channel: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly unit: string | null;
  readonly cluster: { id: string; name: string } | null;
  readonly subject: string | null;
  readonly text: string;
  readonly receivedAt: string;
  readonly stageSince: string;
  readonly limitAt: string | null;
  readonly closedAt: string | null;
}

/** What a list has of item `f`, with {@link JOINS}. */
export const COLUMNS = `f.id, reference(w.number, w.received_at) as reference, f.stage, f.state, f.cycle, f.kind, f.category, f.sentiment, f.urgency,
  f.language, f.channel, f.product, f.region, u.code as unit,
  case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as cluster, w.subject, w.text,
  w.received_at as "receivedAt", f.stage_since as "stageSince", f.limit_at as "limitAt", f.closed_at as "closedAt"`;

/** What {@link COLUMNS} are read from, besides `feedback f`. */
export const JOINS = `join feedback_words w on w.feedback_id = f.id left join unit u on u.id = f.unit_id
  left join cluster_member m on m.feedback_id = f.id left join cluster c on c.id = m.cluster_id`;

/** What a list is narrowed to, and whose list it is. */
export interface Listing extends ItemFilter {
  readonly sight: Sight;
}

/**
 * One page of the items that are seen.
 * @throws {CodedError} `bad-cursor`
 */
export async function listItems(
  sql: Sql,
  filter: Listing,
  page: Page,
): Promise<{ items: ItemRow[]; nextCursor: string | null }> {
  const { text, values } = await pageStatement(sql, filter, page);
  const rows = await sql.query<ItemRow>(text, values);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return {
    items,
    nextCursor: more ? writeCursor({ at: page.sort === 'limit' ? last.limitAt : null, id: last.id }) : null,
  };
}

/** The statement for one page and one item more. */
export async function pageStatement(
  sql: Sql,
  filter: Listing,
  page: Page,
): Promise<{ text: string; values: unknown[] }> {
  const values: unknown[] = [];
  const put = putInto(values);
  const where = [...conditions(filter, put), ...afterCursor(page, put)];
  if (page.sort === 'limit') where.push('f.limit_at is not null');
  const limit = put(page.limit + 1);
  const sight = await withUnitIds(sql, filter.sight);
  const cutting: Cutting = {
    where,
    limit,
    page,
    words: Boolean(filter.from || filter.to),
    unitIds: unitByUnit(sight, page),
  };
  const cuts = waysToSee(sight, put, 'f').map((way) => cutOf(way, cutting, put));
  // One cut for each way to see: each is read from an index in order, and a page of the best of all is left.
  const text = `select ${COLUMNS} from (
      select f.* from (select f.* from (${cuts.join(' union ')}) f order by ${ORDER[page.sort]} limit ${limit}) v
      join feedback f on f.id = v.id
    ) f ${JOINS} order by ${ORDER[page.sort]}`;
  return { text, values };
}

/** What every cut of a page has in common. */
interface Cutting {
  readonly where: readonly string[];
  /** A parameter. */
  readonly limit: string;
  readonly page: Page;
  /** True when a period needs the words to choose by; nothing else is joined before the page is cut. */
  readonly words: boolean;
  readonly unitIds: readonly number[] | undefined;
}

/** Of more units than these, so many entries would be read that walking along the items is better. */
const MOST_UNITS = 100;

/** The units of whoever looks, when a page in the order of ids is put together from those of each unit. */
function unitByUnit({ unitIds }: Sight, { sort }: Page): readonly number[] | undefined {
  return sort !== 'limit' && unitIds && unitIds.length <= MOST_UNITS ? unitIds : undefined;
}

function cutOf({ condition, history }: WayToSee, { where, limit, page, words, unitIds }: Cutting, put: Put): string {
  const join = words ? 'join feedback_words w on w.feedback_id = f.id' : '';
  const order = `order by ${ORDER[page.sort]} limit ${limit}`;
  if (!history || !unitIds)
    return `(select f.id, f.limit_at from feedback f ${join} where ${[...where, condition()].join(' and ')} ${order})`;
  // Postgres takes the items of a unit for evenly spread, and would walk past all of the others' to find a few old
  // ones; the offset keeps it from turning the join round.
  const own = [`h.unit_id = own.unit_id`, history.counts, ...where, ...afterCursor(page, put, 'h.feedback_id')];
  return `(select f.id, f.limit_at from unnest(${put(unitIds)}::bigint[]) as own(unit_id) cross join lateral (
      select distinct on (h.feedback_id) f.id, f.limit_at from ${history.table} h
        cross join lateral (select * from feedback where id = h.feedback_id offset 0) f ${join}
      where ${own.join(' and ')} order by h.feedback_id ${page.sort === 'newest' ? 'desc' : ''} limit ${limit}) f ${order})`;
}

const ORDER = { newest: 'f.id desc', oldest: 'f.id', limit: 'f.limit_at, f.id' } as const;

function conditions(filter: ItemFilter, put: Put): string[] {
  const { category, tokens, unitPath } = filter;
  const found: string[] = [];
  if (filter.stage) found.push(`f.stage = ${put(filter.stage)}`);
  if (filter.state) found.push(`f.state = ${put(filter.state)}`);
  if (filter.kind) found.push(`f.kind = ${put(filter.kind)}`);
  if (filter.product) found.push(`f.product = ${put(filter.product)}`);
  if (filter.from) found.push(`w.received_at >= ${put(filter.from)}`);
  if (filter.to) found.push(`w.received_at < ${put(filter.to)}`);
  if (filter.cluster)
    found.push(`f.id in (select feedback_id from cluster_member where cluster_id = ${put(filter.cluster)})`);
  if (category) found.push(`(f.category = ${put(category)} or starts_with(f.category, ${put(`${category}.`)}))`);
  if (unitPath) found.push(`f.unit_id in (select id from unit where starts_with(path, ${put(unitPath)}))`);
  if (tokens) found.push(`f.id in (select feedback_id from analysis where search @@ ${put(query(tokens))}::tsquery)`);
  return found;
}

/** All words must be there. */
/** A Chinese token finds every word that begins with it: the parts of a word are stored as its endings. */
const HAN = /[\u3400-\u9fff]/;

function query(tokens: readonly string[]): string {
  return tokens
    .map((token) => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${HAN.test(token) ? ':*' : ''}`)
    .join(' & ');
}

function afterCursor(page: Page, put: Put, idColumn = 'f.id'): string[] {
  if (!page.cursor) return [];
  const { at, id } = readCursor(page.cursor);
  switch (page.sort) {
    case 'newest':
      return [`${idColumn} < ${put(id)}`];
    case 'oldest':
      return [`${idColumn} > ${put(id)}`];
    case 'limit':
      return [`(f.limit_at, f.id) > (${put(at)}::timestamptz, ${put(id)}::uuid)`];
  }
}

/**
 * The id of an item named by id or reference, when it is seen.
 * @throws {CodedError} `not-found`, the same for an item that is not seen and one that is not there
 */
export async function findItem(sql: Sql, idOrReference: string, sight: Sight): Promise<string> {
  const name = parseName(idOrReference);
  const values: unknown[] = [];
  const put = putInto(values);
  const named =
    name &&
    ('id' in name
      ? `f.id = ${put(name.id)}`
      : `f.id = (select feedback_id from feedback_words where number = ${put(name.number)}
           and extract(year from received_at at time zone 'UTC') = ${put(name.year)})`);
  const [row] = named
    ? await sql.query<{ id: string }>(
        `select f.id from feedback f where ${named} and ${visibleItems(sight, put, 'f')}`,
        values,
      )
    : [];
  if (!row)
    throw new CodedError('not-found', `There is no feedback item "${idOrReference}". Check the id or reference.`);
  return row.id;
}
