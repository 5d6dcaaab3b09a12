import { gateIsOpen, readEvents, type Feed } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { fanOut, listeners } from './fan-out.store.js';
import { eventIdOf } from './webhook.js';

/** Name of the durable consumer of the feed. */
export const CONSUMER = 'webhooks';

const EVENTS_AT_ONCE = 1_000;
const REPLAYED_AT_ONCE = 200;
/** While so many messages wait for a target, no more are made for it out of the past. */
const MOST_WAITING = 1_000;

/**
 * From the feed to messages. The cursor and the messages are one transaction, so each event becomes a message of each
 * webhook that wants it exactly once; any number of processes may run it.
 */
export class WebhookFanOut {
  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
  ) {}

  /** Takes the next events, new ones and some of what is to be told again. Answers how many there were. */
  async takeBatch(): Promise<number> {
    const fresh = await this.feed.follow(CONSUMER, EVENTS_AT_ONCE, async (events, tx) => {
      const to = await listeners(tx);
      if (to.length > 0) await fanOut(tx, events, to);
    });
    return fresh + (await this.replay());
  }

  /** One page of the past for one webhook that asked for it. */
  private replay(): Promise<number> {
    return this.db.transaction(async (tx) => {
      if (!(await gateIsOpen(tx))) return 0;
      const [asked] = await tx.query<{ id: string; from: string; to: string }>(
        `select w.id, w.replay_from as from, w.replay_to as to from webhook w
         where w.active and w.replay_from is not null
           and (select count(*) from (select from webhook_message m
             where m.webhook_id = w.id and m.state = 'pending' limit ${MOST_WAITING}) waiting) < ${MOST_WAITING}
         order by random() limit 1 for update skip locked`,
      );
      return asked ? this.replayPage(tx, asked) : 0;
    });
  }

  private async replayPage(tx: Sql, { id, from, to }: { id: string; from: string; to: string }): Promise<number> {
    const page = await readEvents(tx, from, REPLAYED_AT_ONCE);
    const events = page.filter(({ cursor }) => !isAfter(cursor, to));
    await fanOut(tx, events, await listeners(tx, id), true);
    const last = events.length === REPLAYED_AT_ONCE ? events.at(-1)?.cursor : undefined;
    await tx.query(
      `update webhook set replay_from = $2, replay_to = case when $2::text is null then null else replay_to end where id = $1`,
      [id, last ?? null],
    );
    return events.length;
  }
}

function isAfter(cursor: string, end: string): boolean {
  const [xid, endXid] = [cursor, end].map((text) => BigInt(text.slice(0, text.indexOf('-')))) as [bigint, bigint];
  return xid > endXid || (xid === endXid && eventIdOf(cursor) > eventIdOf(end));
}
