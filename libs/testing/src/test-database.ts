import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The migrated database from which every test database is copied. */
export const TEMPLATE = 'huiyin_template';

/** Where the Postgres of this test run is; handed from jest's global setup to its workers. */
export interface TestPostgres {
  readonly url: string;
  readonly superuserUrl: string;
}

/** A database of one test file. */
export interface TestDatabase {
  /** `postgres://…` for the owner of the tables, who is no superuser. */
  readonly url: string;
  /** Cuts every connection and removes the database. */
  drop(): Promise<void>;
}

/** A fresh, migrated database that nobody else uses (40 to 90 ms); drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${TEMPLATE}`);
}

/** A fresh database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('template template0');
}

async function create(how: string): Promise<TestDatabase> {
  const { superuserUrl, url } = testPostgres();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runAsSuperuser(superuserUrl, `create database ${name} ${how} owner huiyin`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: () => runAsSuperuser(superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

/** Runs one statement on the maintenance database. */
export async function runAsSuperuser(superuserUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function testPostgres(): TestPostgres {
  // eslint-disable-next-line no-restricted-properties -- the only road from jest's global setup to its workers
  const handed = process.env['HUIYIN_TEST_POSTGRES'];
  if (!handed)
    throw new Error(
      'No test Postgres: run the tests with `npm test` (jest starts it in libs/testing/src/global-setup.mjs).',
    );
  return JSON.parse(handed) as TestPostgres;
}
