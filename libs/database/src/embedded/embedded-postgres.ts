import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type EmbeddedConnection,
  OperatorError,
  embeddedConnectionFile,
  embeddedSuperuserUrl,
  embeddedUrl,
} from '@huiyin/config';
import { type Cluster, prepareCluster } from './cluster.js';
import { endLeftovers } from './leftovers.js';
import { choosePort } from './port.js';
import { writePrivateJson } from './private-file.js';
import { prepareDatabase } from './prepare-database.js';
import { type Server, spawnServer } from './server.js';

/** A killed postmaster's children let go of the cluster within moments; so long is waited for them, milliseconds. */
const LET_GO_MS = 15_000;

/** What `EmbeddedPostgres.start` needs to know. */
export interface EmbeddedOptions {
  /** Absolute path; the cluster is `postgres` in it. */
  readonly dataDir: string;
  /** False gives up surviving a crash of the machine for speed; for tests. Default true. */
  readonly durable?: boolean;
  /** Gives up a start that is under way; `start` then throws. */
  readonly signal?: AbortSignal;
}

/** The Postgres that comes with Huiyin: one per data directory, on the loopback address, with a password of its own. */
export class EmbeddedPostgres {
  private constructor(
    private readonly connection: EmbeddedConnection,
    private readonly server: Server,
  ) {}

  /**
   * Starts Postgres on the cluster of `dataDir`, which is made at the first start; ends what a killed start left behind.
   * Answers when the application's role and database can be used. The caller holds the instance lock of `dataDir`.
   * @throws {OperatorError} with what to do when it cannot.
   */
  static async start({ dataDir, durable = true, signal }: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const cluster = await prepareCluster(dataDir);
    const deadline = performance.now() + LET_GO_MS;
    for (;;) {
      signal?.throwIfAborted();
      await endLeftovers(cluster.folder);
      const connection = await withFreePort(dataDir, cluster);
      const logFile = join(dataDir, 'postgres.log');
      const server = spawnServer(cluster, { port: connection.port, durable, logFile });
      const giveUp = () => server.process.kill('SIGINT');
      signal?.addEventListener('abort', giveUp);
      const embedded = new EmbeddedPostgres(connection, server);
      const prepared = await embedded.isPrepared();
      signal?.removeEventListener('abort', giveUp);
      if (prepared) return embedded;
      const { retry, reason } = diagnose(server.complaints(), await server.exited);
      if (!retry || performance.now() > deadline) {
        throw new OperatorError(`The embedded Postgres did not start: ${reason}. Its log is ${logFile}.`);
      }
      await pause(100);
    }
  }

  private async isPrepared(): Promise<boolean> {
    try {
      return await prepareDatabase(this.connection, this.server);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Where the application connects: the owner of the database `huiyin`, no superuser. */
  get url(): string {
    return embeddedUrl(this.connection);
  }

  /** Where the superuser connects. */
  get superuserUrl(): string {
    return embeddedSuperuserUrl(this.connection);
  }

  /** Of the postmaster. */
  get pid(): number {
    return this.server.process.pid ?? 0;
  }

  /** Settles when the server is gone, for whatever reason, with the signal or status. */
  get exited(): Promise<string> {
    return this.server.exited;
  }

  /**
   * Shuts down: connections are cut, everything committed is on disk. Escalates when that takes longer than
   * `patienceMs`; nothing is lost then either, the next start recovers.
   */
  async stop(patienceMs = 5_000): Promise<void> {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      this.server.process.kill(signal);
      const patience = new AbortController();
      const waited = pause(signal === 'SIGINT' ? patienceMs : 1_000, false, { signal: patience.signal }).catch(
        () => false,
      );
      const gone = await Promise.race([this.exited.then(() => true), waited]);
      patience.abort();
      if (gone) return;
    }
  }
}

/** The remembered port, or a new one that is remembered when a stranger has taken it. */
async function withFreePort(dataDir: string, { connection }: Cluster): Promise<EmbeddedConnection> {
  const port = await choosePort(connection.port);
  if (port === connection.port) return connection;
  const moved = { ...connection, port };
  await writePrivateJson(embeddedConnectionFile(dataDir), moved);
  return moved;
}

/** Why the server ended, from its log, and whether the reason goes away by itself. */
function diagnose(log: string, end: string): { retry: boolean; reason: string } {
  const fatal = log.split('\n').findLast((line) => /FATAL|PANIC/.test(line) && !line.includes('starting up'));
  return {
    retry: /Address already in use|shared memory block|lock file .* already exists/.test(log),
    reason: fatal?.replace(/^.*?(FATAL|PANIC): +/, '') ?? end,
  };
}
