/** Failures in a row after which an endpoint is left alone. */
const FAILURES = 5;
const FIRST_REST_MS = 10_000;
const LONGEST_REST_MS = 10 * 60_000;

/**
 * Leaves an endpoint alone after failures in a row, for ten seconds and then ever longer, up to ten minutes. After a rest
 * one call goes out; when it succeeds all is well again. One per endpoint and process.
 */
export class Breaker {
  private failures = 0;
  private rests = 0;
  private restUntil = -Infinity;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How many calls may be under way at once: none while it rests, one after a rest, else `most`. */
  width(most: number): number {
    if (this.now() < this.restUntil) return 0;
    return this.rests > 0 ? 1 : most;
  }

  /** A call succeeded. */
  succeeded(): void {
    this.failures = 0;
    this.rests = 0;
    this.restUntil = -Infinity;
  }

  /**
   * A call failed.
   * @param afterSeconds what the server asked for; it is left alone for at least so long, at most ten minutes
   * @returns seconds of the rest that begins with this failure, or 0
   */
  failed(afterSeconds = 0): number {
    this.failures++;
    // Calls that were under way together count once.
    if (this.now() < this.restUntil) return 0;
    const due = this.rests > 0 || this.failures >= FAILURES;
    const own = due ? Math.min(FIRST_REST_MS * 2 ** this.rests, LONGEST_REST_MS) : 0;
    const rest = Math.max(own, Math.min(afterSeconds * 1_000, LONGEST_REST_MS));
    if (due) this.rests++;
    if (rest > 0) this.restUntil = this.now() + rest;
    return rest / 1_000;
  }
}
