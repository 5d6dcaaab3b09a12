import type { Sql } from '@huiyin/database';
import { lockClusters, recount } from './edits/standing.store.js';
import { recordRegrouping } from './edits/regroup.store.js';
import { storeSuggestions, type NewSuggestion } from './edits/suggestions.store.js';
import { inheritIds } from './identity.js';
import type { Group } from './group.js';
import type { PassOutput } from './pass.js';
import type { Seen } from './seen.store.js';

/** A pass and what it looked at. */
export interface Finding {
  readonly seen: readonly Seen[];
  readonly output: PassOutput;
  /** Items of the milestone when it was one. */
  readonly milestone: number | null;
  /** Items of the last milestone. */
  readonly items: number;
  /** Items that there were for it to look at. */
  readonly covered: number;
  readonly passMs: number;
  readonly newId: () => string;
}

/** What a pass changed. */
export interface Applied {
  readonly moved: number;
  /** Clusters with members of this pass, by group. */
  readonly clusters: readonly string[];
}

/** Most moves of one pass that go on record item by item. */
const RECORDED_MOVES = 20_000;

/**
 * Carries out what a pass found, in one transaction with everybody else who changes clusters kept out. What happened
 * since the pass looked is respected: items that were pinned meanwhile stay, wherever they are.
 */
export async function applyFinding(tx: Sql, finding: Finding): Promise<Applied> {
  const { seen, output, newId } = finding;
  await lockClusters(tx);
  const now = await standNow(tx, seen);
  const before = seen.map(({ feedbackId }) => now.get(feedbackId)?.clusterId ?? null);
  const settled = seen.map(({ feedbackId }) => {
    const stand = now.get(feedbackId);
    return stand?.pinned ? stand.clusterId : null;
  });
  const reserved = await lockedOrSettled(tx, [...new Set(before.filter((id) => id !== null))]);
  const ids = inheritIds({
    before: before.map((id) => (id && reserved.has(id) ? null : id)),
    labels: output.labels,
    settled,
    newId,
  });
  await insertNew(tx, ids, output.groups);
  const moves = seen.flatMap(({ feedbackId }, i) => {
    const [from, to] = [before[i] ?? null, ids[output.labels[i]!]!];
    return from === null || from === to || settled[i] !== null ? [] : [{ feedbackId, from, to }];
  });
  await recordRegrouping(tx, await established(tx, moves), RECORDED_MOVES);
  await updateMembers(tx, finding, ids);
  const touched = [...new Set([...moves.flatMap(({ from, to }) => [from, to]), ...ids])];
  await recount(tx, touched);
  await dropEmpty(tx, ids);
  await retire(tx, moves);
  await describeClusters(tx, ids, output.groups);
  await storeSuggestions(tx, ideasOf(finding, ids));
  if (output.space) await replaceSpace(tx, finding);
  await tx.query(
    `update gathering set fresh = greatest(0, m.items - $2), passed_at = loop_now(), pass_ms = $1, items = m.items
     from (select count(*) as items from cluster_member) m`,
    [Math.round(finding.passMs), finding.covered],
  );
  return { moved: moves.length, clusters: ids };
}

async function standNow(tx: Sql, seen: readonly Seen[]): Promise<Map<string, { clusterId: string; pinned: boolean }>> {
  const rows = await tx.query<{ id: string; clusterId: string; pinned: boolean }>(
    `select m.feedback_id as id, m.cluster_id as "clusterId", m.pinned or c.locked as pinned from cluster_member m
     join cluster c on c.id = m.cluster_id where m.feedback_id = any($1::uuid[])`,
    [seen.map(({ feedbackId }) => feedbackId)],
  );
  return new Map(rows.map(({ id, ...stand }) => [id, stand]));
}

/** Of some clusters, those whose id must not go to items that no person put there. */
async function lockedOrSettled(tx: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select id from cluster where id = any($1::uuid[]) and (locked or settled)',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

async function insertNew(tx: Sql, ids: readonly string[], groups: readonly Group[]): Promise<void> {
  const rows = ids.map((id, label) => ({ id, size: groups[label]!.size }));
  await tx.query(
    `insert into cluster (id, name, category, language, size)
     select id, '', 'general', 'zh', size from json_to_recordset($1) as c(id uuid, size int) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Moves out of clusters that people may have seen: an item that leaves a cluster of one is no news. */
async function established<T extends { from: string }>(tx: Sql, moves: readonly T[]): Promise<T[]> {
  const rows = await tx.query<{ id: string }>('select id from cluster where id = any($1::uuid[]) and size > 1', [
    [...new Set(moves.map(({ from }) => from))],
  ]);
  const known = new Set(rows.map(({ id }) => id));
  return moves.filter(({ from }) => known.has(from));
}

const CHUNK = 5_000;

async function updateMembers(tx: Sql, { seen, output, milestone }: Finding, ids: readonly string[]): Promise<void> {
  if (output.space) {
    const alsoAnchor = milestone === null ? '' : ', anchor = null';
    await tx.query(`update cluster_member set vector = null${alsoAnchor} where vector is not null`);
  }
  for (let from = 0; from < seen.length; from += CHUNK) {
    const rows = seen.slice(from, from + CHUNK).map(({ feedbackId, vector }, i) => {
      const at = from + i;
      const packed = output.space || !vector ? `\\x${Buffer.from(output.vectors[at]!).toString('hex')}` : null;
      const label = output.labels[at]!;
      const score = Math.round(output.scores[at]! * 1e4) / 1e4;
      return {
        id: feedbackId,
        to: ids[label]!,
        score,
        vector: packed,
        anchor: milestone === null ? null : output.anchors[at]!,
      };
    });
    await tx.query(
      `update cluster_member m set cluster_id = case when m.pinned or c.locked then m.cluster_id else r."to" end, score = r.score,
         vector = coalesce(r.vector, m.vector), anchor = coalesce(r.anchor, m.anchor)
       from json_to_recordset($1) as r(id uuid, "to" uuid, score real, vector bytea, anchor int), cluster c
       where m.feedback_id = r.id and c.id = m.cluster_id
         and (m.cluster_id <> r."to" or abs(m.score - r.score) > 0.01 or r.vector is not null or r.anchor is not null)`,
      [JSON.stringify(rows)],
    );
  }
}

/** A group all of whose items were pinned elsewhere meanwhile never became a cluster. */
async function dropEmpty(tx: Sql, ids: readonly string[]): Promise<void> {
  await tx.query(`delete from cluster where id = any($1::uuid[]) and size = 0 and name = ''`, [ids]);
}

/** Clusters that lost their last item become signposts to where most of their items went. */
async function retire(tx: Sql, moves: readonly { from: string; to: string }[]): Promise<void> {
  await tx.query(
    `with went as (
       select distinct on ("from") "from", "to" from (
         select "from", "to", count(*) as items from json_to_recordset($1) as m("from" uuid, "to" uuid) group by 1, 2) w
       order by "from", items desc, "to"
     ), gone as (
       update cluster c set merged_into = w."to", centroid = null from went w
       where c.id = w."from" and c.size = 0 and not c.settled and c.merged_into is null returning c.id, c.merged_into
     ) update cluster c set merged_into = g.merged_into from gone g where c.merged_into = g.id`,
    [JSON.stringify(moves)],
  );
}

async function describeClusters(tx: Sql, ids: readonly string[], groups: readonly Group[]): Promise<void> {
  const rows = groups.map(({ centroid, cohesion, joinsFrom }, label) => {
    return { id: ids[label]!, centroid: `\\x${Buffer.from(centroid).toString('hex')}`, cohesion, joinsFrom };
  });
  await tx.query(
    `update cluster c set centroid = r.centroid, cohesion = r.cohesion, joins_from = r."joinsFrom"
     from json_to_recordset($1) as r(id uuid, centroid bytea, cohesion real, "joinsFrom" real) where c.id = r.id and c.size > 0`,
    [JSON.stringify(rows)],
  );
}

function ideasOf({ seen, output }: Finding, ids: readonly string[]): NewSuggestion[] {
  const merges = output.merges.map(({ one, other, score }) => {
    return { kind: 'merge' as const, clusterId: ids[one]!, otherId: ids[other]!, score };
  });
  const splits = output.splits.map(({ group, items, score }) => {
    const feedbackIds = items.map((i) => seen[i]!.feedbackId);
    return { kind: 'split' as const, clusterId: ids[group]!, feedbackIds, score };
  });
  return [...merges, ...splits];
}

/** The new space; clusters that the pass did not see lose their centroid, which belonged to the old one. */
async function replaceSpace(tx: Sql, { output, items }: Finding): Promise<void> {
  await tx.query(
    `with old as (delete from cluster_space returning version)
     insert into cluster_space (version, items, basis, statistics) select coalesce(max(version), 0) + 1, $1, $2, $3 from old`,
    [items, Buffer.from(output.space!), output.statistics],
  );
  await tx.query(
    `update cluster c set centroid = null where merged_into is null and centroid is not null
       and not exists (select from cluster_member m where m.cluster_id = c.id and m.vector is not null)`,
  );
}
