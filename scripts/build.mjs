import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** `npm run build`, and what `npm start` does first: compiles everything into dist/ when it is missing or older than the sources. */
const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const lock = join(root, 'dist', '.building');
const sources = ['apps', 'libs', 'migrations', 'package.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** True when a source is newer than the last build. A delivery without sources is never stale. */
export function isStale() {
  if (!existsSync(join(root, 'tsconfig.build.json'))) return false;
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((source) => changedSince(join(root, source), built));
}

/** Builds when needed; throws when that fails. Two starts at once build one after the other, so none runs what the other is writing. */
export async function buildIfStale() {
  if (!isStale()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!takeLock()) await pause(100);
  try {
    if (isStale()) build();
  } finally {
    rmSync(lock, { force: true });
  }
}

function build() {
  console.error('building…');
  const started = new Date();
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  if (!existsSync(nest)) throw new CannotBuild('The build tools are missing; run "npm ci" (without --omit=dev) first.');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new CannotBuild('The build failed; the reasons are above.');
  buildConsole();
  // What was changed while the compiler ran may not be in it.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

/** The console, and beside each of its files the same one compressed, so that nothing is compressed while somebody waits. */
function buildConsole() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const arguments_ = [vite, 'build', join('apps', 'console'), '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 2, 2] });
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
  rmSync(stamp, { force: true });
  await buildOrExit();
}
