import type { Stage } from '@huiyin/loop';
import type { Lane } from './lane.js';
import { Poller } from './poller.js';

/** Told about each trouble; the worker itself knows no logger. */
export interface WorkerEvents {
  trouble(stage: Stage, error: unknown): void;
}

/**
 * Runs lanes until it is stopped, each at its own pace; a batch that moves items on wakes the lanes of this process that
 * they moved to.
 */
export class Worker {
  private readonly pollers: readonly { readonly stage: Stage; readonly poller: Poller }[];

  constructor(
    lanes: readonly Lane[],
    private readonly events: WorkerEvents,
  ) {
    this.pollers = lanes.map((lane) => {
      const trouble = (error: unknown) => this.events.trouble(lane.stage, error);
      return { stage: lane.stage, poller: new Poller(() => this.takeBatch(lane), trouble) };
    });
  }

  start(): void {
    for (const { poller } of this.pollers) poller.start();
  }

  /** Takes no new batch, and answers when those under way are committed. */
  async stop(): Promise<void> {
    await Promise.all(this.pollers.map(({ poller }) => poller.stop()));
  }

  private async takeBatch(lane: Lane): Promise<number> {
    const result = await lane.takeBatch();
    for (const { stage, poller } of this.pollers) if (result.next.has(stage)) poller.wake();
    return result.claimed;
  }
}
