import { Clock } from '@huiyin/loop';
import pg from 'pg';

/** Something that runs SQL: the pool, or one transaction. Values go in as parameters, never into the text. */
export interface Sql {
  /**
   * Runs one statement and answers with its rows. `timestamptz` comes back as ISO 8601 UTC with microseconds,
   * `int8` as a number, `numeric` as a number, and so in arrays of them.
   * @param plan a name under which each connection keeps the plan of the statement, for one that takes longer to plan
   *   than to run; the same name, the same text
   */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[], plan?: string): Promise<Row[]>;
}

/** What `Database` needs to know to connect. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name` */
  readonly url: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /** A statement that runs longer is cancelled, milliseconds. */
  readonly statementTimeoutMs: number;
  /** A transaction that does nothing for so long is cut off by the server and its rows are free again, milliseconds. */
  readonly idleTransactionTimeoutMs: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
}

const TIMESTAMPTZ = 1184;
const INT8 = 20;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;

function asked(text: string, values: readonly unknown[], plan: string | undefined): pg.QueryConfig {
  return { text, values: values as unknown[], ...(plan !== undefined && { name: plan }) };
}

/** `2026-11-22 12:00:00.5+00` → `2026-11-22T12:00:00.500000Z`; sessions run in UTC, so the zone is always `+00`. */
function isoMicros(value: string): string {
  const [seconds = '', fraction = ''] = value.replace(' ', 'T').replace(/\+00$/, '').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}

const texts = (pg.types.getTypeParser as (oid: number) => unknown)(TEXT_ARRAY) as (value: string) => (string | null)[];

/** Reads an array member by member, each as it would be read alone. */
function membersBy<T>(parse: (member: string) => T): (value: string) => (T | null)[] {
  return (value) => texts(value).map((member) => (member === null ? null : parse(member)));
}

const types = new pg.TypeOverrides();
types.setTypeParser(TIMESTAMPTZ, isoMicros);
types.setTypeParser(TIMESTAMPTZ_ARRAY, membersBy(isoMicros));
types.setTypeParser(INT8, Number);
types.setTypeParser(INT8_ARRAY, membersBy(Number));
types.setTypeParser(NUMERIC, Number);
types.setTypeParser(NUMERIC_ARRAY, membersBy(Number));

/**
 * Writes something more into a transaction that is about to be committed.
 * @returns what to call when it was committed, or was not; nothing when nothing was written
 */
export type Joining = (tx: Sql) => Promise<((committed: boolean) => void) | undefined>;

/** The pool of connections. One per process; close it when the process ends. */
export class Database implements Sql {
  readonly pool: pg.Pool;
  /** Called at the end of each {@link transaction}, before the commit; when it throws, nothing is committed. */
  joining: Joining | undefined;

  constructor(
    options: DatabaseOptions,
    private readonly clock: Clock,
  ) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: options.idleTransactionTimeoutMs,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      options: '-c TimeZone=UTC -c DateStyle=ISO',
      types,
    });
    // Without a listener, an idle connection that Postgres drops when it restarts would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async query<Row>(text: string, values: readonly unknown[] = [], plan?: string): Promise<Row[]> {
    if (this.clock.offsetMs !== 0) return this.within((tx) => tx.query<Row>(text, values, plan), undefined);
    return (await this.pool.query(asked(text, values, plan))).rows as Row[];
  }

  /**
   * Runs `work` in one transaction: committed when it answers, rolled back when it throws.
   * The connection is thrown away when it can no longer be trusted.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    return this.within(work, this.joining);
  }

  private async within<T>(work: (tx: Sql) => Promise<T>, joining: Joining | undefined): Promise<T> {
    const client = await this.pool.connect();
    const tx: Sql = {
      query: async <Row>(text: string, values: readonly unknown[] = [], plan?: string) =>
        (await client.query(asked(text, values, plan))).rows as Row[],
    };
    let broken: Error | undefined;
    let joined: ((committed: boolean) => void) | undefined;
    try {
      await client.query(this.begin());
      const result = await work(tx);
      joined = await joining?.(tx);
      await client.query('commit');
      joined?.(true);
      return result;
    } catch (error) {
      joined?.(false);
      await client.query('rollback').catch((reason: Error) => (broken = reason));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private begin(): string {
    const offset = Math.round(this.clock.offsetMs);
    if (offset === 0) return 'begin';
    // History can be written again: with a shifted clock, a commit does not wait for the disk.
    return `begin; set local huiyin.clock_offset = '${offset} milliseconds'; set local synchronous_commit = off`;
  }
}

/**
 * True when `error` means that the connection or the server went away, so that the work may be tried again:
 * SQLSTATE classes 08 (connection), 57P0x (server shutting down or starting), 25P03 (idle transaction cut off), 40 (rolled back).
 */
export function isTransient(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return (
    /^(08|40|57P0|53300|25P03)/.test(code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/i.test(message)
  );
}
