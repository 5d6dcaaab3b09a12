import { setTimeout as pause } from 'node:timers/promises';
import { type Config, OperatorError, embeddedUrl, readEmbeddedConnection } from '@huiyin/config';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { InstanceLock, instanceHolder } from './instance-lock.js';

const POLL_MS = 100;
const STARTING_MS = 60_000;

/** The database that a command works on. */
export interface OpenDatabase {
  readonly url: string;
  /** Call it when done: stops the embedded Postgres if it was started for the command. */
  readonly close: () => Promise<void>;
}

/**
 * The database for the command `what`: `DATABASE_URL`; else that of the running instance; else the embedded Postgres,
 * started for as long as the command runs.
 * @throws {OperatorError} when another command has the data directory, or Postgres does not start.
 */
export async function openDatabase(
  config: Pick<Config, 'embedded' | 'databaseUrl' | 'dataDir'>,
  what: string,
): Promise<OpenDatabase> {
  if (!config.embedded) return { url: config.databaseUrl, close: () => Promise.resolve() };
  const holder = await instanceHolder(config.dataDir);
  if (holder?.what === 'start') return { url: await runningUrl(config.dataDir), close: () => Promise.resolve() };
  const lock = await InstanceLock.take(config.dataDir, what);
  try {
    const postgres = await EmbeddedPostgres.start({ dataDir: config.dataDir });
    return { url: postgres.url, close: () => postgres.stop().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An instance that is just starting, or whose Postgres has just been restarted, is waited for. */
async function runningUrl(dataDir: string): Promise<string> {
  const deadline = performance.now() + STARTING_MS;
  while (performance.now() < deadline) {
    const connection = readEmbeddedConnection(dataDir);
    if (connection && (await answers(embeddedUrl(connection)))) return embeddedUrl(connection);
    await pause(POLL_MS);
  }
  throw new OperatorError(`Huiyin runs on ${dataDir}, but its database does not answer; see ${dataDir}/postgres.log.`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
