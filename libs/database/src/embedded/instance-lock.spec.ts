import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@huiyin/testing';
import { InstanceLock, instanceHolder } from './instance-lock.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('the instance lock', () => {
  it('is given to exactly one of many that come at once', async () => {
    const dataDir = join(folder.path, 'many');
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => InstanceLock.take(dataDir, 'start')));
    const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(winners).toHaveLength(1);
    expect(await instanceHolder(dataDir)).toEqual({ what: 'start', pid: process.pid, holds: true, leaving: false });
    winners[0]!.release();
    expect(await instanceHolder(dataDir)).toBeUndefined();
  });

  it('is refused in one line that says who has it and what to do', async () => {
    const dataDir = join(folder.path, 'second');
    const lock = await InstanceLock.take(dataDir, 'start');
    await expect(InstanceLock.take(dataDir, 'start')).rejects.toThrow(
      /^Huiyin is already running on the data directory \S+ \(process \d+\); stop it first, or set HUIYIN_DATA_DIR and PORT/,
    );
    lock.release();
  });

  it('is waited for when its holder is just stopping', async () => {
    const dataDir = join(folder.path, 'leaving');
    const first = await InstanceLock.take(dataDir, 'start');
    first.leave();
    const second = InstanceLock.take(dataDir, 'start');
    setTimeout(() => first.release(), 50);
    (await second).release();
  });

  it('is free again when its holder died without letting go', async () => {
    const dataDir = join(folder.path, 'dead');
    mkdirSync(join(dataDir, 'running'), { recursive: true });
    abandonSocket(join(dataDir, 'running', '1-dead'));
    const lock = await InstanceLock.take(dataDir, 'import');
    expect(readdirSync(join(dataDir, 'running'))).toHaveLength(1);
    lock.release();
  });

  it('works in a folder whose path is longer than the kernel takes for a socket', async () => {
    const dataDir = join(realpathSync(folder.path), 'd'.repeat(120), 'e'.repeat(120));
    const lock = await InstanceLock.take(dataDir, 'start');
    await expect(InstanceLock.take(dataDir, 'start')).rejects.toThrow('already running');
    lock.release();
    (await InstanceLock.take(dataDir, 'start')).release();
  });
});

/** Leaves a socket file on which nobody listens, as a SIGKILL does. */
function abandonSocket(path: string): void {
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  try {
    execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  } catch {
    // Killed, as intended.
  }
}
