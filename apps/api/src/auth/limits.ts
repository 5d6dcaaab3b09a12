import type { Database } from '@huiyin/database';
import type { Clock } from '@huiyin/loop';
import { CodedError } from '@huiyin/loop';
import { leaseRequests, type Lease } from '@huiyin/org';

/** Too many requests in this minute; `retryAfterSeconds` is for the header `Retry-After`. */
export class TooManyRequests extends CodedError {
  constructor(
    readonly retryAfterSeconds: number,
    limit: number,
  ) {
    super(
      'too-many-requests',
      `More than ${limit} requests within a minute; wait ${retryAfterSeconds} seconds and send the rest`,
    );
  }
}

/** A block is this share of the limit, so a busy sender costs one statement for each 50th of it. */
const BLOCKS = 50;

/** Senders that are remembered; of more, the one seen first is forgotten and leases anew. */
const MOST_SENDERS = 50_000;

interface Held {
  left: number;
  startedAt: string;
  /** On this process's clock, milliseconds. */
  until: number;
  /** Nothing more is to be had in this minute. */
  spent: boolean;
  asking: Promise<void> | undefined;
}

/**
 * Limits of requests that hold over all processes. A process takes requests in blocks of a fiftieth out of the sender's
 * share of the minute, which Postgres keeps, and counts them down in memory; the next block is fetched while the last
 * one is being used, so a request waits for the database only when a sender is new in a minute.
 *
 * How exact: over all processes never more than the limit in one minute of the database's clock (twice that within any
 * sixty seconds that lie across two minutes). What a process holds and does not use is lost to the others until the
 * minute is over, at most two blocks, so with n processes a sender may be refused after (1 − (n − 1) / 25) of the limit.
 * While the database is away nothing is refused here: the request itself will be told.
 */
export class Limits {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one request of `subject` (`key:…`, `address:…`, `link:…`). Answers at once, without a promise, in the ordinary case.
   * @throws {TooManyRequests}
   */
  take(subject: string, limit: number): void | Promise<void> {
    const held = this.held.get(subject);
    if (!held || held.until <= this.now()) return this.takeAnew(subject, limit);
    const block = blockOf(limit);
    if (held.left === 0) {
      if (held.spent) throw new TooManyRequests(Math.max(1, Math.ceil((held.until - this.now()) / 1_000)), limit);
      return this.takeAnew(subject, limit);
    }
    held.left -= 1;
    if (held.left < block / 4 && block > 1 && !held.spent) void this.fetch(subject, held, limit);
    return undefined;
  }

  private async takeAnew(subject: string, limit: number): Promise<void> {
    const held = this.held.get(subject) ?? this.remember(subject);
    await this.fetch(subject, held, limit);
    await this.take(subject, limit);
  }

  private remember(subject: string): Held {
    const [oldest] = this.held.keys();
    if (this.held.size >= MOST_SENDERS && oldest !== undefined) this.held.delete(oldest);
    const held: Held = { left: 0, startedAt: '', until: 0, spent: false, asking: undefined };
    this.held.set(subject, held);
    return held;
  }

  private fetch(subject: string, held: Held, limit: number): Promise<void> {
    held.asking ??= this.lease(subject, held, limit).finally(() => (held.asking = undefined));
    return held.asking;
  }

  private async lease(subject: string, held: Held, limit: number): Promise<void> {
    const block = blockOf(limit);
    const asked = this.now();
    const away: Lease = { granted: block, startedAt: '', remainingMs: 1_000 };
    const lease = await leaseRequests(this.db, { subject, block, limit }).catch(() => away);
    held.left = lease.granted + (lease.startedAt === held.startedAt ? held.left : 0);
    held.startedAt = lease.startedAt;
    held.spent = lease.granted < block;
    // A minute that is over while the answer is on its way would be asked for again and again.
    held.until = Math.max(asked + lease.remainingMs, this.now() + 1);
  }

  /** Runs with the clock that the database is told to run with. */
  private now(): number {
    return performance.now() + this.clock.offsetMs;
  }
}

function blockOf(limit: number): number {
  return Math.max(1, Math.floor(limit / BLOCKS));
}
