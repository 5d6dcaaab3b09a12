import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedConnection, OperatorError, embeddedSuperuserUrl } from '@huiyin/config';
import pg from 'pg';
import { type Server } from './server.js';

const POLL_MS = 20;
const WRONG_PASSWORD = '28P01';

/**
 * Waits until `server` takes connections (after a crash it first recovers, however long that takes), then makes the
 * application's role and database when they are missing. Answers true when done, false when the server ended before.
 * @throws {OperatorError} when the password on file is not the cluster's.
 */
export async function prepareDatabase(connection: EmbeddedConnection, server: Server): Promise<boolean> {
  let running = true;
  void server.exited.then(() => (running = false));
  while (running) {
    try {
      await withClient(embeddedSuperuserUrl(connection), (client) => makeRoleAndDatabase(client, connection.password));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === WRONG_PASSWORD) throw wrongPassword(error);
    }
    await pause(POLL_MS);
  }
  return false;
}

function wrongPassword(cause: unknown): OperatorError {
  return new OperatorError(
    'The embedded Postgres refuses the password in postgres.json; put back the postgres.json that belongs to this database.',
    { cause },
  );
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'huiyin start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeRoleAndDatabase(client: pg.Client, password: string): Promise<void> {
  const { rowCount: roles } = await client.query(`select from pg_roles where rolname = 'huiyin'`);
  // The password is base64url: nothing in it needs quoting. The role statements take no parameters.
  await client.query(`${roles ? 'alter' : 'create'} role huiyin login password '${password}'`);
  const { rowCount: databases } = await client.query(`select from pg_database where datname = 'huiyin'`);
  if (!databases) await client.query('create database huiyin owner huiyin');
}
