import type { Database, Sql } from '@huiyin/database';
import { CodedError, edge, type LoopEvent, type LoopEventName, type OutcomeName, type Stage } from '@huiyin/loop';
import { Observable, share } from 'rxjs';

/** The largest number that an event can have (int8). */
const LAST_EVENT = 9_223_372_036_854_775_807n;

/**
 * The feed: the ledger in commit order. A row is shown only when every transaction that began before its own has
 * ended, so a late committer is never skipped. Position = (transaction id, event id), written `xid-event`.
 */
export class Feed {
  /** Events as they are committed from now on, read once for everybody in this process who listens. */
  readonly live: Observable<LoopEvent>;

  constructor(private readonly db: Database) {
    this.live = this.events().pipe(share());
  }

  /** The position after everything that has been committed so far. */
  async head(): Promise<string> {
    const [row] = await this.db.query<{ xid: string }>(
      'select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid',
    );
    return `${row?.xid ?? '0'}-${LAST_EVENT}`;
  }

  /**
   * Up to `limit` events after `cursor`, in commit order.
   * @throws {CodedError} `bad-cursor`
   */
  read(cursor: string, limit: number): Promise<LoopEvent[]> {
    return readEvents(this.db, cursor, limit);
  }

  /**
   * Events as they are committed, from `cursor` (default: from now on). Looks again after `pollMs` when there is nothing new;
   * goes on after the database was away. Ends when unsubscribed, or at once with `bad-cursor`.
   */
  events(cursor?: string, pollMs = 250): Observable<LoopEvent> {
    return new Observable<LoopEvent>((subscriber) => {
      let timer: NodeJS.Timeout | undefined;
      let position = cursor;
      const look = async () => {
        const events = position ? await this.read(position, 1_000) : [];
        position ??= await this.head();
        for (const event of events) {
          if (subscriber.closed) return;
          subscriber.next(event);
          position = event.cursor;
        }
        again(events.length > 0 ? 0 : pollMs);
      };
      const again = (ms: number) => {
        if (subscriber.closed) return;
        timer = setTimeout(() => {
          look().catch((error: unknown) => (error instanceof CodedError ? subscriber.error(error) : again(1_000)));
        }, ms);
      };
      again(0);
      return () => clearTimeout(timer);
    });
  }

  /**
   * Takes the next events of the durable consumer `name` through `handle`; the cursor moves in the same transaction,
   * so what `handle` writes through `tx` happens exactly once. A new consumer begins at the start of the ledger.
   * @returns how many events were handled; 0 also while another process holds the cursor
   */
  async follow(name: string, limit: number, handle: (events: LoopEvent[], tx: Sql) => Promise<void>): Promise<number> {
    await this.db.query(`insert into feed_cursor (name, xid, event_id) values ($1, '0', 0) on conflict do nothing`, [
      name,
    ]);
    return this.db.transaction(async (tx) => {
      const [cursor] = await tx.query<{ xid: string; eventId: string }>(
        'select xid::text, event_id::text as "eventId" from feed_cursor where name = $1 for update skip locked',
        [name],
      );
      if (!cursor) return 0;
      const events = await readEvents(tx, `${cursor.xid}-${cursor.eventId}`, limit);
      const last = events.at(-1);
      if (!last) return 0;
      await handle(events, tx);
      const [xid, eventId] = parseCursor(last.cursor);
      await tx.query(
        'update feed_cursor set xid = $2::text::xid8, event_id = $3, updated_at = loop_now() where name = $1',
        [name, xid, eventId],
      );
      return events.length;
    });
  }
}

interface Row extends Omit<LoopEvent, 'name' | 'next'> {
  readonly stage: Stage;
  readonly outcome: OutcomeName;
}

async function readEvents(sql: Sql, cursor: string, limit: number): Promise<LoopEvent[]> {
  const [xid, eventId] = parseCursor(cursor);
  const rows = await sql.query<Row>(
    `select v.xid::text || '-' || v.event_id as cursor, v.feedback_id as "feedbackId", reference(w.number, w.received_at) as reference,
       v.seq, v.cycle, v.stage, v.outcome, u.code as unit, v.entered_at as "enteredAt", v.started_at as "startedAt",
       v.left_at as "leftAt", v.actor
     from stage_visit v join feedback_words w using (feedback_id) left join unit u on u.id = v.unit_id
     where (v.xid, v.event_id) > ($1::text::xid8, $2::bigint) and v.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by v.xid, v.event_id limit $3`,
    [xid, eventId, limit],
  );
  return rows.map((row) => {
    return { ...row, name: `feedback.${row.outcome}` satisfies LoopEventName, next: edge(row.stage, row.outcome).to };
  });
}

/**
 * Takes a cursor apart.
 * @throws {CodedError} `bad-cursor`
 */
export function parseCursor(cursor: string): [xid: string, eventId: string] {
  const match = /^(\d{1,19})-(\d{1,19})$/.exec(cursor);
  if (!match?.[1] || !match[2] || BigInt(match[2]) > LAST_EVENT)
    throw new CodedError('bad-cursor', 'Use the cursor of an event that this server sent, unchanged.');
  return [match[1], match[2]];
}
