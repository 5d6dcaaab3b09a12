import { go, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { ANALYSIS_VERSION, understand } from './analyze.js';
import { insertAnalyses, loadWords } from './analyze.store.js';
import { topCategory } from './category.js';
import type { Clustering } from './clusters/clustering.js';
import { priorityFor } from './urgency.js';

/** Understands the words of each item and finds out which other voices say the same. */
export class AnalyzeHandler extends StageHandler<'analyze'> {
  readonly stage = 'analyze';

  constructor(private readonly clustering: Clustering<Sql>) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'analyze'>>> {
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const words = await loadWords(
      tx,
      items.map((item) => item.id),
    );
    const read = words.map((word) => ({ item: itemOf.get(word.id) as ItemAtStage, word, ...understand(word) }));
    await insertAnalyses(
      tx,
      read.map(({ item, analysis }) => ({ feedbackId: item.id, cycle: item.cycle, analysis, model: ANALYSIS_VERSION })),
    );
    const unplaced = read.filter(({ item }) => item.clusterId === null);
    const assigned = await this.clustering.assign(
      unplaced.map(({ word, analysis, features }) => {
        const { id: feedbackId, subject = null, text } = word;
        return {
          feedbackId,
          subject,
          text,
          features,
          language: analysis.language,
          scope: topCategory(analysis.category),
        };
      }),
      tx,
    );
    const clusterOf = new Map(assigned.map(({ feedbackId, clusterId }) => [feedbackId, clusterId]));
    return new Map(
      read.map(({ item, analysis }) => {
        const { language, kind, category, urgency } = analysis;
        const clusterId = clusterOf.get(item.id);
        const facts = {
          language,
          kind,
          category,
          urgency,
          sentiment: analysis.sentiment.label,
          priority: priorityFor(urgency, item.priority),
        };
        return [item.id, go<'analyze'>('analyzed', clusterId ? { ...facts, clusterId } : facts)];
      }),
    );
  }
}
