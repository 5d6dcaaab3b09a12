import type { ClusterRunner } from '@huiyin/analyze';
import type { Lane } from '@huiyin/bus';
import type { DeliverySender } from '@huiyin/deliver';
import type { ShiftedClock, Stage } from '@huiyin/loop';
import type { Timeline } from './timeline.js';

/** What the lanes are run with. */
export interface LaneRun {
  readonly lanes: readonly Lane[];
  readonly sender: DeliverySender;
  readonly clusters: ClusterRunner;
  /** The clock of the lanes and the sender. */
  readonly clock: ShiftedClock;
  readonly timeline: Timeline;
}

/** The worker of the demo: the lanes and the sender of a worker process, run by hand at moments of the history. */
export class DemoWorker {
  constructor(private readonly parts: LaneRun) {}

  /**
   * Lets everything that is due `at` (milliseconds since 1970) go as far as it gets.
   * @param what whether anything has come in or been handed back, and whether anything has been resolved; timers are looked at always
   */
  async round(at: number, what: { readonly entered: boolean; readonly resolved: boolean }): Promise<void> {
    this.setClock(at);
    // What comes in and what goes out are different items, so both go at once.
    const [{ moved }] = await Promise.all([this.inward(what.entered), this.outward(what.resolved)]);
    // A resolution of a whole cluster is met by its items in the lane.
    if (moved > 0) await this.outward(true);
  }

  private async inward(entered: boolean): Promise<{ moved: number }> {
    if (entered) await this.drain('collect', 'analyze', 'route');
    return this.drain('resolve');
  }

  private async outward(resolved: boolean): Promise<void> {
    if (resolved) {
      await this.drain('deliver');
      await this.parts.sender.drain();
      await this.drain('deliver');
    }
    const asked = await this.drain('recollect');
    if (asked.waiting > 0) await this.parts.sender.drain();
  }

  /** Brings clusters up to date with everything that has been analysed. */
  async cluster(): Promise<void> {
    await this.parts.clusters.drain();
  }

  /** Runs only these stages, once, as of `at`. */
  async only(at: number, ...stages: readonly Stage[]): Promise<void> {
    this.setClock(at);
    await this.drain(...stages);
  }

  private setClock(at: number): void {
    this.parts.clock.offsetMs = this.parts.timeline.offsetAt(at);
  }

  private async drain(...stages: readonly Stage[]): Promise<{ moved: number; waiting: number }> {
    const sum = { moved: 0, waiting: 0 };
    for (const stage of stages) {
      const lane = this.parts.lanes.find((one) => one.stage === stage);
      const { moved = 0, waiting = 0 } = (await lane?.drain()) ?? {};
      sum.moved += moved;
      sum.waiting += waiting;
    }
    return sum;
  }
}
