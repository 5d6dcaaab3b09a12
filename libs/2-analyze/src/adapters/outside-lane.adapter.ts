import { Poller } from '@huiyin/bus';
import type { Database } from '@huiyin/database';
import { type OutsideConfig, type OutsidePurpose, type OutsideSettings, outsideSettings } from './outside.js';
import { PurposeLane, type PurposeLaneSettings } from './purpose-lane.adapter.js';
import { VectorWork } from './vector-work.adapter.js';
import { WordingWork } from './wording-work.adapter.js';

/** A worker has ten seconds to stop; calls that are still under way after so many milliseconds are cut off. */
const PATIENCE_MS = 3_000;

/**
 * Asks outside models what there is to ask. Each purpose has a lane of its own, so that a slow chat model holds up no
 * vector. Any number may run at once, in any number of processes. Without an endpoint it does nothing at all.
 */
export class OutsideLane {
  private readonly lanes: readonly Pick<PurposeLane<never, never, never>, 'purpose' | 'quit' | 'hurry' | 'takeBatch'>[];
  private readonly pollers: readonly Poller[];

  constructor(db: Database, settings: OutsideSettings, options: Omit<PurposeLaneSettings, 'timeoutMs'> = {}) {
    const laneSettings = { ...options, timeoutMs: settings.timeoutMs };
    const { vector, wording } = settings;
    this.lanes = [
      ...(vector ? [new PurposeLane(db, new VectorWork(vector, settings), laneSettings)] : []),
      ...(wording ? [new PurposeLane(db, new WordingWork(wording, settings), laneSettings)] : []),
    ];
    this.pollers = this.lanes.map((lane) => {
      return new Poller(
        () => lane.takeBatch(true),
        (error) => options.trouble?.(lane.purpose, error as Error),
      );
    });
  }

  start(): void {
    for (const poller of this.pollers) poller.start();
  }

  /** Takes up nothing new, gives back what it has not begun, waits a few seconds for what it has, then cuts it off and gives it back. */
  async stop(): Promise<void> {
    for (const lane of this.lanes) lane.quit();
    const timer = setTimeout(() => this.lanes.forEach((lane) => lane.hurry()), PATIENCE_MS);
    await Promise.all(this.pollers.map((poller) => poller.stop()));
    clearTimeout(timer);
  }

  /** There may be something to ask. */
  wake(): void {
    for (const poller of this.pollers) poller.wake();
  }

  /** Takes one batch of each purpose; answers how many tasks were taken up. */
  async takeBatch(gated = true): Promise<number> {
    const taken = await Promise.all(this.lanes.map((lane) => lane.takeBatch(gated)));
    return taken.reduce((sum, count) => sum + count, 0);
  }

  /** Asks until nothing is due; for tests, and for who holds the gate while history is written. */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const taken = await this.takeBatch(false);
      if (taken === 0) return total;
      total += taken;
    }
  }
}

/** The lane of this process. It does nothing before `start`, and nothing at all where the operator has set up no endpoint. */
export function outsideLane(
  config: OutsideConfig,
  db: Database,
  trouble?: (purpose: OutsidePurpose, error: Error) => void,
): OutsideLane {
  return new OutsideLane(db, outsideSettings(config), { trouble });
}
