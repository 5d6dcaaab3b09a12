import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '@huiyin/config';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { type Sql, isTransient } from './database.js';

/** A migration, as listed in migrations/index.ts. */
export type Migration = new () => MigrationInterface;

/** The table in which Postgres remembers which migrations have run. */
export const MIGRATIONS_TABLE = 'schema_migration';

/** Any number will do, as long as every starter takes the same. */
const LOCK = 4_818_200_600;
const OLDEST_POSTGRES = 15;
/** A Postgres that is just starting is waited for so long, milliseconds. */
const PATIENCE_MS = 10_000;

/** A TypeORM data source for migrations: no entities, nothing that runs by itself. */
export function migrationDataSource(url: string, migrations: readonly Migration[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    applicationName: 'huiyin migrate',
    // Extensions are the business of the migrations.
    installExtensions: false,
  });
}

/**
 * Brings the database at `url` up to date; each migration in a transaction of its own. Starters that come at the same time
 * wait for each other.
 * @returns the names of the migrations that were run, oldest first.
 * @throws {OperatorError} when the database cannot be reached, is too old a Postgres, or newer than this code.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const guard = await connect(url);
  try {
    await checkServer(guard);
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    const { pending, unknown } = await migrationState(sqlOf(guard), migrations);
    if (unknown.length > 0) {
      throw new OperatorError(
        `The database is newer than this Huiyin (it has had ${unknown.join(', ')}); start the newer version, or restore a backup from before it.`,
      );
    }
    if (pending.length > 0) await runPending(url, migrations);
    return pending;
  } finally {
    await guard.end().catch(() => undefined);
  }
}

/** Which of `migrations` have not run yet, and which have run that are not among them; both empty when code and database agree. */
export async function migrationState(
  sql: Sql,
  migrations: readonly Migration[],
): Promise<{ pending: string[]; unknown: string[] }> {
  const known = migrations.map((migration) => new migration().name ?? migration.name);
  const [table] = await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
    MIGRATIONS_TABLE,
  ]);
  const rows = table?.there
    ? await sql.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`)
    : [];
  const done = new Set(rows.map(({ name }) => name));
  return {
    pending: known.filter((name) => !done.has(name)),
    unknown: [...done].filter((name) => !known.includes(name)),
  };
}

async function runPending(url: string, migrations: readonly Migration[]): Promise<void> {
  const source = await migrationDataSource(url, migrations).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: 'huiyin migrate',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const mayHeal = isTransient(error) && (error as { code?: string }).code !== 'ENOTFOUND';
      if (!mayHeal || performance.now() > deadline) throw unreachable(url, error);
    }
    await pause(200);
  }
}

function unreachable(url: string, cause: unknown): OperatorError {
  const { hostname, port, pathname } = new URL(url);
  const { code, message } = cause as { code?: string; message?: string };
  return new OperatorError(
    `Cannot connect to the database ${pathname.slice(1)} on ${hostname}:${port || 5432} (${message || code}); check DATABASE_URL and that Postgres is running.`,
    { cause },
  );
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const version = rows[0]?.version ?? '0';
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return;
  throw new OperatorError(
    `The database server is Postgres ${version}; Huiyin needs Postgres ${OLDEST_POSTGRES} or later.`,
  );
}

function sqlOf(client: pg.Client): Sql {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[],
  };
}
