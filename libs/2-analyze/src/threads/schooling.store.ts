import type { Sql } from '@huiyin/database';
import { NO_WORDS } from '../dictionary/dictionary.js';
import { dictionaryVersion, loadDictionary } from '../dictionary/dictionary.store.js';
import { loadModelsInUse, modelsVersion } from '../models/models.store.js';
import type { Models } from '../models/linear-model.js';
import type { Knowledge, TextMind } from './text-mind.js';

/** A batch that begins this long after the last look looks again, so a change is known within 15 seconds. */
const LOOK_EVERY_MS = 10_000;

/** Keeps a mind up to date with the operator's own words and the models in use. */
export class Schooling {
  private lookedAt = -Infinity;
  private looking: Promise<void> | undefined;
  private models = '';
  private knowledge: Knowledge = { models: {}, dictionary: NO_WORDS };

  constructor(
    private readonly mind: TextMind,
    private readonly lookEveryMs = LOOK_EVERY_MS,
    private readonly trouble: (detail: string) => void = () => undefined,
  ) {}

  /** Called before a batch; asks the database every ten seconds, and teaches only what has changed. */
  async keepUp(sql: Sql): Promise<void> {
    if (performance.now() - this.lookedAt < this.lookEveryMs) return;
    this.looking ??= this.look(sql).finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async look(sql: Sql): Promise<void> {
    const [words, models] = [await dictionaryVersion(sql), await modelsVersion(sql)];
    if (words !== this.knowledge.dictionary.version || models !== this.models) {
      const dictionary =
        words === this.knowledge.dictionary.version ? this.knowledge.dictionary : await loadDictionary(sql);
      this.knowledge = {
        dictionary,
        models: models === this.models ? this.knowledge.models : await this.loadModels(sql),
      };
      this.models = models;
      this.mind.teach(this.knowledge);
    }
    this.lookedAt = performance.now();
  }
  /** Models that this release cannot read are no reason to stop: those before, or the rules, go on judging. */
  private async loadModels(sql: Sql): Promise<Models> {
    return loadModelsInUse(sql).catch((error: Error) => {
      this.trouble(error.message);
      return this.knowledge.models;
    });
  }
}
