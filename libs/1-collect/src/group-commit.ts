import { CodedError } from '@huiyin/loop';

/** How many rows may go together, may wait, and how many commits may be under way. */
export interface GroupCommitLimits {
  readonly rowsPerCommit: number;
  readonly commitsUnderWay: number;
  /** While a commit is under way, another one begins only with so many rows: each costs round trips and a wait for the disk. */
  readonly rowsWorthAnother: number;
  /** Beyond this many waiting rows the answer is `unavailable`, instead of growing without bound. */
  readonly rowsWaiting: number;
}

interface Pending<Row, Result> {
  readonly row: Row;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Rows that arrive while a commit is under way go together into the next one. Nobody waits for a timer, and everybody
 * is answered only after the commit that holds their own row.
 */
export class GroupCommit<Row, Result> {
  private readonly waiting: Pending<Row, Result>[] = [];
  private underWay = 0;

  /** @param write makes all rows durable and answers in the same order; when it throws, every row of the call failed */
  constructor(
    private readonly write: (rows: readonly Row[]) => Promise<readonly Result[]>,
    private readonly limits: GroupCommitLimits,
  ) {}

  /** @throws {CodedError} `unavailable` when too many rows wait; whatever `write` throws */
  submit(row: Row): Promise<Result> {
    if (this.waiting.length >= this.limits.rowsWaiting)
      throw new CodedError('unavailable', 'Too many requests wait to be written. Try again in a few seconds.');
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
      if (this.underWay < this.limits.commitsUnderWay && this.worthACommit(this.underWay)) void this.commit();
    });
  }

  private async commit(): Promise<void> {
    this.underWay++;
    // One turn of the event loop lets the requests that have already arrived come along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.worthACommit(this.underWay - 1)) {
      const group = this.waiting.splice(0, this.limits.rowsPerCommit);
      try {
        const results = await this.write(group.map(({ row }) => row));
        group.forEach(({ resolve }, index) => resolve(results[index] as Result));
      } catch (error) {
        group.forEach(({ reject }) => reject(error));
      }
    }
    this.underWay--;
  }

  /** Rows that are too few go with the next of the commits that are under way, so they never wait for other rows to come. */
  private worthACommit(others: number): boolean {
    return this.waiting.length >= (others === 0 ? 1 : this.limits.rowsWorthAnother);
  }
}
