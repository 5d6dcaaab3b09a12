import { join } from 'node:path';
import { type Config } from '@huiyin/config';
import { Database, makeDataDir, writePrivateJson } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { bootstrap } from '@huiyin/org';
import { openVault } from '@huiyin/privacy';

/**
 * Makes the keys that personal data is sealed with, the first time, or finds those of this database; gives an empty database its
 * first person and API key, and writes them to `credentials.json` in the data directory
 * (mode 0600): `{"url","admin":{"username","password"},"apiKey"}`. Its path is printed, its content never.
 * @throws {OperatorError} when the keys of this database are not there
 */
export async function keepFirstCredentials(databaseUrl: string, config: Config): Promise<void> {
  const database = new Database(
    {
      url: databaseUrl,
      poolSize: 2,
      statementTimeoutMs: config.statementTimeoutMs,
      idleTransactionTimeoutMs: config.stageLimitMs,
      applicationName: 'huiyin start',
    },
    new SystemClock(),
  );
  const file = join(config.dataDir, 'credentials.json');
  try {
    makeDataDir(config.dataDir);
    // Here and not in the children: one line says what is wrong, and everybody finds the same keys.
    await openVault(config, database);
    const made = await bootstrap(database, (first) => writePrivateJson(file, { url: config.publicUrl, ...first }));
    if (made) console.log(`The first person and API key are in ${file}`);
  } finally {
    await database.close();
  }
}
