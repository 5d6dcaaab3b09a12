import type { Sql } from '@huiyin/database';
import { growthOf, impactOf, type Impact } from './impact.js';
import { COUNTED_WHEN_ASKED } from './cluster-list.store.js';
import { VOICE_TIME } from './voice-time.store.js';

/** How many items have a certain value. */
export interface Counted {
  readonly name: string;
  readonly items: number;
}

/** What is counted of the members of a cluster. */
export interface MemberFigures {
  readonly size: number;
  /** Members that are not closed. */
  readonly open: number;
  /**
   * Different customers. A known customer counts once, however often the same thing was asked (that is what `repeats`
   * tells); items from nobody known count as one customer each, since nothing says that two of them are one person. So
   * this is `knownCustomers + unknownVoices`, an upper bound where `unknownVoices` is not 0.
   */
  readonly customers: number;
  readonly knownCustomers: number;
  /** Items from nobody known. */
  readonly unknownVoices: number;
  /** Items in which a known customer says again what the same customer has said before (催单). */
  readonly repeats: number;
  readonly sentiment: { readonly positive: number; readonly neutral: number; readonly negative: number };
  /** Mean urgency level, 0 to 3. */
  readonly urgency: number;
  readonly kinds: readonly Counted[];
  /** Codes of the units that hold or held them, the ten with most. */
  readonly units: readonly Counted[];
  /** The ten with most. */
  readonly regions: readonly Counted[];
  /** Voices of the last seven days; when a voice counts is said at `VOICE_TIME`. */
  readonly week: number;
  /** Voices of the 28 days before those. */
  readonly weeksBefore: number;
  readonly daysSilent: number;
}

/** A cluster with its figures as they are now. */
export interface CountedCluster {
  readonly id: string;
  readonly figures: MemberFigures;
  readonly growth: number;
  readonly impact: Impact;
  /** Of most members: first level of the category, and the language; null without members. */
  readonly category: string | null;
  readonly language: string | null;
  /** First and last item received; null without members. */
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
}

interface Row extends Omit<MemberFigures, 'customers' | 'sentiment' | 'kinds' | 'units' | 'regions'> {
  readonly id: string;
  readonly cohesion: number | null;
  readonly positive: number;
  readonly negative: number;
  readonly kinds: Counted[] | null;
  readonly units: Counted[] | null;
  readonly regions: Counted[] | null;
  readonly category: string | null;
  readonly language: string | null;
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
}

/** The ten values of `column` that most members of each cluster have, as JSON. */
const top = (
  column: string,
) => `(select cluster_id, json_agg(json_build_object('name', name, 'items', items) order by items desc, name) as list
  from (select cluster_id, ${column} as name, count(*) as items,
          row_number() over (partition by cluster_id order by count(*) desc, ${column}) as place
        from m where ${column} is not null group by 1, 2) x where place <= 10 group by 1)`;

const COUNT = `with m as materialized (
    select m.cluster_id, f.state, f.customer_id, f.sentiment, f.urgency, f.kind, f.region, f.language, u.code as unit,
      split_part(f.category, '.', 1) as category, w.received_at, ${VOICE_TIME} as voice_at, r.feedback_id is not null as repeat
    from cluster_member m join feedback f on f.id = m.feedback_id join feedback_words w on w.feedback_id = m.feedback_id
    left join repeat r on r.feedback_id = m.feedback_id left join unit u on u.id = f.unit_id
    where m.cluster_id = any($1::uuid[])),
  g as (
    select cluster_id, count(*) as size, count(*) filter (where state <> 'closed') as open,
      count(distinct customer_id) as known, count(*) filter (where customer_id is null) as unknown, count(*) filter (where repeat) as repeats,
      count(*) filter (where sentiment = 'positive') as positive, count(*) filter (where sentiment = 'negative') as negative,
      coalesce(avg(urgency), 0) as urgency, mode() within group (order by category) as category,
      mode() within group (order by language) as language, min(received_at) as first_at, max(received_at) as last_at,
      count(*) filter (where voice_at > now - interval '7 days') as week,
      count(*) filter (where voice_at > now - interval '35 days' and voice_at <= now - interval '7 days') as before,
      extract(epoch from max(now) - max(voice_at)) / 86400 as silent
    from m, (select loop_now() as now) t group by 1)
  select c.id, case when c.centroid is null and c.cohesion = 0 then null else c.cohesion end as cohesion,
    coalesce(g.size, 0) as size, coalesce(g.open, 0) as open, coalesce(g.known, 0) as "knownCustomers",
    coalesce(g.unknown, 0) as "unknownVoices", coalesce(g.repeats, 0) as repeats, coalesce(g.positive, 0) as positive,
    coalesce(g.negative, 0) as negative, coalesce(g.urgency, 0)::float as urgency, k.list as kinds, u.list as units, r.list as regions,
    nullif(g.category, '') as category, g.language, g.first_at as "firstSeenAt", g.last_at as "lastSeenAt",
    coalesce(g.week, 0) as week, coalesce(g.before, 0) as "weeksBefore", coalesce(g.silent, 0)::float as "daysSilent"
  from cluster c left join g on g.cluster_id = c.id left join ${top('kind')} k on k.cluster_id = c.id
    left join ${top('unit')} u on u.cluster_id = c.id left join ${top('region')} r on r.cluster_id = c.id
  where c.id = any($1::uuid[])`;

/** Counts clusters from their members, all in one statement; the work is proportional to the members. */
export async function countClusters(sql: Sql, ids: readonly string[]): Promise<CountedCluster[]> {
  if (ids.length === 0) return [];
  return (await sql.query<Row>(COUNT, [ids])).map(counted);
}

function counted(row: Row): CountedCluster {
  const { id, cohesion, category, language, firstSeenAt, lastSeenAt } = row;
  const { size, open, knownCustomers, unknownVoices, repeats, positive, negative, week, weeksBefore } = row;
  const customers = knownCustomers + unknownVoices;
  const [urgency, daysSilent] = [Math.round(row.urgency * 100) / 100, Math.round(row.daysSilent * 100) / 100];
  const growth = Math.round(growthOf(week, weeksBefore) * 1e3) / 1e3;
  const share = (items: number) => (size === 0 ? 0 : items / size);
  return {
    id,
    growth,
    impact: impactOf({ size, customers, negative: share(negative), urgency: row.urgency / 3, growth, open: share(open), cohesion, daysSilent }), // prettier-ignore
    ...{ category, language, firstSeenAt, lastSeenAt },
    figures: {
      ...{ size, open, customers, knownCustomers, unknownVoices, repeats, urgency, week, weeksBefore, daysSilent },
      sentiment: { positive, neutral: size - positive - negative, negative },
      ...{ kinds: row.kinds ?? [], units: row.units ?? [], regions: row.regions ?? [] },
    },
  };
}

const UNMARKED = 'not exists (select from cluster_stale s where s.cluster_id = c.id)';

/** A cluster that is to be counted anew. */
export interface StaleCluster {
  readonly id: string;
  readonly size: number;
  /** Of the change that made it so; null when it is only that a day has passed. */
  readonly mark: string | null;
}

/**
 * The clusters to count anew: first those whose members have changed, then those that were last counted a day ago
 * (what is open and how long it has been silent changes by itself). A large one that changes all the time is counted
 * again after a hundredth of a second for each of its members at the earliest: 100,000 members, a quarter of an hour.
 */
export function listStaleClusters(sql: Sql, limit: number): Promise<StaleCluster[]> {
  return sql.query<StaleCluster>(
    `(select c.id, c.size, s.mark::text as mark from cluster_stale s join cluster c on c.id = s.cluster_id
      where c.figures_at is null or c.size <= ${COUNTED_WHEN_ASKED} or c.figures_at < loop_now() - c.size * interval '10 milliseconds'
      order by s.mark limit $1)
     union all
     (select c.id, c.size, null from cluster c where c.merged_into is null and c.figures_at is null and ${UNMARKED} limit $1)
     union all
     (select c.id, c.size, null from cluster c where c.merged_into is null and c.figures_at < (select loop_now() - interval '1 day') and ${UNMARKED}
      order by c.figures_at limit $1)
     limit $1`,
    [limit],
  );
}

/** Writes figures down. Waits for whoever changes clusters at the moment, and keeps others out until the transaction ends. */
export async function saveFigures(
  tx: Sql,
  stale: readonly StaleCluster[],
  all: readonly CountedCluster[],
): Promise<void> {
  const rows = all.map(({ id, figures, growth, impact, category, language, firstSeenAt, lastSeenAt }) => {
    return { id, growth, impact: impact.score, category, language, firstSeenAt, lastSeenAt, figures: { ...figures, impact: impact.parts } }; // prettier-ignore
  });
  const large = all.filter(({ figures }) => figures.size > COUNTED_WHEN_ASKED).map(({ id }) => id);
  // Read before the lock is taken, and written after: what waits with something written holds up the feed.
  const days = await readDays(tx, large);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('clusters', 0))`);
  await saveDays(tx, large, days);
  await tx.query(
    `update cluster c set impact = x.impact, growth = x.growth, figures = x.figures, figures_at = loop_now(),
       category = coalesce(x.category, c.category), language = coalesce(x.language, c.language),
       first_seen_at = coalesce(x."firstSeenAt", c.first_seen_at), last_seen_at = coalesce(x."lastSeenAt", c.last_seen_at)
     from jsonb_to_recordset($1) as x(id uuid, impact real, growth real, category text, language text, "firstSeenAt" timestamptz,
       "lastSeenAt" timestamptz, figures jsonb) where c.id = x.id`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    `delete from cluster_stale s using jsonb_to_recordset($1) as x(id uuid, mark text) where s.cluster_id = x.id and s.mark = x.mark::xid8`,
    [JSON.stringify(stale)],
  );
}

interface Day {
  readonly id: string;
  readonly day: string;
  readonly items: number;
  readonly customers: number;
}

function readDays(tx: Sql, ids: readonly string[]): Promise<Day[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.query<Day>(
    `select m.cluster_id as id, w.received_at::date::text as day, count(*) as items,
       count(distinct f.customer_id) + count(*) filter (where f.customer_id is null) as customers
     from cluster_member m join feedback_words w on w.feedback_id = m.feedback_id join feedback f on f.id = m.feedback_id
     where m.cluster_id = any($1::uuid[]) group by 1, 2`,
    [ids],
  );
}

/** Writes down the days of large clusters, of which a trend is read without looking at their members. */
async function saveDays(tx: Sql, ids: readonly string[], days: readonly Day[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from cluster_day where cluster_id = any($1::uuid[])', [ids]);
  await tx.query(
    `insert into cluster_day (cluster_id, day, items, customers)
     select id, day, items, customers from jsonb_to_recordset($1) as x(id uuid, day date, items int, customers int)`,
    [JSON.stringify(days)],
  );
}
