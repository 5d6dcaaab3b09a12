import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const POLL_MS = 25;
/** How long each signal is given to work, milliseconds: fast shutdown, immediate shutdown, kill. */
const ESCALATION: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/**
 * Ends every Postgres process that an earlier, killed start left on the cluster in `folder`, and removes a `postmaster.pid`
 * that names a process of somebody else. The caller holds the instance lock, so none of them is in use.
 */
export async function endLeftovers(folder: string): Promise<void> {
  for (const [signal, patienceMs] of ESCALATION) {
    const deadline = performance.now() + patienceMs;
    let left = await postgresProcesses(folder);
    if (left.length === 0) break;
    const chief = postmasterPid(folder);
    // Only the postmaster knows what the signals mean for the others; without one, each is told.
    for (const pid of chief !== undefined && left.includes(chief) && signal !== 'SIGKILL' ? [chief] : left)
      tell(pid, signal);
    while (left.length > 0 && performance.now() < deadline) {
      await pause(POLL_MS);
      left = await postgresProcesses(folder);
    }
  }
  forgetStranger(folder);
}

/**
 * After a restart of the machine the number in `postmaster.pid` may belong to any program, and Postgres would refuse to start.
 * Removing the file is safe here only: it was just seen that no Postgres process works in the folder.
 */
function forgetStranger(folder: string): void {
  const pid = postmasterPid(folder);
  if (process.platform === 'linux' && pid !== undefined && tell(pid, 0))
    rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function postmasterPid(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function tell(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Every process of a cluster works in the cluster's folder. */
async function postgresProcesses(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return postmasterByCommand(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isPostgresIn(folder, name))
    .map(Number);
}

function isPostgresIn(folder: string, pid: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    return false;
  }
}

async function postmasterByCommand(folder: string): Promise<number[]> {
  const pid = postmasterPid(folder);
  if (pid === undefined || !tell(pid, 0)) return [];
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres') && stdout.includes(folder) ? [pid] : [];
}
