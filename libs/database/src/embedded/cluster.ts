import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type EmbeddedConnection, OperatorError, embeddedConnectionFile, readEmbeddedConnection } from '@huiyin/config';
import { type Account, accountFor, mayEnter } from './account.js';
import { type Binaries, prepareBinaries } from './binaries.js';
import { makeDataDir } from './data-dir.js';
import { choosePort } from './port.js';
import { writePrivateJson } from './private-file.js';

/** Where clusters and programs go that the account of Postgres could not reach in the data directory. */
const REACHABLE_HOME = '/var/lib/huiyin';

/** A cluster on disk that is ready to be served. */
export interface Cluster {
  /** Its folder, with every link resolved. */
  readonly folder: string;
  readonly connection: EmbeddedConnection;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

/**
 * The cluster of `dataDir`; made at the first call, whole or not at all.
 * The caller holds the instance lock.
 * @throws {OperatorError} when the folder cannot be used, or belongs to another version of Postgres.
 */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  makeDataDir(dataDir);
  const link = join(dataDir, 'postgres');
  const account = accountFor(link);
  const home = letPass(account, dataDir) ? dataDir : REACHABLE_HOME;
  const binaries = await prepareBinaries(account, account ? REACHABLE_HOME : dataDir);
  if (!isThere(link)) await createCluster(dataDir, { home, link, account, binaries });
  const folder = realpathSync(link);
  const connection = readEmbeddedConnection(dataDir);
  if (!connection) {
    throw new OperatorError(
      `${embeddedConnectionFile(dataDir)}, which holds the password of the database in ${link}, is missing; put it back, or move ${link} away to begin with an empty database.`,
    );
  }
  checkVersion(folder, binaries);
  if (!mayEnter(account, folder)) {
    throw new OperatorError(
      `The account ${account?.name} cannot enter ${folder} any more; give its parent folders the permission x for others (chmod o+x).`,
    );
  }
  return { folder, connection, binaries, account };
}

/**
 * True when the account of Postgres gets to the data directory. Root's own one, such as `mktemp -d` makes it, is opened
 * for passing through; what is in it stays closed, every file and folder by its own mode.
 */
function letPass(account: Account | undefined, dataDir: string): boolean {
  if (mayEnter(account, dataDir)) return true;
  const { uid, mode } = statSync(dataDir);
  if (uid !== 0 || !mayEnter(account, dirname(realpathSync(dataDir)))) return false;
  chmodSync(dataDir, (mode & 0o7777) | 0o011);
  return mayEnter(account, dataDir);
}

function isThere(link: string): boolean {
  if (existsSync(link)) return true;
  if (!lstatSync(link, { throwIfNoEntry: false })) return false;
  throw new OperatorError(
    `${link} points to a folder that is gone; bring the folder back, or remove the link to begin with an empty database.`,
  );
}

interface NewCluster {
  readonly home: string;
  readonly link: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** Builds the cluster under another name and publishes it as the last step, so that a killed start leaves none. */
async function createCluster(dataDir: string, { home, link, account, binaries }: NewCluster): Promise<void> {
  const beside = home === dataDir;
  const folder = beside ? join(home, 'postgres.new') : await roomElsewhere(home, dataDir);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);

  const connection: EmbeddedConnection = {
    port: await choosePort(undefined),
    password: randomBytes(24).toString('base64url'),
    superuserPassword: randomBytes(24).toString('base64url'),
  };
  await initdb(folder, { binaries, account, password: connection.superuserPassword });
  await writePrivateJson(embeddedConnectionFile(dataDir), connection);
  if (beside) await rename(folder, link);
  else await symlink(folder, link);
}

async function roomElsewhere(home: string, dataDir: string): Promise<string> {
  try {
    await mkdir(home, { recursive: true });
    await chmod(home, 0o755);
    return await mkdtemp(join(home, `${basename(dirname(dataDir))}-`));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(
      `Postgres may not run as root, its account cannot enter ${dataDir}, and ${home} cannot be made (${code}); set HUIYIN_DATA_DIR to a folder that others may enter, or start Huiyin as an ordinary user.`,
      { cause: error },
    );
  }
}

interface InitdbOptions {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
}

async function initdb(folder: string, { binaries, account, password }: InitdbOptions): Promise<void> {
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const flags = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ];
  try {
    await run(binaries.initdb, flags, account);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new OperatorError(`A new database could not be made in ${folder}: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(program: string, flags: string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(complaints.trim().split('\n').at(-1) || `status ${status}`));
    });
  });
}

function checkVersion(folder: string, binaries: Binaries): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.majorVersion) return;
  throw new OperatorError(
    `The database in ${folder} was made by Postgres ${version}, and this Huiyin brings Postgres ${binaries.majorVersion}; start it with the Huiyin that made it, or set HUIYIN_DATA_DIR to a new folder.`,
  );
}
