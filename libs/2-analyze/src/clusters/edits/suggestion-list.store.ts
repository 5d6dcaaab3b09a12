import type { Sql } from '@huiyin/database';
import { quotesOf, type Quote, type QuoteCandidate } from '../reading/quotes.js';
import type { SuggestionKind } from './suggestions.store.js';

/** One side of a suggestion. */
export interface SuggestionSide {
  readonly size: number;
  /** What some of its items say, shortened; personal data is masked. */
  readonly quotes: Quote[];
}

/** What the machine would change but leaves to a person. */
export interface SuggestionView {
  readonly id: number;
  readonly kind: SuggestionKind;
  /** How sure, 0 to 1. */
  readonly score: number;
  readonly madeAt: string;
  /** For a split, the quotes are of those that would stay. */
  readonly cluster: SuggestionSide & { readonly id: string; readonly name: string };
  /** The cluster that looks like it; null for a split. */
  readonly other: (SuggestionSide & { readonly id: string; readonly name: string }) | null;
  /** The items that would leave it; null for a merge. */
  readonly part: (SuggestionSide & { readonly feedbackIds: string[] }) | null;
}

const QUOTES = 3;
/** The newest members, of which the most typical are quoted: reading all of a large cluster would take too long. */
const NEWEST = 60;
const CANDIDATES = 15;

const said = (where: string) => `(
  select coalesce(json_agg(json_build_object('feedbackId', t.feedback_id, 'customerId', f.customer_id, 'text', left(w.text, 1200), 'known',
    array_remove(array[w.customer->>'name', w.customer->>'phone', w.customer->>'email', u.name, u.phone, u.email], null))
    order by t.score desc, t.feedback_id), '[]')
  from (
    select feedback_id, score from (
      select feedback_id, score from cluster_member where ${where} order by feedback_id desc limit ${NEWEST}
    ) n order by score desc, feedback_id limit ${CANDIDATES}
  ) t join feedback f on f.id = t.feedback_id join feedback_words w on w.feedback_id = t.feedback_id
  left join customer u on u.id = f.customer_id)`;

const cluster = (c: string, quoted: string) =>
  `json_build_object('id', ${c}.id, 'name', ${c}.name, 'size', ${c}.size, 'said', ${said(quoted)})`;

const PART = `json_build_object('size', cardinality(s.feedback_ids), 'feedbackIds', s.feedback_ids,
  'said', ${said('cluster_id = c.id and feedback_id = any(s.feedback_ids)')})`;

type Said<Side> = Omit<Side, 'quotes'> & { readonly said: QuoteCandidate[] };
type Stored = Omit<SuggestionView, 'cluster' | 'other' | 'part'> & {
  readonly cluster: Said<SuggestionView['cluster']>;
  readonly other: Said<NonNullable<SuggestionView['other']>> | null;
  readonly part: Said<NonNullable<SuggestionView['part']>> | null;
};

/** What is suggested now, the surest first. */
export async function listSuggestions(
  sql: Sql,
  { kind, limit = 50 }: { readonly kind?: SuggestionKind; readonly limit?: number },
): Promise<SuggestionView[]> {
  const rows = await sql.query<Stored>(
    `select s.id, s.kind, s.score, s.made_at as "madeAt",
       case s.kind when 'merge' then ${cluster('c', 'cluster_id = c.id')}
         else ${cluster('c', 'cluster_id = c.id and feedback_id <> all(s.feedback_ids)')} end as cluster,
       case when o.id is not null then ${cluster('o', 'cluster_id = o.id')} end as other, case s.kind when 'split' then ${PART} end as part
     from (select * from cluster_suggestion where state = 'open' and ($1::text is null or kind = $1) order by score desc, id limit $2) s
     join cluster c on c.id = s.cluster_id left join cluster o on o.id = s.other_id
     where c.merged_into is null and (o.id is null or o.merged_into is null)
     order by s.score desc, s.id`,
    [kind ?? null, limit],
  );
  return rows.map((row) => ({
    ...row,
    cluster: quoted(row.cluster),
    other: row.other && quoted(row.other),
    part: row.part && quoted(row.part),
  }));
}

function quoted<Side extends { readonly said: QuoteCandidate[] }>({ said: candidates, ...side }: Side) {
  return { ...side, quotes: quotesOf(candidates).slice(0, QUOTES) };
}
