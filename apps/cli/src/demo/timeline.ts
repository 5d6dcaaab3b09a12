import type { Database } from '@huiyin/database';

/** The moments of the history, and by how much a clock has to be shifted for each. */
export class Timeline {
  private constructor(private readonly aheadMs: number) {}

  /** Looks at the clock of the database, which may differ from ours. */
  static async of(db: Database): Promise<Timeline> {
    const before = Date.now();
    const [row] = await db.query<{ now: number }>('select extract(epoch from clock_timestamp())::float8 * 1000 as now');
    const after = Date.now();
    return new Timeline((row?.now ?? after) - (before + after) / 2);
  }

  /** The present by the clock of the database, milliseconds since 1970. */
  now(): number {
    return Date.now() + this.aheadMs;
  }

  /** Milliseconds to add to the database's clock so that it shows `at`. */
  offsetAt(at: number): number {
    // An offset of zero would mean the present, unshifted.
    return Math.round(at - this.now()) || -1;
  }
}
