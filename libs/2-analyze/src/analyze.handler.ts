import { go, StageHandler, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import { ANALYSIS_VERSION, understand, type Understanding } from './analyze.js';
import { insertAnalyses, loadWords, type StoredWords } from './analyze.store.js';
import { topCategory } from './category.js';
import type { Clustering } from './clusters/clustering.js';
import { priorityFor } from './urgency.js';

/** Texts after which the database is told that the work goes on; else it takes a long batch for a frozen worker's. */
const TEXTS_PER_SIGN = 25;

async function understandAll(
  words: readonly StoredWords[],
  tx: Sql,
): Promise<(Understanding & { word: StoredWords })[]> {
  const understood: (Understanding & { word: StoredWords })[] = [];
  for (const word of words) {
    understood.push({ word, ...understand(word) });
    if (understood.length % TEXTS_PER_SIGN === 0) await tx.query('select 1');
  }
  return understood;
}

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
    const understood = await understandAll(words, tx);
    const read = understood.map((each) => ({ ...each, item: itemOf.get(each.word.id) as ItemAtStage }));
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
