import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { edges, KINDS, STAGES, STATES } from '@huiyin/loop';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

type Candidates = Readonly<Record<string, readonly string[]>>;

/**
 * The rows that a check constraint lets pass, of all combinations of `candidates` (column → values) and of the
 * values that the constraint itself names.
 */
async function allowed(table: string, constraint: string, candidates: Candidates): Promise<string[]> {
  const { rows } = await client.query<{ condition: string }>(
    'select pg_get_expr(conbin, conrelid) as condition from pg_constraint where conname = $1 and conrelid = $2::regclass',
    [constraint, table],
  );
  const condition = rows[0]?.condition;
  if (!condition) throw new Error(`The table ${table} has no constraint ${constraint}.`);
  const named = [...condition.matchAll(/'([^']*)'/g)].map(([, value]) => value);
  const columns = Object.keys(candidates);
  const values = columns.map((column, index) => `unnest($${index + 1}::text[]) as ${column}_values(${column})`);
  const found = await client.query<Record<string, string>>(
    `select * from (select ${columns.join(', ')} from ${values.join(' cross join ')}) as ${table} where ${condition}`,
    columns.map((column) => [...new Set([...(candidates[column] ?? []), ...named])]),
  );
  return found.rows.map((row) => columns.map((column) => row[column]).join(' → ')).sort();
}

describe('the database', () => {
  it('lets an item be in the stages of the loop and in no other', async () => {
    expect(await allowed('feedback', 'feedback_stage_check', { stage: STAGES })).toEqual([...STAGES].sort());
  });

  it('lets an item have the states of the loop and no other', async () => {
    expect(await allowed('feedback', 'feedback_state_check', { state: STATES })).toEqual([...STATES].sort());
  });

  it('lets an item have the kinds of the loop and no other', async () => {
    expect(await allowed('feedback', 'feedback_kind_check', { kind: KINDS })).toEqual([...KINDS].sort());
  });

  it('lets a visit end with the outcomes of its stage and no other', async () => {
    const outcomes = edges().map(({ outcome }) => outcome);
    const declared = edges().map(({ stage, outcome }) => `${stage} → ${outcome}`);
    expect(await allowed('stage_visit', 'stage_visit_edge_check', { stage: STAGES, outcome: outcomes })).toEqual(
      declared.sort(),
    );
  });
});
