import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a test that starts processes. */
export interface TemporaryFolder {
  readonly path: string;
  /** Kills what still works in it and removes it. */
  remove(): Promise<void>;
}

const warden = join(import.meta.dirname, 'warden.mjs');

/**
 * A new folder that every account may pass through (root's Postgres runs under another one). When the test process dies
 * before `remove`, however it dies, a warden kills every process that has the folder as its place of work or in its
 * environment, and removes the folder.
 */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  chmodSync(path, 0o711);
  const child = fork(warden, [path], { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  child.unref();
  child.channel?.unref();
  return {
    path,
    remove: async () => {
      const gone = once(child, 'exit');
      child.ref();
      child.disconnect();
      await gone;
    },
  };
}
