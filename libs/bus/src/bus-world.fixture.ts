import { Database, type Sql } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { uuidv7 } from 'uuidv7';
import { claimThese } from './claim.js';
import { Conductor } from './conductor.js';
import { Feed } from './feed.js';
import { Lane } from './lane.js';
import { depart, loopNow } from './ledger.js';
import { onward, passageOf } from './passage.js';
import { go, StageHandler, type ItemAtStage, type Outcome } from './stage-handler.js';

/** A promise with what settles it. */
export function signal<T = void>(): { given: Promise<T>; give: (value: T) => void } {
  let give!: (value: T) => void;
  const given = new Promise<T>((resolve) => (give = resolve));
  return { given, give };
}

/** What a handler of a test does with one item; it may throw. */
export type Deed = (item: ItemAtStage, tx: Sql) => Outcome<'analyze'> | Promise<Outcome<'analyze'>>;

/** A handler that does as it is told, item by item, and remembers what it was given. */
export class ToldHandler extends StageHandler<'analyze'> {
  readonly stage = 'analyze';
  readonly seen: ItemAtStage[][] = [];

  constructor(private readonly deed: Deed = () => go('analyzed')) {
    super();
  }

  async handle(items: readonly ItemAtStage[], tx: Sql): Promise<Map<string, Outcome<'analyze'>>> {
    this.seen.push([...items]);
    const outcomes = new Map<string, Outcome<'analyze'>>();
    for (const item of items) outcomes.set(item.id, await this.deed(item, tx));
    return outcomes;
  }

  /** Every item that it was given, as often as it was given it. */
  get ids(): string[] {
    return this.seen.flat().map(({ id }) => id);
  }
}

/** A bus of one's own, without any stage behind it, with a clock that can be moved. */
export class BusWorld {
  readonly clock = new ShiftedClock();
  readonly db: Database;
  readonly conductor: Conductor;
  readonly feed: Feed;

  constructor(url: string) {
    const limits = { statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
    this.db = new Database({ url, poolSize: 10, ...limits }, this.clock);
    this.conductor = new Conductor(this.db);
    this.feed = new Feed(this.db);
  }

  lane(handler: ToldHandler, batchSize = 500): Lane {
    return new Lane(this.db, handler, batchSize);
  }

  /** Items that have just entered analyze, in the order in which they are due. */
  async arrive(count: number, priority = 5): Promise<string[]> {
    const ids = Array.from({ length: count }, uuidv7);
    await this.db.transaction(async (tx) => {
      await tx.query(
        `insert into feedback (id, stage, priority, stage_since, due_at)
         select i.id, 'analyze', $2, t.at, t.at - ($3 - i.place) * interval '1 microsecond'
         from unnest($1::uuid[]) with ordinality as i(id, place), (select loop_now() as at) t`,
        [ids, priority, count],
      );
      await tx.query(
        `insert into feedback_words (feedback_id, received_at, text, accepted_by)
         select id, stage_since, 'x', 'key:1' from feedback where id = any($1)`,
        [ids],
      );
    });
    return ids;
  }

  /** An item leaves analyze, in a transaction that goes on. */
  async leave(tx: Sql, id: string): Promise<void> {
    const [item] = await claimThese(tx, 'analyze', [id]);
    await depart(tx, [onward(passageOf(item!), go('analyzed'), await loopNow(tx))]);
  }

  /** Where an item stands, e.g. `analyze ready 2` (stage, state, failed tries). */
  async standing(id: string): Promise<string> {
    const [row] = await this.db.query<{ text: string }>(
      `select concat_ws(' ', stage, state, attempts) as text from feedback where id = $1`,
      [id],
    );
    return row!.text;
  }

  /** How many items stand where, e.g. `{ 'route ready': 3 }`. */
  async crowd(): Promise<Record<string, number>> {
    const rows = await this.db.query<{ place: string; count: number }>(
      `select stage || ' ' || state as place, count(*) as count from feedback group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}
