/**
 * What "now" means. The times of the ledger are taken inside SQL by `loop_now()`, which adds `offsetMs` to the
 * database's clock; a clock with an offset replays history through the same code paths (demo, tests of timers).
 */
export abstract class Clock {
  /** Milliseconds to add to the database's clock; 0 for the present. */
  abstract readonly offsetMs: number;
}

/** The present. */
export class SystemClock extends Clock {
  readonly offsetMs = 0;
}

/** A clock that can be set back or forth; it goes on ticking. */
export class ShiftedClock extends Clock {
  offsetMs = 0;

  /** Moves by `ms`, forward when positive. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }
}
