import { isTransient } from '@huiyin/database';

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Takes batches until it is stopped. When there is nothing to take it looks again after 50 ms, then less and less often,
 * at the longest after a second; `wake` makes it look at once.
 */
export class Poller {
  private running: Promise<void> | undefined;
  private stopping = false;
  private woken = false;
  private endPause: (() => void) | undefined;

  /**
   * @param take takes one batch and answers how much there was; 0 is nothing
   * @param trouble is told what `take` threw
   */
  constructor(
    private readonly take: () => Promise<number>,
    private readonly trouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** There may be something to take. */
  wake(): void {
    this.woken = true;
    this.endPause?.();
  }

  /** Takes no new batch, and answers when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.endPause?.();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = SHORTEST_PAUSE_MS;
    while (!this.stopping) {
      const taken = await this.takeSafely();
      if (taken === 0 && !this.woken) await this.pause(pause);
      pause = taken > 0 || this.woken ? SHORTEST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      this.woken = false;
    }
  }

  private async takeSafely(): Promise<number> {
    try {
      return await this.take();
    } catch (error) {
      this.trouble(error);
      // Postgres gone is no reason to hammer it.
      if (isTransient(error)) await this.pause(LONGEST_PAUSE_MS);
      return 0;
    }
  }

  private pause(ms: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.endPause?.(), ms);
      this.endPause = () => {
        clearTimeout(timer);
        this.endPause = undefined;
        resolve();
      };
    });
  }
}
