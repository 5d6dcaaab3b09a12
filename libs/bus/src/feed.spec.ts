import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sql } from '@huiyin/database';
import { isVisit, type LoopEvent, type VisitEvent } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { filter, firstValueFrom, take, toArray } from 'rxjs';
import { BusWorld, signal, ToldHandler } from './bus-world.fixture.js';

const START = '0-0';

/** The items that stage changes are about; other events have none. */
function idsOf(events: readonly LoopEvent[]): string[] {
  return events.filter(isVisit).map(({ feedbackId }) => feedbackId);
}

describe('the feed', () => {
  let made: TestDatabase;
  let world: BusWorld;

  beforeEach(async () => {
    made = await createTestDatabase();
    world = new BusWorld(made.url);
  });
  afterEach(async () => {
    await world.close();
    await made.drop();
  });

  /** Items that move on, each in a transaction of its own; answers with their ids in that order. */
  async function move(count: number): Promise<string[]> {
    const ids = await world.arrive(count);
    await world.lane(new ToldHandler(), 1).drain();
    return ids;
  }

  /** One item that moves on in a transaction that stays open until `commit` is called. */
  async function moveSlowly() {
    const [id = ''] = await world.arrive(1);
    const [written, mayCommit] = [signal(), signal()];
    const done = world.db.transaction(async (tx) => {
      await world.leave(tx, id);
      written.give();
      await mayCommit.given;
    });
    await written.given;
    const commit = () => {
      mayCommit.give();
      return done;
    };
    return { id, commit };
  }

  /** The next `count` events after `cursor`, as soon as they can be seen. */
  function next(count: number, cursor = START): Promise<VisitEvent[]> {
    return firstValueFrom(world.feed.events(cursor, 10).pipe(filter(isVisit), take(count), toArray()));
  }

  /** Follows until `count` events have been handled in all. */
  async function followUntil(count: number, name: string, into: string[], batch = 10): Promise<void> {
    while (into.length < count) {
      const seen: string[] = [];
      await world.feed.follow(name, batch, (events) => {
        seen.push(...idsOf(events));
        return Promise.resolve();
      });
      into.push(...seen);
    }
  }

  it('tells every change once, in order, page by page', async () => {
    const ids = await move(7);
    expect((await next(7)).map(({ feedbackId }) => feedbackId)).toEqual(ids);
    const pages: string[] = [];
    for (let cursor = START; ;) {
      const page = await world.feed.read(cursor, 3);
      if (page.length === 0) break;
      pages.push(...idsOf(page));
      cursor = page.at(-1)!.cursor;
    }
    expect(pages).toEqual(ids);
  });

  it('says what a listener needs to know, with the times of the ledger as they are', async () => {
    const [id] = await move(1);
    const [event] = await next(1);
    const [times] = await world.db.query<object>(
      'select entered_at as "enteredAt", started_at as "startedAt", left_at as "leftAt" from stage_visit',
    );
    expect(event).toEqual({
      cursor: expect.stringMatching(/^\d+-\d+$/),
      name: 'feedback.analyzed',
      feedbackId: id,
      reference: expect.stringMatching(/^HY-/),
      seq: 1,
      cycle: 1,
      stage: 'analyze',
      outcome: 'analyzed',
      next: 'route',
      unit: null,
      actor: 'system',
      ...times,
    });
  });

  it('does not lose what was written early and committed late: nobody is shown what came after it, until it is there', async () => {
    const before = await move(1);
    const [{ cursor }] = (await next(1)) as [VisitEvent];
    const slow = await moveSlowly();
    const after = await move(2);
    const numbers = await world.db.query<{ id: string }>('select feedback_id as id from stage_visit order by event_id');
    // What a plain `event_id > cursor` would have done: stepped over the number that is still to come.
    expect(numbers.map(({ id }) => id)).toEqual([...before, ...after]);
    expect(await world.feed.read(cursor, 100)).toEqual([]);
    await slow.commit();
    expect((await next(3, cursor)).map(({ feedbackId }) => feedbackId)).toEqual([slow.id, ...after]);
  });

  it('is not held up by a transaction that was rolled back', async () => {
    const [id = ''] = await world.arrive(1);
    const dropped = world.db.transaction(async (tx) => {
      await world.leave(tx, id);
      throw new Error('no');
    });
    await expect(dropped).rejects.toThrow('no');
    const [other] = await move(1);
    expect((await next(2)).map(({ feedbackId }) => feedbackId).sort()).toEqual([id, other].sort());
  });

  it('lets a follower go on where it stopped, in another process too', async () => {
    const first = await move(4);
    const told: string[] = [];
    await followUntil(4, 'webhooks', told, 3);
    const second = await move(3);
    const elsewhere = new BusWorld(made.url);
    const rest: string[] = [];
    while (rest.length < 3)
      await elsewhere.feed.follow('webhooks', 2, async (events) => {
        rest.push(...idsOf(events));
      });
    await elsewhere.close();
    expect([...told, ...rest]).toEqual([...first, ...second]);
  });

  it('gives every follower its own place', async () => {
    const ids = await move(3);
    const [one, other]: [string[], string[]] = [[], []];
    await followUntil(3, 'one', one);
    await followUntil(3, 'other', other);
    expect([one, other]).toEqual([ids, ids]);
  });

  it('shows a follower the same events again when its work was rolled back, and what it wrote is gone', async () => {
    const ids = await move(2);
    await next(2);
    const note = (tx: Sql) => tx.query(`insert into feed_cursor (name, xid, event_id) values ('note', '0', 0)`);
    const failing = world.feed.follow('one', 10, async (_events, tx) => {
      await note(tx);
      throw new Error('receiver away');
    });
    await expect(failing).rejects.toThrow('receiver away');
    expect(await world.db.query(`select from feed_cursor where name = 'note'`)).toEqual([]);
    const again: string[] = [];
    await followUntil(2, 'one', again);
    expect(again).toEqual(ids);
  });

  it('gives two processes that follow under one name each event once between them', async () => {
    const ids = await move(20);
    await next(20);
    const handled: string[] = [];
    const [holds, mayGoOn] = [signal(), signal()];
    const slow = world.feed.follow('one', 5, async (events) => {
      holds.give();
      await mayGoOn.given;
      handled.push(...idsOf(events));
    });
    await holds.given;
    const turnedAway = await world.feed.follow('one', 5, () => Promise.reject(new Error('not while another holds it')));
    expect(turnedAway).toBe(0);
    mayGoOn.give();
    expect(await slow).toBe(5);
    const follow = () =>
      world.feed.follow('one', 4, async (events) => {
        handled.push(...idsOf(events));
      });
    while (handled.length < 20) await Promise.all([follow(), follow(), follow()]);
    expect(handled).toEqual(ids);
  });

  it('tells listeners in the process of what is committed from now on', async () => {
    await move(2);
    await next(2);
    const heard = firstValueFrom(world.feed.events(await world.feed.head(), 10).pipe(take(1), toArray()));
    const [id] = await move(1);
    expect(idsOf(await heard)).toEqual([id]);
  });

  it.each(['', '1', '1-', '-1', 'x-y', '1-2-3', ' 1-2', '1-99999999999999999999', '1-9223372036854775808', "1-1'"])(
    'refuses %j, which is no cursor of its own',
    async (cursor) => {
      await expect((async () => world.feed.read(cursor, 1))()).rejects.toMatchObject({ code: 'bad-cursor' });
    },
  );
});
