import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from './test-database.js';

describe('a test database', () => {
  const made: TestDatabase[] = [];

  beforeAll(async () => {
    made.push(await createTestDatabase(), await createTestDatabase(), await createEmptyDatabase());
  });
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it('has every table, and nobody else in it', async () => {
    expect(await tables(made[0]!.url)).toContain('unit');
    expect(made[0]!.url).not.toBe(made[1]!.url);
  });

  it('is without a table when asked for empty', async () => {
    expect(await tables(made[2]!.url)).toEqual([]);
  });
});

async function tables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}
