import { Poller } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import { Consolidation, type ConsolidationPlan } from './consolidation.adapter.js';
import { Gatherer } from './gatherer.adapter.js';

/** Puts items into clusters and consolidates clusters, for as long as it runs. Any number may run, in any number of processes. */
export class ClusterRunner {
  private readonly gatherer: Gatherer;
  private readonly consolidation: Consolidation;
  private readonly pollers: readonly Poller[];
  private readonly stopping = new AbortController();

  constructor(
    db: Database,
    { trouble = () => undefined, ...plan }: ConsolidationPlan & { trouble?: (error: unknown) => void },
  ) {
    this.gatherer = new Gatherer(db);
    this.consolidation = new Consolidation(db, plan);
    const tell = (error: unknown): void => {
      if (!this.stopping.signal.aborted) trouble(error);
    };
    this.pollers = [
      new Poller(() => this.gatherer.gather(), tell),
      new Poller(async () => ((await this.consolidation.consolidate(this.stopping.signal)) ? 1 : 0), tell),
    ];
  }

  start(): void {
    for (const poller of this.pollers) poller.start();
  }

  /** Gives up a pass that is under way: it is made again, and nothing of it was written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.pollers.map((poller) => poller.stop()));
    await this.gatherer.close();
  }

  /** Puts everybody who waits into a cluster, without a pass; answers how many they were. */
  async gather(): Promise<number> {
    for (let total = 0; ;) {
      const gathered = await this.gatherer.gather();
      if (gathered === 0) return total;
      total += gathered;
    }
  }

  /** Gathers, and makes every pass there is to make without resting in between; answers how many passes. */
  async drain(): Promise<number> {
    for (let passes = 0; ; passes++) {
      await this.gather();
      if (!(await this.consolidation.consolidate(undefined, true))) return passes;
    }
  }
}
