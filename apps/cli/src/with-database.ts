import { type Config, OperatorError } from '@huiyin/config';
import { Database, migrationState, openDatabase } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { MIGRATIONS } from '../../../migrations/index.js';

/**
 * Does `work` on the database of the settings: that of the running instance, or one opened for as long as it takes;
 * `url` is where it is.
 * @throws {OperatorError} when it cannot be opened or is not up to date.
 */
export async function withDatabase<T>(
  config: Config,
  what: string,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase(config, what);
  const database = new Database(
    {
      url: opened.url,
      poolSize: 3,
      statementTimeoutMs: config.statementTimeoutMs,
      idleTransactionTimeoutMs: config.stageLimitMs,
      applicationName: `huiyin ${what}`,
    },
    new SystemClock(),
  );
  try {
    await expectUpToDate(database);
    return await work(database, opened.url);
  } finally {
    await database.close();
    await opened.close();
  }
}

/** The first query of a command, so it also finds out whether the database can be reached. */
async function expectUpToDate(database: Database): Promise<void> {
  const { pending } = await migrationState(database, MIGRATIONS).catch((cause: Error): never => {
    const message = `The database cannot be used (${cause.message}); check DATABASE_URL and that Postgres is running.`;
    throw new OperatorError(message, { cause });
  });
  if (pending.length > 0) {
    throw new OperatorError('The database is not up to date; run `npm run huiyin -- migrate`, or start Huiyin once.');
  }
}
