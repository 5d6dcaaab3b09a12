import { closeSync, constants, openSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The kernel takes no longer path for a socket (104 bytes on macOS, 108 on Linux, both with the final zero). */
const LIMIT_BYTES = 103;

/** A path for the socket `name` in `folder` that is short enough, and what to call when it is no longer needed. */
export function socketPath(folder: string, name: string): { path: string; done: () => void } {
  const absolute = join(folder, name);
  const near = relative(process.cwd(), absolute);
  const path = [absolute, near].find((candidate) => Buffer.byteLength(candidate) <= LIMIT_BYTES);
  if (path !== undefined || process.platform !== 'linux') return { path: path ?? near, done: () => undefined };
  // However deep the folder is, an open handle of it has a short name.
  const handle = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${handle}/${name}`, done: () => closeSync(handle) };
}
