import { go, StageHandler, type Facts, type ItemAtStage, type Outcome } from '@huiyin/bus';
import type { Sql } from '@huiyin/database';
import type { Analysis, Understanding } from './analyze.js';
import { insertAnalyses, loadWords, type StoredWords } from './analyze.store.js';
import type { OutsideTasks } from './adapters/outside-tasks.adapter.js';
import { waitForCluster, type Unclustered } from './clusters/waiting-list.store.js';
import { loadCorrections, type Corrected } from './models/corrections.store.js';
import { priorityOfRepeat } from './similar/repeats.js';
import { linkRepeats, type FreshItem } from './similar/repeats.store.js';
import type { Schooling } from './threads/schooling.store.js';
import type { TextMind } from './threads/text-mind.js';
import { priorityFor } from './urgency.js';

/** An item whose words have been understood. */
interface Understood extends Understanding {
  readonly item: ItemAtStage;
  readonly words: StoredWords;
  /** What a person has said that it is; nothing the machine finds goes before that. */
  readonly corrected: Corrected;
}

/** Understands the words of each item and finds out which other voices say the same. */
export class AnalyzeHandler extends StageHandler<'analyze'> {
  readonly stage = 'analyze';
  override readonly takesUpStraight = true;

  constructor(
    private readonly mind: TextMind,
    private readonly schooling: Schooling,
    private readonly outside: OutsideTasks,
    private readonly repeatDays: number,
  ) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'analyze'>>> {
    await this.schooling.keepUp(tx);
    const understood = await this.understand(items, tx);
    await insertAnalyses(
      tx,
      understood.map(({ item, analysis }) => ({ feedbackId: item.id, cycle: item.cycle, analysis })),
    );
    const fresh = understood.filter(({ item }) => item.cycle === 1).map(asFresh);
    await waitForCluster(tx, fresh);
    await this.outside.requestVectors(
      tx,
      fresh.filter(({ features }) => features.length > 0).map(({ feedbackId }) => feedbackId),
    );
    const repeats = await linkRepeats(tx, fresh, this.repeatDays);
    return new Map(
      understood.map(({ item, analysis, corrected }) => {
        const facts = { ...factsOf(item, analysis, repeats.has(item.id)), ...corrected };
        return [item.id, go<'analyze'>('analyzed', facts)];
      }),
    );
  }

  private async understand(items: readonly ItemAtStage[], tx: Sql): Promise<Understood[]> {
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const ids = [...itemOf.keys()];
    const words = await loadWords(tx, ids);
    const corrections = await loadCorrections(tx, ids);
    // Without a sign of life the database would take a long batch for a frozen worker's.
    const understandings = await this.mind.understandAll(words, () => tx.query('select 1'));
    return words.map((each, i) => {
      const { id } = each;
      return { item: itemOf.get(id)!, words: each, corrected: corrections.get(id) ?? {}, ...understandings[i]! };
    });
  }
}

function asFresh({ item, words, features, print }: Understood): FreshItem & Unclustered {
  const { subject = null, text } = words;
  return { feedbackId: item.id, customerId: item.customerId, subject, text, features, print };
}

function factsOf(item: ItemAtStage, analysis: Analysis, isRepeat: boolean): Facts {
  const { language, kind, category, urgency, sentiment } = analysis;
  const priority = priorityFor(urgency, item.priority);
  return {
    language,
    kind,
    category,
    urgency,
    sentiment: sentiment.label,
    priority: isRepeat ? priorityOfRepeat(priority) : priority,
  };
}
