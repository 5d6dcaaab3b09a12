import { Database } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import type { Sight } from '@huiyin/org';
import { createTestDatabase } from '@huiyin/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from './items.js';
import { listItems, pageStatement } from './items.store.js';

const LIMITS = { poolSize: 2, statementTimeoutMs: 60_000, idleTransactionTimeoutMs: 60_000, applicationName: 'spec' };
const ITEMS = 30_000;
const MANY = 250;

/** Of all items, unit `old` had the first 250 only, `few` five of all times, `every` all others; what is closed is seen by its history. */
const FILL = [
  `insert into unit (code, parent_id, path, level, name_zh, name_en)
   select code, 1, '/1/' || (1000 + n) || '/', 'province', code, code from unnest('{old,few,every}'::text[]) with ordinality as u(code, n)`,
  `create temp table g as select i, ('01a2' || lpad(to_hex(i), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, u.id as unit
   from generate_series(1, ${ITEMS}) i join unit u on u.code = case when i <= ${MANY} then 'old' when i % 6000 = 0 then 'few' else 'every' end`,
  `alter table feedback disable trigger user`,
  `alter table stage_visit disable trigger user`,
  `insert into feedback (id, stage, state, unit_id, closed_at, close_reason) select id, 'recollect', 'closed', unit, now(), 'answered' from g`,
  `insert into feedback_words (feedback_id, text, accepted_by) select id, 'word ' || i, 'system' from g order by i`,
  `insert into stage_visit (feedback_id, seq, cycle, stage, outcome, actor, unit_id, entered_at, started_at, left_at)
   select id, 1, 1, 'collect', 'collected', 'system', unit, now(), now(), now() from g`,
  // Handed over twice: once counts.
  `insert into assignment (feedback_id, seq, cycle, unit_id, limit_minutes, reason) select id, s, 1, unit, 60, 'x' from g, generate_series(2, 3) s`,
];

/** Of a plan, as far as it is looked at. */
interface Node {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** Rows that the busiest node of a plan has looked at. */
function mostRows(node: Node): number {
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return Math.max(rows, ...(node.Plans ?? []).map(mostRows));
}

describe('the list of who belongs to a part of the organisation', () => {
  let db: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createTestDatabase();
    drop = made.drop;
    db = new Database({ url: made.url, ...LIMITS }, new SystemClock());
    await db.transaction(async (tx) => {
      for (const sql of FILL) await tx.query(sql);
    });
    for (const table of ['feedback', 'feedback_words', 'stage_visit', 'assignment']) await db.query(`vacuum analyze ${table}`); // prettier-ignore
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await drop();
  });

  async function sightOf(...codes: string[]): Promise<Sight> {
    const rows = await db.query<{ path: string }>('select path from unit where code = any($1)', [codes]);
    return { everything: false, unitPaths: rows.map(({ path }) => path), personActor: 'person:1' };
  }

  /** All pages, by the numbers of the items. */
  async function numbers(sight: Sight, sort: Page['sort'], limit: number): Promise<number[]> {
    const found: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listItems(db, { sight }, { sort, limit, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map(({ text }) => Number(text.split(' ')[1])));
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  }

  it('has every item that their units had, once, on whichever page', async () => {
    const old = Array.from({ length: MANY }, (_, index) => index + 1);
    const few = [6, 12, 18, 24, 30].map((thousand) => thousand * 1_000);
    expect(await numbers(await sightOf('old'), 'oldest', 40)).toEqual(old);
    expect(await numbers(await sightOf('old', 'few'), 'oldest', 7)).toEqual([...old, ...few]);
    expect(await numbers(await sightOf('old', 'few'), 'newest', 50)).toEqual([...old, ...few].reverse());
    expect(await numbers(await sightOf('few'), 'newest', 200)).toEqual([...few].reverse());
    expect(await numbers(await sightOf('nobody'), 'newest', 200)).toEqual([]);
  });

  it.each(['old', 'few', 'every'])('is read without walking past what others have: %s', async (code) => {
    for (const sort of ['newest', 'oldest'] as const) {
      const { text, values } = await pageStatement(db, { sight: await sightOf(code) }, { sort, limit: 50 });
      const [row] = await db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
        `explain (analyze, format json) ${text}`,
        values,
      );
      expect(mostRows(row!['QUERY PLAN'][0]!.Plan)).toBeLessThan(2_000);
    }
  });
});
