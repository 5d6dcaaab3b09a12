import { putInto, type RowCondition, type Sql } from '@huiyin/database';
import { COUNTED_WHEN_ASKED, type ClusterView } from './cluster-list.store.js';
import { countClusters, type MemberFigures } from './figures.store.js';
import type { ImpactParts } from './impact.js';
import { ALL_ITEMS, clusterSeen, noCluster } from './seen-clusters.store.js';
import { quotesOf, type Quote, type QuoteCandidate } from './quotes.js';

/** A cluster with what its members say. */
export interface ClusterDetail extends ClusterView, MemberFigures {
  /** A few sentences from a chat model, where one is set up. */
  readonly summary: string | null;
  /** What everybody may read of how it stands. */
  readonly publicWords: string | null;
  /** Where its items went; then it has none itself. */
  readonly mergedInto: string | null;
  /** Mean similarity of two members, −1 to 1. */
  readonly cohesion: number;
  /** What the impact was made from. */
  readonly impactParts: ImpactParts | null;
  /** When the figures were counted. */
  readonly countedAt: string;
  /** Nearest to what its members have in common. */
  readonly quotes: readonly Quote[];
  /** The words that most of its members are about, of 500 of them. */
  readonly keywords: readonly string[];
}

/** Members that are looked at for quotes, the nearest ones, and for keywords. */
const QUOTED_FROM = 60;
const WORDS_FROM = 500;
const KEYWORDS = 10;

type Stored = Omit<ClusterView, 'open' | 'customers'> &
  Pick<ClusterDetail, 'summary' | 'publicWords' | 'mergedInto' | 'cohesion'> & {
    /** Empty while `figuresAt` is null. */
    readonly figures: MemberFigures & { readonly impact: ImpactParts };
    readonly figuresAt: string | null;
    readonly now: string;
  };

/**
 * One cluster. Up to 2,000 members are counted as they are now; of a larger cluster the figures are those that the
 * worker counted last (`countedAt`), so that reading it takes no longer than one pass over its list of members.
 * Figures are of all members; quotes are of those that are `seen`.
 * @throws {CodedError} `not-found`
 */
export async function readCluster(sql: Sql, id: string, seen: RowCondition = ALL_ITEMS): Promise<ClusterDetail> {
  const values: unknown[] = [id];
  const [row] = await sql.query<Stored>(
    `select c.id, c.name, c.named_by as "namedBy", c.category, c.language, c.status, c.locked, c.settled, c.size, c.impact, c.growth,
       c.first_seen_at as "firstSeenAt", c.last_seen_at as "lastSeenAt", c.summary, c.public_words as "publicWords", c.merged_into as "mergedInto", c.cohesion, c.figures,
       c.figures_at as "figuresAt", loop_now() as now from cluster c where c.id = $1 and ${clusterSeen(seen, putInto(values), 'c')}`,
    values,
  );
  if (!row) throw noCluster();
  const { figures, figuresAt, now, ...cluster } = row;
  const [quotes, keywords] = [await readQuotes(sql, id, seen), await readKeywords(sql, id)];
  if (row.size > COUNTED_WHEN_ASKED && figuresAt !== null) {
    const { impact: impactParts, ...stored } = figures;
    return { ...stored, ...cluster, impactParts, countedAt: figuresAt, quotes, keywords };
  }
  const [counted] = await countClusters(sql, [id]);
  if (!counted) throw noCluster();
  const { growth, impact, firstSeenAt, lastSeenAt } = counted;
  const period = { firstSeenAt: firstSeenAt ?? row.firstSeenAt, lastSeenAt: lastSeenAt ?? row.lastSeenAt };
  const score = { growth, impact: impact.score, impactParts: impact.parts, countedAt: now };
  return { ...cluster, ...counted.figures, ...period, ...score, quotes, keywords };
}

async function readQuotes(sql: Sql, id: string, seen: RowCondition): Promise<Quote[]> {
  const values: unknown[] = [id];
  const condition = seen(putInto(values), 'f');
  const candidates = await sql.query<QuoteCandidate>(
    `select m.feedback_id as "feedbackId", f.customer_id as "customerId", left(w.text, 1200) as text,
       array_remove(array[w.customer->>'name', w.customer->>'phone', w.customer->>'email', c.name, c.phone, c.email], null) as known
     from (select n.feedback_id, n.score from cluster_member n ${condition === 'true' ? '' : 'join feedback f on f.id = n.feedback_id'}
       where n.cluster_id = $1 and ${condition} order by n.score desc, n.feedback_id limit ${QUOTED_FROM}) m
     join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = m.feedback_id
     left join customer c on c.id = f.customer_id order by m.score desc, m.feedback_id`,
    values,
  );
  return quotesOf(candidates);
}

async function readKeywords(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.query<{ word: string }>(
    `select word from (select feedback_id from cluster_member where cluster_id = $1 limit ${WORDS_FROM}) m
     cross join lateral (select keywords from analysis a where a.feedback_id = m.feedback_id order by cycle desc limit 1) a
     cross join lateral unnest(a.keywords) as word group by word order by count(*) desc, word limit ${KEYWORDS}`,
    [id],
  );
  return rows.map(({ word }) => word);
}
