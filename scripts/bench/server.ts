import { loadConfig, type Config } from '@huiyin/config';
import { Database, EmbeddedPostgres, migrate } from '@huiyin/database';
import { SystemClock } from '@huiyin/loop';
import { bootstrap } from '@huiyin/org';
import { freePort } from '@huiyin/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '../../migrations/index.js';

const root = join(import.meta.dirname, '..', '..');

/** A database of our own (fsync on) and, when asked for, the built API and workers on it, as they are delivered. */
export class BenchServer {
  readonly db: Database;
  readonly apiKey: string;
  private readonly children: ChildProcess[] = [];

  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly dataDir: string,
    readonly port: number,
    parts: { db: Database; apiKey: string },
  ) {
    this.db = parts.db;
    this.apiKey = parts.apiKey;
  }

  static async start(): Promise<BenchServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-bench-'));
    const postgres = await EmbeddedPostgres.start({ dataDir });
    await migrate(postgres.url, MIGRATIONS);
    const db = openPool(postgres.url);
    const first = await bootstrap(db);
    return new BenchServer(postgres, dataDir, await freePort(), { db, apiKey: first?.apiKey ?? '' });
  }

  get url(): string {
    return this.postgres.url;
  }

  /** What the processes under measurement run with, beside the defaults. */
  get env(): Record<string, string> {
    return { DATABASE_URL: this.postgres.url, HUIYIN_DATA_DIR: this.dataDir, PORT: String(this.port) };
  }

  get config(): Config {
    return loadConfig(this.env);
  }

  /** Starts `apps/<name>` and answers when it is up. */
  async spawn(name: 'api' | 'worker'): Promise<ChildProcess> {
    const program = join(root, 'dist', 'apps', name, 'src', 'main.js');
    const child = spawn(process.execPath, [program], { env: this.env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.children.push(child);
    if (name === 'api') await this.answers();
    return child;
  }

  async stop(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    await this.db.close();
    await this.postgres.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const ready = await fetch(`http://127.0.0.1:${this.port}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The API did not come up. Run npm run build first.');
  }
}

/** A pool for the harness itself. */
export function openPool(url: string): Database {
  const limits = { statementTimeoutMs: 600_000, idleTransactionTimeoutMs: 600_000 };
  return new Database({ url, poolSize: 40, applicationName: 'huiyin bench', ...limits }, new SystemClock());
}
