import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { settle } from './carry.store.js';
import { merge, splitOff, type Edited } from './edits.store.js';
import { editing, lockRows, readStandings } from './standing.store.js';

export const SUGGESTION_KINDS = ['merge', 'split'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** Something that the machine would change but leaves to a person: two clusters that look alike, or one that falls apart. */
export type NewSuggestion =
  | { readonly kind: 'merge'; readonly clusterId: string; readonly otherId: string; readonly score: number }
  | {
      readonly kind: 'split';
      readonly clusterId: string;
      /** The items that would leave. */
      readonly feedbackIds: readonly string[];
      readonly score: number;
    };

/** How long suggestions that are no longer offered are kept, so that somebody who looks at one learns why. */
const KEEP_STALE = '7 days';

/** The two clusters of a merge in either order. */
const PAIR = (row: string) =>
  `least(${row}.cluster_id, ${row}.other_id) as low, greatest(${row}.cluster_id, ${row}.other_id) as high`;

/** At least half of the items of `a` are among those of `b`. */
const SAME_PART = (a: string, b: string) =>
  `2 * (select count(*) from unnest(${a}.feedback_ids) as x(id) where x.id = any(${b}.feedback_ids)) >= cardinality(${a}.feedback_ids)`;

const GIVEN = `given as materialized (
  select g.kind, g."clusterId" as cluster_id, g."otherId" as other_id, g.score,
    case when g.kind = 'split' then array(select i::uuid from json_array_elements_text(g."feedbackIds") as i) end as feedback_ids
  from json_to_recordset($1) as g(kind text, "clusterId" uuid, "otherId" uuid, "feedbackIds" json, score real)
), alive as (
  select distinct on (kind, cluster_id, other_id) * from (
    select g.kind, case when g.kind = 'merge' then least(g.cluster_id, g.other_id) else g.cluster_id end as cluster_id,
      case when g.kind = 'merge' then greatest(g.cluster_id, g.other_id) end as other_id, g.score, g.feedback_ids
    from given g
    where exists (select from cluster c where c.id = g.cluster_id and c.merged_into is null)
      and (g.kind = 'split' and cardinality(g.feedback_ids) > 0 or g.kind = 'merge' and g.cluster_id <> g.other_id
        and exists (select from cluster c where c.id = g.other_id and c.merged_into is null))
  ) g order by kind, cluster_id, other_id, score desc
), offered as materialized (
  select g.* from alive g where not exists (
    select from cluster_suggestion s, lateral (select ${PAIR('s')}) p
    where s.state = 'refused' and s.kind = g.kind
      and (g.kind = 'merge' and p.low = g.cluster_id and p.high = g.other_id
        or g.kind = 'split' and s.cluster_id = g.cluster_id and ${SAME_PART('g', 's')}))
)`;

/**
 * Replaces what is offered to people by what the latest pass found, in one statement. Never offered again: a pair that
 * was refused, in either order, and a split of which half of the items were refused before. What is offered already keeps
 * its id, with the new score and items; what is no longer found becomes stale. One split of a cluster at most, the surest.
 * @returns how many are open
 */
export async function storeSuggestions(tx: Sql, rows: readonly NewSuggestion[]): Promise<number> {
  await tx.query(
    `delete from cluster_suggestion where state = 'stale' and made_at < loop_now() - interval '${KEEP_STALE}'`,
  );
  const [stored] = await tx.query<{ open: number }>(
    `with ${GIVEN}, kept as (
       select distinct on (g.kind, g.cluster_id, g.other_id) s.id, g.kind, g.cluster_id, g.other_id, g.score, g.feedback_ids
       from offered g join cluster_suggestion s on s.state = 'open' and s.kind = g.kind, lateral (select ${PAIR('s')}) p
       where g.kind = 'merge' and p.low = g.cluster_id and p.high = g.other_id
         or g.kind = 'split' and s.cluster_id = g.cluster_id and ${SAME_PART('g', 's')}
       order by g.kind, g.cluster_id, g.other_id, s.id
     ), renewed as (
       update cluster_suggestion s set score = k.score, feedback_ids = k.feedback_ids from kept k where s.id = k.id
     ), gone as (
       update cluster_suggestion s set state = 'stale' where s.state = 'open' and not exists (select from kept k where k.id = s.id)
     ), fresh as (
       insert into cluster_suggestion (kind, cluster_id, other_id, feedback_ids, score)
       select g.kind, g.cluster_id, g.other_id, g.feedback_ids, g.score from offered g
       where not exists (select from kept k where k.kind = g.kind and k.cluster_id = g.cluster_id and k.other_id is not distinct from g.other_id)
       order by g.score desc
     ) select count(*) as open from offered`,
    [JSON.stringify(rows)],
  );
  return stored!.open;
}

interface Suggestion {
  readonly id: number;
  readonly kind: SuggestionKind;
  readonly clusterId: string;
  readonly otherId: string | null;
  readonly feedbackIds: string[] | null;
  readonly state: 'open' | 'accepted' | 'refused' | 'stale';
  readonly decidedBy: string | null;
}

const NEXT = 'GET /api/v1/clusters/suggestions lists what is offered now.';

async function open(tx: Sql, id: number): Promise<Suggestion> {
  const [found] = await tx.query<Suggestion>(
    `select id, kind, cluster_id as "clusterId", other_id as "otherId", feedback_ids as "feedbackIds", state, decided_by as "decidedBy"
     from cluster_suggestion where id = $1`,
    [id],
  );
  if (!found) throw new CodedError('not-found', `There is no suggestion ${id}. ${NEXT}`);
  if (found.decidedBy)
    throw new CodedError('suggestion-decided', `Suggestion ${id} was ${found.state} by ${found.decidedBy}. ${NEXT}`);
  if (found.state === 'stale') throw stale(id);
  return found;
}

const stale = (id: number) =>
  new CodedError(
    'suggestion-stale',
    `Suggestion ${id} no longer fits: its items were moved, or a cluster was merged, since it was made. ${NEXT}`,
  );

async function decide(tx: Sql, id: number, state: 'accepted' | 'refused', actor: string): Promise<void> {
  await tx.query('update cluster_suggestion set state = $2, decided_at = loop_now(), decided_by = $3 where id = $1', [
    id,
    state,
    actor,
  ]);
}

/**
 * Carries out what was suggested, as an edit of the person who accepts it. Of two clusters the one stays that a person
 * has named, then the larger one, then the older one.
 * @throws {CodedError} `not-found`; `suggestion-decided`; `suggestion-stale` when items were moved or a cluster was merged
 *   since: it is offered no longer
 */
export async function acceptSuggestion(db: Database, id: number, actor: string): Promise<Edited> {
  const result = await editing(db, async (tx) => {
    const suggestion = await open(tx, id);
    if (!(await stillFits(tx, suggestion))) {
      await tx.query(`update cluster_suggestion set state = 'stale' where id = $1`, [id]);
      return undefined;
    }
    await decide(tx, id, 'accepted', actor);
    const { clusterId, otherId, feedbackIds } = suggestion;
    if (otherId === null) return splitOff(tx, clusterId, { feedbackIds: feedbackIds ?? [] }, actor);
    const [stays, goes] = await stayingFirst(tx, [clusterId, otherId]);
    return merge(tx, goes!, stays!, actor);
  });
  // Thrown here: that it is stale has to outlive the transaction.
  if (!result) throw stale(id);
  return result;
}

async function stillFits(tx: Sql, { clusterId, otherId, feedbackIds }: Suggestion): Promise<boolean> {
  const clusters = await readStandings(tx, otherId === null ? [clusterId] : [clusterId, otherId]);
  if (clusters.some(({ mergedInto }) => mergedInto !== null)) return false;
  if (feedbackIds === null) return true;
  const [members] = await tx.query<{ leaving: number; staying: number }>(
    `select count(*) filter (where feedback_id = any($2::uuid[])) as leaving, count(*) filter (where feedback_id <> all($2::uuid[])) as staying
     from cluster_member where cluster_id = $1`,
    [clusterId, feedbackIds],
  );
  return members!.leaving === new Set(feedbackIds).size && members!.staying > 0;
}

async function stayingFirst(tx: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from cluster where id = any($1::uuid[]) order by named_by = 'person' desc, size desc, id`,
    [ids],
  );
  return rows.map((row) => row.id);
}

/** What a refusal came to. */
export interface Refused {
  readonly id: number;
  /** Clusters that are settled now. */
  readonly settled: string[];
}

/**
 * A person says that the clusters are right as they are: they are settled, and the same is not suggested again.
 * @throws {CodedError} `not-found`; `suggestion-decided`; `suggestion-stale`
 */
export function refuseSuggestion(db: Database, id: number, actor: string): Promise<Refused> {
  return editing(db, async (tx) => {
    const { clusterId, otherId } = await open(tx, id);
    const touched = otherId === null ? [clusterId] : [clusterId, otherId];
    await lockRows(tx, touched);
    await decide(tx, id, 'refused', actor);
    const living = (await readStandings(tx, touched)).filter(({ mergedInto }) => mergedInto === null);
    await settle(
      tx,
      living.map((cluster) => cluster.id),
    );
    return { id, settled: living.map((cluster) => cluster.id) };
  });
}
