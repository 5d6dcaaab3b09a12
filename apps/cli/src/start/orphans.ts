import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child } from './child.js';

const POLL_MS = 25;
const PATIENCE_MS = 3_000;

/** Notes which processes are ours, for a start after a SIGKILL of everything or of the supervisor alone. */
export function noteChildren(dataDir: string, children: readonly Child[]): void {
  const running = children.filter(({ pid }) => pid !== undefined);
  const note = Object.fromEntries(running.map(({ name, pid }) => [name, pid]));
  writeFileSync(noteOf(dataDir), JSON.stringify(note), { mode: 0o600 });
}

/** Forgets them: they have ended. */
export function forgetChildren(dataDir: string): void {
  rmSync(noteOf(dataDir), { force: true });
}

/** Ends the processes that a killed supervisor left behind; most have noticed by themselves, one that is frozen has not. */
export async function endOrphans(dataDir: string, children: readonly Child[]): Promise<void> {
  const noted = readNote(dataDir);
  const left = children.flatMap(({ name, script }) => {
    const pid = noted[name];
    return pid !== undefined && runs(pid, script) ? [{ pid, script }] : [];
  });
  for (const { pid } of left) send(pid, 'SIGTERM');
  const deadline = performance.now() + PATIENCE_MS;
  while (left.some(({ pid, script }) => runs(pid, script))) {
    if (performance.now() > deadline) for (const { pid } of left) send(pid, 'SIGKILL');
    await pause(POLL_MS);
  }
  forgetChildren(dataDir);
}

function noteOf(dataDir: string): string {
  return join(dataDir, 'children.json');
}

function readNote(dataDir: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as Record<string, number>;
  } catch {
    // None, or cut off by the kill: the pid of a child that nobody noted is found by its port, if at all.
    return {};
  }
}

/** True when `pid` is a process that runs `script`, and not one that has got its number since. */
function runs(pid: number, script: string): boolean {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script);
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(script);
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
