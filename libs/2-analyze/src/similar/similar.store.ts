import { putInto, type RowCondition, type Sql } from '@huiyin/database';
import { COMPARED_CHARS, PAIRS, SINGLES, WORDS } from './print.js';
import { excerpt, mostSimilar, sought, type Likeness, type Said, type Sought } from './similar.js';

/** An item that says the same, or something like it. */
export interface SimilarItem extends Likeness {
  readonly id: string;
  readonly reference: string;
  /** Its beginning. */
  readonly text: string;
  readonly stage: string;
  readonly state: string;
  readonly receivedAt: string;
  readonly cluster: { readonly id: string; readonly name: string } | null;
  /** True when it is from the customer who was named. */
  readonly sameCustomer: boolean;
}

/** A cluster with such items; `similarity` is that of the most similar of them. */
export interface SimilarCluster {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly similarity: number;
}

/** What is asked. */
export interface SimilarQuery {
  /** What somebody says, or is about to: half-written texts find what has the same words. */
  readonly text: string;
  /** Most items in the answer. */
  readonly limit: number;
  /** Whose items come first. */
  readonly customerId?: string | undefined;
  /** Which items may be told of; left out, all. */
  readonly seen?: RowCondition | undefined;
}

/** Entries read under one number or word, the newest; among more, one copy is as good as another. */
const ENTRIES = { pair: 100, single: 100, word: 50 };
/** Items of the named customer that are looked at, the newest. */
const OF_CUSTOMER = 30;
/** Items that are held against the text one by one. */
const CANDIDATES = 48;
/** So many times more are looked up where some may not be told of. */
const BEHIND_A_SCREEN = 4;
/** Items that are read word by word at least. */
const READ_CLOSELY = 8;
const CLUSTERS = 5;

/** What it tells to be found under one of them. */
const WORTH = { pair: 3, single: 2, word: 2 };

// An equality written as a range: only then is an index read from its end, where the newest entries are.
const at = (column: string, value: string) => `${column} between ${value} and ${value} order by ${column} desc`;
const numbers = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

const BY_NUMBER = [...numbers('single', SINGLES), ...numbers('pair', PAIRS)].map((column, index) => {
  const sort = column.startsWith('pair') ? 'pair' : 'single';
  return `(select feedback_id, ${WORTH[sort]} as worth from fingerprint where ${at(column, `($1::int[])[${index + 1}]`)} limit ${ENTRIES[sort]})`;
});
const BY_WORD = numbers('word', WORDS).map(
  (column) => `(select e.feedback_id, ${WORTH.word} from unnest($2::text[]) as q(word) cross join lateral (
      select feedback_id from fingerprint where ${at(column, 'q.word')} limit ${ENTRIES.word}) e)`,
);
const BY_BEGINNING = numbers('word', WORDS).map(
  (column) =>
    `(select feedback_id, 1 from fingerprint where ${column} >= $3 and ${column} < $3 || U&'\\FFFF' order by ${column} desc limit ${ENTRIES.word})`,
);
const BY_CUSTOMER = `(select feedback_id, 1 from fingerprint where customer_id = $4 order by feedback_id desc limit ${OF_CUSTOMER})`;

/** Only what there is to look up by is asked for: each part costs the server time to plan. The casts name the types of values that no part uses. */
function statement({ words, begun }: Sought, customerId: string | null, seen: string): string {
  const parts = [
    ...BY_NUMBER,
    ...(words.length > 0 ? BY_WORD : []),
    ...(begun === null ? [] : BY_BEGINNING),
    ...(customerId === null ? [] : [BY_CUSTOMER]),
  ];
  return `
with found as materialized (
  select feedback_id from (${parts.join('\n    union all ')}) as entry
  group by feedback_id order by sum(worth) desc, feedback_id desc limit ${seen === 'true' ? CANDIDATES : CANDIDATES * BEHIND_A_SCREEN}
)
select f.id, reference(w.number, w.received_at) as reference, w.subject, left(w.text, ${COMPARED_CHARS}) as text, f.stage, f.state,
  w.received_at as "receivedAt", c.id as "clusterId", c.name as "clusterName", c.size as "clusterSize",
  coalesce(f.customer_id = $4::uuid, false) as "sameCustomer"
from found join feedback f on f.id = found.feedback_id join feedback_words w on w.feedback_id = f.id
left join cluster_member m on m.feedback_id = f.id left join cluster c on c.id = m.cluster_id where ($2::text[] is not null or $3::text is not null) and ${seen}
limit ${CANDIDATES}`;
}

interface Candidate extends Omit<SimilarItem, 'cluster' | keyof Likeness>, Said {
  readonly clusterId: string | null;
  readonly clusterName: string | null;
  readonly clusterSize: number | null;
}

function candidates(sql: Sql, wanted: Sought, { customerId = null, seen }: Asker): Promise<Candidate[]> {
  const { print, words, begun } = wanted;
  const parts = [words.length > 0 && 'words', begun !== null && 'begun', customerId !== null && 'customer'];
  const values: unknown[] = [[...print.singles, ...print.pairs], words, begun, customerId];
  const condition = seen?.(putInto(values), 'f') ?? 'true';
  const name = ['similar', ...parts.filter(Boolean), condition !== 'true' && 'seen'].filter(Boolean).join(' ');
  return sql.query<Candidate>(statement(wanted, customerId, condition), values, name);
}

/** Whose items come first, and which ones may be told of. */
interface Asker {
  readonly customerId?: string | null | undefined;
  readonly seen?: RowCondition | undefined;
}

type Found = Candidate & Likeness;

/** Near-duplicates of the named customer first, then by similarity, then the newest. */
function better(a: Found, b: Found): number {
  const own = (item: Found): number => (item.near && item.sameCustomer ? 1 : 0);
  return own(b) - own(a) || b.similarity - a.similarity || (a.id < b.id ? 1 : -1);
}

function clustersOf(found: readonly Found[]): SimilarCluster[] {
  const clusters = new Map<string, SimilarCluster>();
  for (const { clusterId: id, clusterName: name, clusterSize: size, similarity } of found) {
    if (id === null || name === null || size === null) continue;
    if (similarity > (clusters.get(id)?.similarity ?? 0)) clusters.set(id, { id, name, size, similarity });
  }
  return [...clusters.values()].sort((a, b) => b.similarity - a.similarity || b.size - a.size).slice(0, CLUSTERS);
}

function toItem({ clusterId, clusterName, clusterSize: _, subject: __, ...item }: Found): SimilarItem {
  const cluster = clusterId === null || clusterName === null ? null : { id: clusterId, name: clusterName };
  return { ...item, text: excerpt(item.text), similarity: Math.round(item.similarity * 1_000) / 1_000, cluster };
}

/**
 * Items that say the same as a text or something like it, best first, and the clusters that they are in. Reads a bounded
 * number of entries however many items there are and however alike they are, in one statement; about 3 ms.
 */
export async function findSimilar(
  sql: Sql,
  query: SimilarQuery,
): Promise<{ items: SimilarItem[]; clusters: SimilarCluster[] }> {
  const wanted = sought(query.text);
  if (!wanted) return { items: [], clusters: [] };
  const found = mostSimilar(wanted, await candidates(sql, wanted, query), Math.max(query.limit, READ_CLOSELY)).sort(
    better,
  );
  return { items: found.slice(0, query.limit).map(toItem), clusters: clustersOf(found) };
}
