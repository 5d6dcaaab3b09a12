import type { Sql } from '@huiyin/database';
import { uuidv7 } from 'uuidv7';
import { ClusterBook, type Placement } from './book.js';
import { Clustering, type Assignment, type ClusterItem } from './clustering.js';
import {
  insertMembers,
  loadBackground,
  loadCandidates,
  loadQuotes,
  lockScope,
  saveClusters,
} from './clusters.store.js';
import { probeTerms } from './features.js';
import { clusterName, isNamingTime } from './name.js';

const QUOTES_FOR_A_NAME = 12;

/** An item and where it went. */
type Placed = ClusterItem & { readonly placement: Placement | null };

/** Clusters by shared telling words, within the top level of the category; candidates come from an inverted index. */
export class FirstClustering extends Clustering<Sql> {
  async assign(batch: readonly ClusterItem[], tx: Sql): Promise<Assignment[]> {
    const scopes = [...new Set(batch.map(({ scope }) => scope))].sort();
    const placed: Placed[] = [];
    for (const scope of scopes) {
      const items = batch.filter((item) => item.scope === scope);
      placed.push(...(await this.assignScope(scope, items, tx)));
    }
    const placementOf = new Map(placed.map(({ feedbackId, placement }) => [feedbackId, placement]));
    return batch.map(({ feedbackId }) => {
      const { clusterId = null, similarity = 0, created = false } = placementOf.get(feedbackId) ?? {};
      return { feedbackId, clusterId, similarity, created };
    });
  }

  private async assignScope(scope: string, items: readonly ClusterItem[], tx: Sql): Promise<Placed[]> {
    await lockScope(tx, scope);
    const terms = [...new Set(items.flatMap(({ features }) => [...features.keys()]))];
    const probes = [...new Set(items.flatMap(({ features }) => probeTerms(features)))];
    const candidates = await loadCandidates(tx, scope, probes);
    const book = new ClusterBook(candidates, await loadBackground(tx, scope, terms), uuidv7);
    const placed = items.map((item) => ({ ...item, placement: book.place(item.features) }));
    const sizeBefore = new Map(candidates.map(({ id, head }) => [id, head.size]));
    await this.save(scope, book, { placed, sizeBefore }, tx);
    return placed;
  }

  private async save(
    scope: string,
    book: ClusterBook,
    { placed, sizeBefore }: { placed: readonly Placed[]; sizeBefore: ReadonlyMap<string, number> },
    tx: Sql,
  ): Promise<void> {
    const changed = book.changed();
    if (changed.length === 0) return;
    const renamed = changed.filter(({ id, head }) => isNamingTime(sizeBefore.get(id) ?? 0, head.size));
    const quotes = await loadQuotes(
      tx,
      renamed.filter(({ id }) => sizeBefore.has(id)).map(({ id }) => id),
      QUOTES_FOR_A_NAME,
    );
    const newcomers = membersByCluster(placed);
    const nameOf = new Map(
      renamed.map(({ id, head }) => [
        id,
        clusterName([...(newcomers.get(id) ?? []), ...(quotes.get(id) ?? [])].slice(0, QUOTES_FOR_A_NAME), head),
      ]),
    );
    const rows = changed.map(({ id, head }) => {
      return { id, head, name: nameOf.get(id) ?? null, language: newcomers.get(id)?.[0]?.language ?? 'zh' };
    });
    await saveClusters(tx, scope, rows);
    const members = placed.flatMap(({ feedbackId, placement }) =>
      placement ? [{ feedbackId, clusterId: placement.clusterId, score: placement.similarity }] : [],
    );
    await insertMembers(tx, members);
  }
}

function membersByCluster(placed: readonly Placed[]): Map<string, Placed[]> {
  const members = new Map<string, Placed[]>();
  for (const item of placed) {
    const id = item.placement?.clusterId;
    if (id) members.set(id, [...(members.get(id) ?? []), item]);
  }
  return members;
}
