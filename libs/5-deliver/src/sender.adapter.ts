import { Poller } from '@huiyin/bus';
import type { Channel, ChannelName } from './channel.js';
import { ChannelLane, type LaneParts, type LaneSettings } from './channel-lane.adapter.js';

/** What a sender works with. */
export interface SenderParts extends LaneParts {
  readonly channels: readonly Channel[];
}

/** How a sender works. */
export interface SenderSettings extends Omit<LaneSettings, 'random'> {
  /** Told about each trouble; the sender itself knows no logger. */
  readonly trouble?: (channel: ChannelName, error: unknown) => void;
}

/** A worker has ten seconds to stop; tries that are still under way after so many milliseconds are cut off. */
const PATIENCE_MS = 5_000;

/**
 * Sends what is in the outbox. Every channel has a lane of its own, so that a receiver that hangs holds up nobody else's
 * mail. Any number of senders may run at once, in any number of processes.
 */
export class DeliverySender {
  private readonly lanes: readonly ChannelLane[];
  private readonly pollers: readonly Poller[];

  constructor(parts: SenderParts, settings: SenderSettings) {
    const laneSettings = { ...settings, random: Math.random };
    this.lanes = parts.channels.map((channel) => new ChannelLane(channel, parts, laneSettings));
    this.pollers = this.lanes.map((lane) => {
      return new Poller(
        () => lane.takeBatch(true),
        (error) => settings.trouble?.(lane.channel.name, error),
      );
    });
  }

  start(): void {
    for (const poller of this.pollers) poller.start();
  }

  /** Takes up nothing new, gives back what it has not begun, waits a few seconds for what it has, and writes it down. */
  async stop(): Promise<void> {
    for (const lane of this.lanes) lane.quit();
    const timer = setTimeout(() => this.lanes.forEach((lane) => lane.hurry()), PATIENCE_MS);
    await Promise.all(this.pollers.map((poller) => poller.stop()));
    clearTimeout(timer);
    await Promise.all(this.lanes.map(({ channel }) => channel.close()));
  }

  /** There may be something to send. */
  wake(): void {
    for (const poller of this.pollers) poller.wake();
  }

  /**
   * Takes one batch of each channel.
   * @returns how many messages were taken up
   */
  async takeBatch(): Promise<number> {
    return this.round(true);
  }

  /** Sends until nothing is due; for tests, and for who holds the gate while history is written: it does not ask the gate. */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const taken = await this.round(false);
      if (taken === 0) return total;
      total += taken;
    }
  }

  private async round(gated: boolean): Promise<number> {
    const taken = await Promise.all(this.lanes.map((lane) => lane.takeBatch(gated)));
    return taken.reduce((sum, count) => sum + count, 0);
  }
}
