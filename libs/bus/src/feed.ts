import type { Database, Sql } from '@huiyin/database';
import {
  CodedError,
  edge,
  type BurstPayload,
  type ClusterEvent,
  type ClusterEventName,
  type LoopEvent,
  type LoopEventName,
  type VisitEvent,
} from '@huiyin/loop';
import { Observable, share } from 'rxjs';
import { LAST_EVENT, parseCursor } from './feed-cursor.js';

/**
 * The feed: the ledger, and what is told of clusters, in commit order. A row is shown only when every transaction that began before its own has
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
  follow(name: string, limit: number, handle: (events: LoopEvent[], tx: Sql) => Promise<void>): Promise<number> {
    return this.followBy(readEvents, name, limit, handle);
  }

  /**
   * Has a durable consumer pass over everything up to `head` without reading it: for whoever finds, after `head` was taken, that
   * nobody is interested.
   */
  async pass(name: string, head: string): Promise<void> {
    const fresh = ['stage_visit', 'cluster_event', 'staff_event']
      .map((log) => `exists (select from ${log} e where (e.xid, e.event_id) > (c.xid, c.event_id))`)
      .join(' or ');
    await this.db.query(
      `insert into feed_cursor as c (name, xid, event_id) values ($1, $2::text::xid8, $3)
       on conflict (name) do update set xid = excluded.xid, event_id = excluded.event_id, updated_at = loop_now()
       where (c.xid, c.event_id) < (excluded.xid, excluded.event_id) and (${fresh})`,
      [name, ...parseCursor(head)],
    );
  }

  /** {@link follow} for another log that is read in commit order, such as what staff are told. */
  async followBy<E extends { readonly cursor: string }>(
    read: (sql: Sql, cursor: string, limit: number) => Promise<E[]>,
    name: string,
    limit: number,
    handle: (events: E[], tx: Sql) => Promise<void>,
  ): Promise<number> {
    await this.db.query(`insert into feed_cursor (name, xid, event_id) values ($1, '0', 0) on conflict do nothing`, [
      name,
    ]);
    return this.db.transaction(async (tx) => {
      const [cursor] = await tx.query<{ xid: string; eventId: string }>(
        'select xid::text, event_id::text as "eventId" from feed_cursor where name = $1 for update skip locked',
        [name],
      );
      if (!cursor) return 0;
      const events = await read(tx, `${cursor.xid}-${cursor.eventId}`, limit);
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

type VisitRow = Omit<VisitEvent, 'name' | 'next'> & { readonly told: null };
type ToldRow = Omit<ClusterEvent, 'name'> & { readonly told: ClusterEventName };

const NEXT = `(xid, event_id) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
  order by xid, event_id limit $3`;

/** Ledger and cluster events have their numbers from one row. Each is read by its own index, no further than one page. */
const READ = `select e.xid::text || '-' || e.event_id as cursor, e.told, e.feedback_id as "feedbackId",
    reference(w.number, w.received_at) as reference, e.seq, e.cycle, e.stage, e.outcome, u.code as unit, e.entered_at as "enteredAt",
    e.started_at as "startedAt", e.left_at as "leftAt", e.actor, e.cluster_id as "clusterId", e.told_at as "toldAt", e.burst
  from (
    (select xid, event_id, null as told, feedback_id, seq, cycle, stage, outcome, unit_id, entered_at, started_at, left_at, actor,
       null::uuid as cluster_id, null::timestamptz as told_at, null::jsonb as burst from stage_visit where ${NEXT})
    union all
    (select xid, event_id, name, null, null, null, null, null, null, null, null, null, null, cluster_id, told_at, payload
       from cluster_event where ${NEXT})
    order by xid, event_id limit $3) e
  left join feedback_words w on w.feedback_id = e.feedback_id left join unit u on u.id = e.unit_id
  order by e.xid, e.event_id`;

/** One page of the feed; see `Feed.read`. */
export async function readEvents(sql: Sql, cursor: string, limit: number): Promise<LoopEvent[]> {
  const [xid, eventId] = parseCursor(cursor);
  return (await sql.query<VisitRow | ToldRow>(READ, [xid, eventId, limit])).map(asEvent);
}

function asEvent(row: VisitRow | ToldRow): LoopEvent {
  if (row.told !== null) {
    const { cursor, told, clusterId, toldAt, burst } = row;
    return { cursor, name: told, clusterId, toldAt, burst };
  }
  const { cursor, feedbackId, reference, seq, cycle, stage, outcome, unit, enteredAt, startedAt, leftAt, actor } = row;
  const times = { enteredAt, startedAt, leftAt };
  const name = `feedback.${outcome}` satisfies LoopEventName;
  return { cursor, name, feedbackId, reference, seq, cycle, stage, outcome, unit, ...times, actor, next: edge(stage, outcome).to }; // prettier-ignore
}

/**
 * Puts events about clusters into the feed, in the transaction in which they came to be: they are told when it is
 * committed, and not at all when it is rolled back.
 */
export async function tellOfClusters(
  tx: Sql,
  events: readonly { readonly name: ClusterEventName; readonly burst: BurstPayload }[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into cluster_event (event_id, name, cluster_id, payload)
     select nextval('stage_visit_event_id_seq'), name, (burst->>'clusterId')::uuid, burst from jsonb_to_recordset($1) as x(name text, burst jsonb)`,
    [JSON.stringify(events)],
  );
}
