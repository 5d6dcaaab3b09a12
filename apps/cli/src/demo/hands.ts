import { Conductor } from '@huiyin/bus';
import { Intake } from '@huiyin/collect';
import { Database, type DatabaseOptions } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import type { Vault } from '@huiyin/privacy';
import { Surveys } from '@huiyin/recollect';
import { Resolutions } from '@huiyin/resolve';
import type { Timeline } from './timeline.js';

/** Somebody who does one thing after the other, each at its own moment of the history, as staff and customers do. */
export interface Hand {
  readonly clock: ShiftedClock;
  readonly db: Database;
  readonly intake: Intake;
  readonly resolutions: Resolutions;
  readonly surveys: Surveys;
}

/** One thing to do. */
export interface Deed {
  /** When, milliseconds since 1970. */
  readonly at: number;
  /** Deeds with the same owner are done by the same hand, in order. */
  readonly owner: number;
  readonly run: (hand: Hand) => Promise<unknown>;
}

/** Several hands, each with a clock and a connection of its own, because what they do happens at different moments. */
export class Hands {
  private readonly hands: readonly Hand[];

  constructor(
    count: number,
    options: DatabaseOptions,
    private readonly timeline: Timeline,
    parts: { readonly publicUrl: string; readonly vault: Vault },
  ) {
    this.hands = Array.from({ length: count }, () => {
      const clock = new ShiftedClock();
      const db = new Database({ ...options, poolSize: 1, applicationName: 'huiyin demo' }, clock);
      const conductor = new Conductor(db);
      const resolutions = new Resolutions(db, conductor, parts.vault);
      const intake = new Intake(db, parts.vault);
      return { clock, db, intake, resolutions, surveys: new Surveys(db, conductor, parts) };
    });
  }

  /**
   * Does everything; answers when all is done, with the milliseconds that it took: clocks tick on, so the last deed may
   * have ended by so much later than it began.
   */
  async doAll(deeds: readonly Deed[]): Promise<number> {
    const began = performance.now();
    const shares = this.hands.map((hand, index) => ({
      hand,
      share: deeds.filter(({ owner }) => owner % this.hands.length === index).sort((a, b) => a.at - b.at),
    }));
    await Promise.all(
      shares.map(async ({ hand, share }) => {
        for (const { at, run } of share) {
          hand.clock.offsetMs = this.timeline.offsetAt(at);
          await run(hand);
        }
      }),
    );
    return performance.now() - began;
  }

  async close(): Promise<void> {
    await Promise.all(this.hands.map(({ db }) => db.close()));
  }
}
