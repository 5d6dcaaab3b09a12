import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** `npm run build`, and what `npm start` does first: compiles everything into dist/ when it is missing or older than the sources. */
const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'dist', '.building');

/** What is built: from which sources, how, and the file whose age says when. */
const SERVER = {
  stamp: join(root, 'dist', '.built'),
  sources: [
    'apps/api',
    'apps/cli',
    'apps/worker',
    'libs',
    'migrations',
    'package.json',
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ],
  build: buildServer,
};
const CONSOLE = {
  stamp: join(root, 'dist', '.built-console'),
  sources: ['apps/console', 'libs/0-loop', 'libs/client', 'package.json'],
  build: buildConsole,
};

/** True when a source is newer than its last build. A delivery without sources is never stale. */
export function isStale(parts = [SERVER, CONSOLE]) {
  if (!existsSync(join(root, 'tsconfig.build.json'))) return false;
  return parts.some(({ stamp, sources }) => {
    if (!existsSync(stamp)) return true;
    const built = statSync(stamp).mtimeMs;
    return sources.some((source) => changedSince(join(root, source), built));
  });
}

/** Builds what is needed; throws when that fails. Two starts at once build one after the other, so none runs what the other is writing. */
export async function buildIfStale(parts = [SERVER, CONSOLE]) {
  if (!isStale(parts)) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!takeLock()) await pause(100);
  try {
    for (const part of parts.filter((one) => isStale([one]))) build(part);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The console alone, for whoever runs the server from its sources. */
export function buildConsoleIfStale() {
  return buildIfStale([CONSOLE]);
}

function build({ stamp, build }) {
  const started = new Date();
  build();
  // What was changed while the compiler ran may not be in it.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

function buildServer() {
  console.error('building…');
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  if (!existsSync(nest)) throw new CannotBuild('The build tools are missing; run "npm ci" (without --omit=dev) first.');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new CannotBuild('The build failed; the reasons are above.');
}

/** The console, and beside each of its files the same one compressed, so that nothing is compressed while somebody waits. */
function buildConsole() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const arguments_ = [vite, 'build', join('apps', 'console'), '--logLevel', 'warn'];
  // eslint-disable-next-line no-restricted-properties -- whoever tests calls it something else, and React would be built for that
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, arguments_, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new CannotBuild('The console could not be built; the reasons are above.');
  const assets = join(root, 'dist', 'apps', 'console', 'assets');
  for (const name of readdirSync(assets).filter((one) => /\.(js|css)$/.test(one))) {
    const content = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content));
  }
}

/** Says what to do, in one line. */
class CannotBuild extends Error {}

/** Ends the process with the one line when the build fails. */
export async function buildOrExit() {
  try {
    await buildIfStale();
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error;
    console.error(`huiyin: ${error.message}`);
    process.exit(1);
  }
}

function changedSince(path, time) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time && isSource(path);
  return readdirSync(path).some((name) => name !== 'node_modules' && changedSince(join(path, name), time));
}

function isSource(path) {
  return !/\.(spec|e2e-spec)\.ts$/.test(path) && !/\.(md|snap)$/.test(path);
}

/** The lock names its owner; one whose owner is gone is removed. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS') {
      throw new CannotBuild(
        'The build is older than the sources and dist/ may not be written; run "npm run build" as the owner of this folder.',
      );
    }
    if (error.code !== 'EEXIST') throw error;
    if (!ownerLives()) rmSync(lock, { force: true });
    return false;
  }
}

function ownerLives() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Empty: its owner is just writing it, or died at that very moment.
    return pid > 0 ? process.kill(pid, 0) : Date.now() - statSync(lock).mtimeMs < 1_000;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { stamp } of [SERVER, CONSOLE]) rmSync(stamp, { force: true });
  await buildOrExit();
}
