import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sql } from '@huiyin/database';
import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { Limits } from '../apps/api/src/auth/limits.js';
import { LoopWorld } from './support/loop-world.js';

const MINUTE = 60_000;

/** Goes on to the begin of the next minute, so that no test lies across two. */
function nextMinute(clock: ShiftedClock): void {
  clock.advance(MINUTE - ((Date.now() + clock.offsetMs) % MINUTE));
}

describe('requests are limited', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start({ apis: 2, config: { limitCaller: 200, limitAddress: 400, limitLink: 5 } });
  });
  afterAll(() => world.stop());

  /** Sends to both processes in turn; answers with how many went through, and the first refusal. */
  async function flood(count: number, path: string, headers: Record<string, string> = {}) {
    const answers = [];
    for (let i = 0; i < count; i++) answers.push(await fetch(world.address(path, i % 2), { headers }));
    const refused = answers.filter(({ status }) => status === 429);
    return { passed: count - refused.length, refused: refused.at(0) };
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  it('by key, over both processes, and say when to come again', async () => {
    const key = await world.keyWith('units:read');
    nextMinute(world.clock);
    const { passed, refused } = await flood(260, '/api/v1/me', bearer(key));
    expect(passed).toBeGreaterThan(200 * 0.9);
    expect(passed).toBeLessThanOrEqual(200);
    expect(refused!.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused!.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await flood(1, '/api/v1/me', bearer(await world.keyWith('units:read')))).passed).toBe(1);
    nextMinute(world.clock);
    expect((await flood(1, '/api/v1/me', bearer(key))).passed).toBe(1);
  });

  it('by survey link, so that nobody tries answers by the hundred', async () => {
    nextMinute(world.clock);
    const { passed, refused } = await flood(12, `/s/${'a'.repeat(22)}`);
    expect(passed).toBe(5);
    expect(refused!.headers.get('retry-after')).not.toBeNull();
    expect((await flood(1, `/s/${'b'.repeat(22)}`)).passed).toBe(1);
  });

  it('by address for those who guess keys, while who has one from the same address goes on', async () => {
    nextMinute(world.clock);
    const guesses = await flood(450, '/api/v1/me', bearer('hy_abcdefghijkl_wrong'));
    expect(guesses.passed).toBeLessThanOrEqual(400);
    expect(guesses.passed).toBeGreaterThan(400 * 0.9);
    expect((await flood(1, '/api/v1/me', bearer(world.key))).passed).toBe(1);
    expect((await flood(2, '/readyz')).passed).toBe(2);
  });
});

describe('the counting of requests', () => {
  const clock = new ShiftedClock();
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    const limits = { statementTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000, applicationName: 'spec' };
    db = new Database({ url: test.url, poolSize: 4, ...limits }, clock);
  });
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  /** How many of `count` requests, sent at once, are let through. */
  async function send(limits: Limits, subject: string, limit: number, count: number): Promise<number> {
    const tries = Array.from({ length: count }, async () => limits.take(subject, limit));
    return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
  }

  it('lets through the limit and not one more, however many ask at once and in however many processes', async () => {
    nextMinute(clock);
    const processes = [new Limits(db, clock), new Limits(db, clock), new Limits(db, clock)];
    const passed = await Promise.all(processes.map((limits) => send(limits, 'key:many', 1_000, 2_000)));
    expect(passed.reduce((sum, one) => sum + one)).toBe(1_000);
  });

  it('asks the database once for a fiftieth of the limit, not for every request', async () => {
    nextMinute(clock);
    let statements = 0;
    const counted = {
      query: (...args: Parameters<Sql['query']>) => {
        statements += 1;
        return db.query(...args);
      },
    } as unknown as Database;
    const limits = new Limits(counted, clock);
    for (let i = 0; i < 4_000; i++) await limits.take('key:busy', 10_000);
    expect(statements).toBeGreaterThan(10);
    expect(statements).toBeLessThanOrEqual(4_000 / 200 + 2);
  });

  it('begins anew with every minute of the clock', async () => {
    nextMinute(clock);
    const limits = new Limits(db, clock);
    expect(await send(limits, 'key:minutes', 10, 30)).toBe(10);
    nextMinute(clock);
    expect(await send(limits, 'key:minutes', 10, 30)).toBe(10);
  });

  it('refuses nobody while the database is away: the request itself will be told', async () => {
    const away = { query: () => Promise.reject(new Error('away')) } as unknown as Database;
    expect(await send(new Limits(away, clock), 'key:x', 10, 5)).toBe(5);
  });
});
