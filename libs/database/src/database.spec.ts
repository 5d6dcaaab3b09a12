import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ShiftedClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { Database } from './database.js';

describe('the database', () => {
  const clock = new ShiftedClock();
  let made: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    made = await createTestDatabase();
    const limits = { statementTimeoutMs: 5_000, idleTransactionTimeoutMs: 5_000, applicationName: 'spec' };
    db = new Database({ url: made.url, poolSize: 2, ...limits }, clock);
  });
  afterAll(async () => {
    await db.close();
    await made.drop();
  });

  it('keeps the microseconds of a time, whatever zone it was written in', async () => {
    const [row] = await db.query(`select '2026-11-22 20:00:00.1+08'::timestamptz as tenth,
      '1970-01-01T00:00:00.000001Z'::timestamptz as micro, '2026-11-22T12:00:00Z'::timestamptz as whole`);
    expect(row).toEqual({
      tenth: '2026-11-22T12:00:00.100000Z',
      micro: '1970-01-01T00:00:00.000001Z',
      whole: '2026-11-22T12:00:00.000000Z',
    });
  });

  it('answers with numbers and times in arrays as it does alone', async () => {
    const [row] = await db.query(`select 7::bigint as id, array[7, null, 8]::bigint[] as ids, 1.5::numeric as seconds,
      array[1.5]::numeric[] as several, array['2026-11-22T12:00:00.5Z']::timestamptz[] as times`);
    expect(row).toEqual({
      id: 7,
      ids: [7, null, 8],
      seconds: 1.5,
      several: [1.5],
      times: ['2026-11-22T12:00:00.500000Z'],
    });
  });

  it('has the time that the clock says, in a transaction and outside of one, and never leaves it behind', async () => {
    const now = async () => (await db.query<{ day: string }>('select loop_now()::date::text as day'))[0]!.day;
    const today = await now();
    clock.offsetMs = 400 * 86_400_000;
    expect((await now()) > today).toBe(true);
    clock.offsetMs = 0;
    expect(await Promise.all([now(), now(), now()])).toEqual([today, today, today]);
  });

  it('rolls back what throws, and the connection goes on', async () => {
    const cut = db.transaction(async (tx) => {
      await tx.query(`insert into feed_cursor (name, xid, event_id) values ('half', '0', 0)`);
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(await db.query('select 1 from feed_cursor')).toEqual([]);
  });
});
