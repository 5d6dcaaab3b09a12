import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Cluster } from './cluster.js';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** A server process. */
export interface Server {
  readonly process: ChildProcess;
  /** Settles when the process is gone, with how it went. */
  readonly exited: Promise<string>;
  /** What it has written to its log since it was started. */
  complaints(): string;
}

/**
 * Tuned for two cores and a few GB; `durable: false` (tests) gives up surviving a crash of the machine, nothing else.
 * No customer's words in the log: statements and values are never written there.
 */
function settings(port: number, durable: boolean): Record<string, string> {
  const onOff = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '10s',
    autovacuum_vacuum_cost_limit: '2000',
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

/** Starts `postgres` in a process group of its own, so that Ctrl+C in a terminal does not reach it. */
export function spawnServer(cluster: Cluster, options: { port: number; durable: boolean; logFile: string }): Server {
  const flags = Object.entries(settings(options.port, options.durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openLog(options.logFile);
  const begin = statSync(options.logFile).size;
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...flags], {
    ...cluster.account,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`));
  });
  return { process: child, exited, complaints: () => readFileSync(options.logFile).subarray(begin).toString() };
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  if (process.getuid?.() === 0) {
    // A start as root does not lock the usual user out.
    const { uid, gid } = statSync(dirname(file));
    fchownSync(log, uid, gid);
  }
  return log;
}
