import { Database } from '@huiyin/database';
import { STAGES, SystemClock } from '@huiyin/loop';
import { SEES_ALL, type Sight } from '@huiyin/org';
import { createTestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { COUNTED, countVisits } from './count-visits.store.js';
import { type InsightFilter } from './narrowing.js';
import { periodOf, readCounts, type Counted } from './read-counts.store.js';
import { happened, measured, percentile, SKETCH_ERROR, together, type Measure } from './sketch.js';

const LIMITS = { poolSize: 2, statementTimeoutMs: 60_000, idleTransactionTimeoutMs: 60_000, applicationName: 'spec' };
const ITEMS = 3_000;

/** Counts what is not counted yet: a visit is counted once every older transaction of the server has ended, those of other databases included. */
async function countAll(db: Database): Promise<void> {
  const left = `select count(*) as left from stage_visit v where (v.xid, v.event_id) >
    (select c.xid, c.event_id from feed_cursor c where c.name = '${COUNTED}')`;
  for (;;) {
    await countVisits(db, 2_000);
    const [row] = await db.query<{ left: number }>(left);
    if (row!.left === 0) return;
    await pause(20);
  }
}

/** Group over two provinces, one of which has a city; items of three kinds and two products, over twelve days, with times of all lengths. */
const FILL = [
  `select setseed(0.4)`,
  `insert into unit (code, parent_id, path, level, name_zh, name_en) values
     ('gd', 1, '/1/1001/', 'province', 'gd', 'gd'), ('sd', 1, '/1/1002/', 'province', 'sd', 'sd')`,
  `update unit set path = '/1/' || id || '/' where parent_id = 1`,
  `insert into unit (code, parent_id, path, level, name_zh, name_en)
     select 'gz', id, path, 'city', 'gz', 'gz' from unit where code = 'gd'`,
  `update unit set path = path || id || '/' where code = 'gz'`,
  `create table g as select i, gen_random_uuid() as id, (array['complaint','fault','praise'])[1 + i % 3] as kind,
     case when i % 4 > 0 then (array['5G','宽带'])[1 + i % 2] end as product,
     (select id from unit where code = (array['gd','sd','gz','group'])[1 + (i / 3) % 4]) as unit,
     now() - interval '12 days' - random() * interval '12 days' as received from generate_series(1, ${ITEMS}) i`,
  `alter table feedback disable trigger feedback_close`,
  `insert into feedback (id, stage, state, kind, product, unit_id, closed_at, close_reason, seq) select id, 'recollect', 'closed', kind, product, unit, received, 'x', 7 from g`,
];

const VISITS = `
  with times as (
    select g.id, g.unit, g.i, s.stage, s.n, g.received + sum(t.wait + t.work) over w - t.wait - t.work as entered, t.wait, t.work
    from g cross join unnest(array['collect','analyze','route','resolve','deliver','recollect']) with ordinality s(stage, n)
    cross join lateral (select exp(random() * 18 - 6) * interval '1 second' * (g.i * 0 + 1) as wait, exp(random() * 12 - 8) * interval '1 second' as work) t
    where g.i > $1 and g.i <= $2
    window w as (partition by g.id order by s.n)
  )
  insert into stage_visit (feedback_id, seq, cycle, stage, unit_id, entered_at, started_at, left_at, outcome, actor)
  select id, n, 1, stage, case when n > 3 then unit end, entered, entered + wait, entered + wait + work,
    case stage when 'collect' then 'collected' when 'analyze' then 'analyzed' when 'route' then 'routed' when 'resolve' then 'resolved'
      when 'deliver' then 'delivered' else (array['confirmed','silent','not-solved'])[1 + i % 3] end, 'system' from times`;

describe('visits that are counted', () => {
  let db: Database;
  let drop: () => Promise<void>;
  let paths: Map<string, string>;

  beforeAll(async () => {
    const made = await createTestDatabase();
    drop = made.drop;
    db = new Database({ url: made.url, ...LIMITS }, new SystemClock());
    await db.transaction(async (tx) => {
      for (const sql of FILL) await tx.query(sql);
      await tx.query(VISITS, [0, ITEMS / 2]);
    });
    await countAll(db);
    // The second half is in the ledger only.
    await db.query(VISITS, [ITEMS / 2, ITEMS]);
    await db.query(`update feedback f set state = 'waiting', waiting_for = 'team', stage = 'collect', closed_at = null, stage_since = v.left_at
      from stage_visit v where v.feedback_id = f.id and v.outcome = 'not-solved'`);
    const units = await db.query<{ code: string; path: string }>('select code, path from unit');
    paths = new Map(units.map(({ code, path }) => [code, path]));
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await drop();
  });

  const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString();
  const ALL: InsightFilter = { from: days(20.3), to: days(12.1), unitPath: null, kind: null, product: null, sight: SEES_ALL }; // prettier-ignore

  const sightOf = (...codes: string[]): Sight => ({
    everything: false,
    unitPaths: codes.map((code) => paths.get(code)!),
    personActor: 'person:1',
  });

  async function read(filter: InsightFilter): Promise<Map<string, Counted['counts']>> {
    const rows = await readCounts(db, { ...filter, ...(await periodOf(db, filter)) });
    return new Map(rows.map(({ stage, counts }) => [stage, counts]));
  }

  async function expectExact(filter: InsightFilter): Promise<number> {
    const counted = await read(filter);
    const { from, to } = await periodOf(db, filter);
    const seen = filter.sight.everything ? [''] : filter.sight.unitPaths;
    const rows = await db.query<Record<string, number> & { stage: string; times: Record<Measure, number[]> }>(
      `with v as (select v.*, v.started_at - v.entered_at as waiting, v.left_at - v.started_at as working, f.kind, f.product from visit v join feedback f on f.id = v.feedback_id left join unit u on u.id = v.unit_id
         where ($3::text is null or starts_with(u.path, $3)) and ($4::text is null or f.kind = $4) and ($5::text is null or f.product = $5)
           and exists (select from unnest($6::text[]) s where s = '' or starts_with(u.path, s)))
       select stage, count(*) filter (where left_at >= $1 and left_at < $2) as left, count(*) filter (where entered_at >= $1 and entered_at < $2) as entered,
         count(*) filter (where outcome = 'silent' and left_at >= $1 and left_at < $2) as silent,
         json_build_object('inStage', percentile_cont(array[0.5, 0.9, 0.99]) within group (order by extract(epoch from left_at - entered_at)) filter (where left_at >= $1 and left_at < $2),
           'waiting', percentile_cont(array[0.5, 0.9, 0.99]) within group (order by extract(epoch from waiting)) filter (where left_at >= $1 and left_at < $2),
           'working', percentile_cont(array[0.5, 0.9, 0.99]) within group (order by extract(epoch from working)) filter (where left_at >= $1 and left_at < $2)) as times
       from v group by stage`,
      [from, to, filter.unitPath, filter.kind, filter.product, seen],
    );
    for (const { stage, left, entered, silent, times } of rows) {
      const counts = counted.get(stage) ?? new Map<number, number>();
      expect({ stage, left: measured(counts, 'inStage'), entered: happened(counts, 'entered'), silent: happened(counts, 'silent') }).toEqual({ stage, left, entered, silent }); // prettier-ignore
      for (const measure of ['inStage', 'waiting', 'working'] as const) {
        for (const [index, part] of [0.5, 0.9, 0.99].entries()) {
          const exact = times[measure]?.[index] ?? null;
          const told = percentile(counts, measure, part);
          if (exact === null) expect(told).toBeNull();
          else expect(Math.abs(told! - exact)).toBeLessThanOrEqual(exact * SKETCH_ERROR + 1e-6);
        }
      }
    }
    return measured(together([...counted.values()]), 'inStage');
  }

  it('are as many as the ledger has, and their times lie within two per cent, whatever is asked for', async () => {
    expect(await expectExact(ALL)).toBeGreaterThan(9_000);
    expect(await expectExact({ ...ALL, from: days(30), to: null })).toBeGreaterThan(ITEMS * 5);
    expect(await expectExact({ ...ALL, from: days(14.02), to: days(14.01) })).toBeLessThan(200);
    await expectExact({ ...ALL, kind: 'complaint' });
    await expectExact({ ...ALL, product: '宽带' });
    await expectExact({ ...ALL, kind: 'fault', product: '5G' });
    await expectExact({ ...ALL, unitPath: paths.get('gd')! });
    await expectExact({ ...ALL, unitPath: paths.get('gd')!, kind: 'praise' });
    await expectExact({ ...ALL, sight: sightOf('gz', 'sd') });
    await expectExact({ ...ALL, sight: sightOf('gd', 'gz') });
    await expectExact({ ...ALL, unitPath: paths.get('gd')!, sight: sightOf('gz') });
    expect((await read({ ...ALL, unitPath: paths.get('gd')!, sight: sightOf('sd') })).size).toBe(0);
  });

  it('are told apart by the day in a time zone, and by unit', async () => {
    const period = await periodOf(db, ALL);
    const daily = await readCounts(db, { ...ALL, ...period }, { by: 'day', zone: 'Asia/Shanghai' });
    const rows = await db.query<{ day: string; n: number }>(
      `select date_trunc('day', left_at at time zone 'Asia/Shanghai')::date::text as day, count(*) as n from stage_visit
       where stage = 'recollect' and left_at >= $1 and left_at < $2 group by 1 order by 1`,
      [period.from, period.to],
    );
    const told = daily.filter(({ stage, counts }) => stage === 'recollect' && measured(counts, 'inStage') > 0);
    expect(told.map(({ key, counts }) => ({ day: key, n: measured(counts, 'inStage') })).sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual(rows); // prettier-ignore

    const scopes = ['gd', 'gz', 'sd'].map((code) => ({ id: Number(paths.get(code)!.split('/').at(-2)), path: paths.get(code)! })); // prettier-ignore
    const apart = await readCounts(db, { ...ALL, ...period }, 'scopes', scopes);
    const of = (id: number) => measured(together(apart.filter(({ key }) => Number(key) === id).map(({ counts }) => counts)), 'inStage'); // prettier-ignore
    for (const { id, path } of scopes) expect(of(id)).toBe(await expectExact({ ...ALL, unitPath: path }));
  });

  it('follow an item to its other kind, and a unit to its other place', async () => {
    await countAll(db);
    await db.query(`update feedback set kind = 'appeal' where kind = 'praise' and product = '5G'`);
    await db.query(
      `update feedback set kind = 'fault' where kind = 'appeal' and unit_id is not null and product is not null and id::text < '8'`,
    );
    await db.query(`insert into stage_visit (feedback_id, seq, cycle, stage, entered_at, started_at, left_at, outcome, actor)
      select id, 7, 2, 'collect', stage_since, stage_since, stage_since + interval '1 hour', 'collected', 'system' from feedback where kind = 'appeal'`);
    await db.query(
      `update feedback set stage = 'analyze', stage_since = stage_since + interval '1 hour', seq = 8 where kind = 'appeal'`,
    );
    await countAll(db);
    for (const kind of ['appeal', 'praise', 'fault'] as const) await expectExact({ ...ALL, kind });
    expect(await db.query('select * from kind_change')).toEqual([]);

    await db.transaction(async (tx) => {
      await tx.query(`update unit set parent_id = (select id from unit where code = 'sd') where code = 'gz'`);
      await tx.query(`update unit set path = (select path from unit where code = 'sd') || id || '/' where code = 'gz'`);
    });
    paths.set('gz', (await db.query<{ path: string }>(`select path from unit where code = 'gz'`))[0]!.path);
    for (const code of ['gd', 'sd', 'gz']) await expectExact({ ...ALL, unitPath: paths.get(code)! });
    while ((await countVisits(db, 5_000)) > 0) await Promise.resolve();
    for (const code of ['gd', 'sd', 'gz']) await expectExact({ ...ALL, unitPath: paths.get(code)! });
  });

  it('go on when nothing but kinds changed', async () => {
    await db.query(`update feedback set kind = 'enquiry' where kind = 'complaint'`);
    await countVisits(db, 100);
    expect(await db.query('select * from kind_change')).toEqual([]);
    for (const kind of ['enquiry', 'complaint'] as const) await expectExact({ ...ALL, kind });
    expect([...(await read(ALL)).keys()].sort()).toEqual([...STAGES].sort());
  });
});
