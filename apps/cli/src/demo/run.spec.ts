import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gateIsOpen } from '@huiyin/bus';
import { loadConfig } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { verifyLedger } from '@huiyin/journey';
import { ShiftedClock, STAGES } from '@huiyin/loop';
import { makeKeyring, writeKeyring } from '@huiyin/privacy';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { runDemo, type DemoWanted } from './run.js';
import { earlierRuns, summarise } from './standing.js';

/** A fixed end makes the history the same on every day that the tests are run. */
const END = Date.parse('2026-03-11T08:00:00Z');
const DAYS = 40;
const WANTED: DemoWanted = { items: 120, days: DAYS, seed: '1', run: 1, end: END };

let database: TestDatabase;
let db: Database;
/** Shows the end of the history as the present. */
let then: Database;

const KEYS = JSON.stringify(writeKeyring(makeKeyring()));

async function run(wanted: DemoWanted, stopAfter = Infinity): Promise<number> {
  const stop = new AbortController();
  const progress = (items: number) => void (items >= stopAfter && stop.abort());
  const config = loadConfig({
    DATABASE_URL: database.url,
    HUIYIN_LOG_LEVEL: 'silent',
    HUIYIN_POOL_SIZE: '4',
    HUIYIN_KEYS: KEYS,
  });
  return runDemo({ config, db, url: database.url, stop: stop.signal, progress }, wanted);
}

beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { statementTimeoutMs: 20_000, idleTransactionTimeoutMs: 20_000, applicationName: 'spec' };
  const clock = new ShiftedClock();
  db = new Database({ url: database.url, poolSize: 3, ...limits }, new ShiftedClock());
  then = new Database({ url: database.url, poolSize: 2, ...limits }, clock);
  expect(await run(WANTED)).toBe(120);
  clock.offsetMs = END - Date.now();
}, 240_000);

afterAll(async () => {
  await Promise.all([db.close(), then.close()]);
  await database.drop();
});

describe('a small demo', () => {
  it('leaves a ledger without a gap, whose sums are exact', async () => {
    let items = 0;
    expect(await verifyLedger(db, (done) => (items = done.items))).toEqual([]);
    expect(items).toBe(120);
  });

  it('has items at every stage, overdue ones, closed ones and such as came back', async () => {
    const summary = await summarise(then, 'D1-');
    expect(summary.stages.map(({ stage }) => stage).sort()).toEqual([...STAGES].sort());
    expect(summary.stages.reduce((sum, { overdue }) => sum + overdue, 0)).toBeGreaterThan(0);
    expect(summary.closed.map(({ outcome }) => outcome).sort()).toEqual(['confirmed', 'dismissed', 'silent']);
    expect(summary.reopened).toBeGreaterThan(0);
    expect(summary.handedBack).toBeGreaterThan(0);
    expect(summary.comingBack).toBeGreaterThan(0);
    expect(summary.clusters.length).toBe(5);
  });

  it('is spread over the whole time, with ids that follow it', async () => {
    const days = await db.query<{ day: string }>(
      `select distinct to_char(received_at, 'YYYY-MM-DD') as day from feedback_words order by 1`,
    );
    expect(days.length).toBeGreaterThan(DAYS * 0.6);
    const [span] = await db.query<{ first: string; last: string }>('select min(received_at) as first, max(received_at) as last from feedback_words'); // prettier-ignore
    expect(Date.parse(span!.first)).toBeGreaterThan(END - (DAYS + 1) * 86_400_000);
    expect(Date.parse(span!.last)).toBeLessThan(END);
    const [apart] = await db.query<{ ms: number }>(
      `select max(abs(extract(epoch from received_at) * 1000 - ('x' || lpad(substr(replace(feedback_id::text, '-', ''), 1, 12), 16, '0'))::bit(64)::bigint))::float8 as ms
       from feedback_words`,
    );
    expect(apart!.ms).toBeLessThan(30_000);
  });

  it('waits for customers whose time has not passed, and has told them on the log channel only', async () => {
    const [late] = await then.query<{ items: number }>(
      `select count(*) as items from feedback where stage = 'recollect' and state <> 'closed' and due_at < loop_now() - interval '1 hour'`,
    );
    expect(late!.items).toBe(0);
    expect(await db.query(`select distinct channel from delivery`)).toEqual([{ channel: 'log' }]);
    expect(await db.query(`select id from delivery where state <> 'sent'`)).toEqual([]);
  });

  it('has made some of what customers want public, in both languages', async () => {
    const posts = await db.query<{ status: string; zh: object; en: object }>(
      `select c.status, p.zh, p.en from board_post p join cluster c on c.id = p.cluster_id`,
    );
    expect(posts.length).toBeGreaterThan(0);
    for (const { zh, en } of posts) expect([zh, en]).toEqual([expect.anything(), expect.anything()]);
  });

  it('has opened the gate again and parked nothing', async () => {
    expect(await db.transaction((tx) => gateIsOpen(tx))).toBe(true);
    expect(await db.query(`select id from feedback where state = 'parked'`)).toEqual([]);
  });

  it('can be added to, and is told from one that was cut short', async () => {
    expect(await run({ ...WANTED, items: 40, days: 14, run: 2 }, 20)).toBeLessThan(40);
    const [first, second] = await earlierRuns(db);
    expect(first).toMatchObject({ run: 1, items: 120, of: 120 });
    expect(second).toMatchObject({ run: 2, of: 40 });
    expect(second!.items).toBeLessThan(40);
    expect(await verifyLedger(db, () => undefined)).toEqual([]);
  }, 120_000);
});
