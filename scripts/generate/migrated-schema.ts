import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, EmbeddedPostgres, migrate } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { MIGRATIONS } from '../../migrations/index.js';
import { schemaDump } from './schema-dump.js';

/** The text of migrations/schema.sql: what the migrations make of an empty database, tried in a Postgres of its own. */
export async function migratedSchema(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-generate-'));
  try {
    const postgres = await EmbeddedPostgres.start({ dataDir, durable: false });
    try {
      await migrate(postgres.url, MIGRATIONS);
      return await schemaOf(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The schema of the database at `url`, as text; see `schemaDump`. */
export async function schemaOf(url: string): Promise<string> {
  const limits = { poolSize: 1, statementTimeoutMs: 60_000, idleTransactionTimeoutMs: 60_000 };
  const database = new Database({ url, ...limits, applicationName: 'huiyin generate' }, new SystemClock());
  try {
    return await schemaDump(database);
  } finally {
    await database.close();
  }
}
