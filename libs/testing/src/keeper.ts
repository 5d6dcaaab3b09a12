import { mkdtemp, rm } from 'node:fs/promises';
import { chmodSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, migrate } from '@huiyin/database';
import { MIGRATIONS } from '../../../migrations/index.js';
import { TEMPLATE, type TestPostgres, runAsSuperuser } from './test-database.js';

/**
 * The process that keeps the Postgres of a test run: in a folder that is gone afterwards, with a migrated template database.
 * It tells its parent where Postgres is, and ends everything when the parent lets go of it or dies, however it dies.
 */
const released = new Promise<void>((resolve) => process.once('disconnect', resolve));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-test-'));
chmodSync(dataDir, 0o711);
let postgres: EmbeddedPostgres | undefined;
try {
  postgres = await EmbeddedPostgres.start({ dataDir, durable: false });
  await prepareTemplate(postgres);
  await tell({ url: postgres.url, superuserUrl: postgres.superuserUrl } satisfies TestPostgres);
  await released;
} catch (error) {
  await tell({ error: (error as Error).stack });
} finally {
  await postgres?.stop(1_000);
  if (existsSync(dataDir)) await rm(dataDir, { recursive: true, force: true });
  process.exit();
}

async function prepareTemplate({ url, superuserUrl }: EmbeddedPostgres): Promise<void> {
  await migrate(url, MIGRATIONS);
  await runAsSuperuser(superuserUrl, `alter database huiyin rename to ${TEMPLATE}`);
}

/** A parent that is gone needs no answer. */
function tell(message: object): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()) ?? resolve());
}
