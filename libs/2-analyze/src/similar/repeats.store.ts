import type { Sql } from '@huiyin/database';
import type { Compared } from './likeness.js';
import { COMPARED_CHARS, fingerprint, matter, PAIRS, SINGLES, WORDS, type Print } from './print.js';
import { asksAgain, Chains, type Again, type Received } from './repeats.js';
import { compared } from './similar.js';

/** An item whose words have been understood. */
export interface FreshItem {
  readonly feedbackId: string;
  /** `null` for somebody unknown: their items are found as similar and never linked. */
  readonly customerId: string | null;
  readonly subject?: string | null;
  readonly text: string;
  /** `fingerprint` of the words, where it has been worked out already. */
  readonly print?: Print | undefined;
}

/** What an item repeats. */
export interface Repeat extends Again {
  readonly firstId: string;
}

/** Items of the same customer that an item is held against, the newest. */
const LOOKED_AT = 20;
/** Customers locked one by one; more would fill the server's table of locks, so then all wait for one another. */
const SINGLE_LOCKS = 1_000;

const places = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
const INT_COLUMNS = [...places('single', SINGLES), ...places('pair', PAIRS)];
const WORD_COLUMNS = places('word', WORDS);

const COLUMNS = [...INT_COLUMNS, ...WORD_COLUMNS];
const TYPES = ['uuid', 'uuid', ...INT_COLUMNS.map(() => 'int'), ...WORD_COLUMNS.map(() => 'text')];
// One array for each column: read in a fraction of the time that rows of JSON take.
const INSERT = `insert into fingerprint (feedback_id, customer_id, ${COLUMNS.join(', ')})
  select * from unnest(${TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ')})
  on conflict (feedback_id) do nothing returning feedback_id as "feedbackId"`;

interface Printed {
  readonly item: FreshItem;
  readonly print: Print;
}

/** Stores by what items are found; answers with those that were not there yet. */
async function insertFingerprints(tx: Sql, items: readonly FreshItem[]): Promise<Set<string>> {
  const printed = items.flatMap((item): Printed[] => {
    const print = item.print ?? fingerprint(item);
    return print ? [{ item, print }] : [];
  });
  if (printed.length === 0) return new Set();
  const inserted = await tx.query<{ feedbackId: string }>(INSERT, [
    arrayOf(printed, ({ item }) => item.feedbackId),
    arrayOf(printed, ({ item }) => item.customerId),
    ...places('single', SINGLES).map((_, i) => arrayOf(printed, ({ print }) => print.singles[i])),
    ...places('pair', PAIRS).map((_, i) => arrayOf(printed, ({ print }) => print.pairs[i])),
    ...WORD_COLUMNS.map((_, i) => arrayOf(printed, ({ print }) => quoted(print.words[i]))),
  ]);
  return new Set(inserted.map(({ feedbackId }) => feedbackId));
}

/** Written by hand: the driver looks at every single value. */
function arrayOf(rows: readonly Printed[], value: (row: Printed) => string | number | null | undefined): string {
  return `{${rows.map((row) => value(row) ?? 'null').join(',')}}`;
}

function quoted(word: string | undefined): string | null {
  return word === undefined ? null : `"${word.replace(/["\\]/g, '\\$&')}"`;
}

/** Waits until no other batch links repeats of these customers, and keeps others out until the transaction ends. */
async function lockCustomers(tx: Sql, customers: readonly string[]): Promise<void> {
  const few = customers.length <= SINGLE_LOCKS;
  await tx.query(`select pg_advisory_xact_lock${few ? '_shared' : ''}(hashtextextended('repeats', 0))`);
  if (!few) return;
  await tx.query(
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended('repeat ' || c, 0) as key from unnest($1::text[]) as c order by 1) as k`,
    [customers],
  );
}

interface Earlier extends Received {
  readonly feedbackId: string;
  readonly feedbackReceivedAt: string;
  readonly subject: string | null;
  readonly text: string;
  readonly firstId: string | null;
  readonly firstReceivedAt: string | null;
}

/** What the customers of some items have said, the items among themselves too, at most `days` apart. */
function loadEarlier(tx: Sql, ids: readonly string[], days: number): Promise<Earlier[]> {
  return tx.query<Earlier>(
    `select p.feedback_id as "feedbackId", n.received_at as "feedbackReceivedAt", e.feedback_id as id, w.received_at as "receivedAt",
       w.subject, left(w.text, ${COMPARED_CHARS}) as text, r.first_id as "firstId", o.received_at as "firstReceivedAt"
     from fingerprint p join feedback_words n on n.feedback_id = p.feedback_id
     cross join lateral (
       select feedback_id from fingerprint x where x.customer_id = p.customer_id and x.feedback_id <> p.feedback_id
       order by x.feedback_id desc limit ${LOOKED_AT}) e
     join feedback_words w on w.feedback_id = e.feedback_id
     left join repeat r on r.feedback_id = e.feedback_id left join feedback_words o on o.feedback_id = r.first_id
     where p.feedback_id = any($1::uuid[])
       and w.received_at between n.received_at - make_interval(days => $2) and n.received_at + make_interval(days => $2)`,
    [ids, days],
  );
}

/** Stores repeats; those that are on record get another first when an earlier one has turned up. */
async function saveRepeats(tx: Sql, rows: readonly ({ id: string; firstId: string } & Again)[]): Promise<void> {
  await tx.query(
    `insert into repeat as r (feedback_id, first_id, similarity, exact)
     select id, "firstId", similarity, exact from json_to_recordset($1) as x(id uuid, "firstId" uuid, similarity real, exact boolean)
     on conflict (feedback_id) do update set first_id = excluded.first_id where r.first_id <> excluded.first_id`,
    [JSON.stringify(rows)],
  );
  // Whatever pointed at an item that is a repeat now points at the first.
  await tx.query(
    `update repeat r set first_id = x."firstId" from json_to_recordset($1) as x(id uuid, "firstId" uuid) where r.first_id = x.id`,
    [JSON.stringify(rows)],
  );
}

/**
 * Makes items findable by what they say and links those in which a customer says again what the same customer has said
 * within `days` (催单). A few statements for the whole batch, in the transaction of the stage; call it with the items of a first cycle,
 * last, since it keeps other batches with the same customers waiting until the transaction ends. Calling it twice
 * changes nothing. Answers with the repeats among `items`: their priority is raised by `priorityOfRepeat`.
 */
export async function linkRepeats(tx: Sql, items: readonly FreshItem[], days: number): Promise<Map<string, Repeat>> {
  const fresh = await insertFingerprints(tx, items);
  const known = items.filter(({ feedbackId, customerId }) => customerId !== null && fresh.has(feedbackId));
  if (known.length === 0) return new Map();
  await lockCustomers(tx, [...new Set(known.map(({ customerId }) => customerId as string))]);
  const pairs = await loadEarlier(
    tx,
    known.map(({ feedbackId }) => feedbackId),
    days,
  );
  if (pairs.length === 0) return new Map();
  const found = chained(new Map(known.map((item) => [item.feedbackId, item])), pairs);
  if (found.length > 0) await saveRepeats(tx, found);
  return new Map(found.filter(({ id }) => fresh.has(id)).map(({ id, ...repeat }) => [id, repeat]));
}

function chained(items: ReadonlyMap<string, FreshItem>, pairs: readonly Earlier[]): ({ id: string } & Repeat)[] {
  const ready = new Map<string, Compared>();
  const read = (id: string, words: { subject?: string | null; text: string }): Compared => {
    const known = ready.get(id) ?? compared(matter(words));
    ready.set(id, known);
    return known;
  };
  const chains = new Chains();
  const how = new Map<string, Again>();
  for (const pair of pairs) {
    const item = items.get(pair.feedbackId) as FreshItem;
    const again = asksAgain(read(item.feedbackId, item), read(pair.id, pair));
    if (!again) continue;
    chains.join({ id: pair.feedbackId, receivedAt: pair.feedbackReceivedAt }, pair);
    if (pair.firstId !== null) chains.join(pair, { id: pair.firstId, receivedAt: pair.firstReceivedAt ?? '' });
    for (const id of [pair.feedbackId, pair.id])
      if (again.similarity >= (how.get(id)?.similarity ?? 0)) how.set(id, again);
  }
  return chains
    .repeats()
    .map(({ id, firstId }) => ({ id, firstId, ...(how.get(id) ?? { similarity: 0, exact: false }) }));
}
