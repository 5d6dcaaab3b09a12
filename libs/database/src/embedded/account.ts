import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** An account of the machine that Postgres runs under when Huiyin is started by root: Postgres refuses root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account for the cluster in `clusterDir`; undefined when we are not root, so that Postgres runs as we do.
 * A cluster that exists stays with its owner; a new one goes to `postgres`, else to a system account `huiyin`, else to `nobody`.
 */
export function accountFor(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && owner !== 0) return findAccount((account) => account.uid === owner);
  return named('postgres') ?? named('huiyin') ?? createAccount() ?? named('nobody');
}

/** True when `account` gets as far as `path` and may enter or execute it. Without an account: always. */
export function mayEnter(account: Account | undefined, path: string): boolean {
  return account === undefined || spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}

function named(name: string): Account | undefined {
  return findAccount((account) => account.name === name);
}

function findAccount(wanted: (account: Account) => boolean): Account | undefined {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .find(wanted);
}

function createAccount(): Account | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'huiyin'], { stdio: 'ignore' });
  return named('huiyin');
}
