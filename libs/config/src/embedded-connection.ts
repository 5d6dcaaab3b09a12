import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './operator-error.js';

/** What `postgres.json` in the data directory says (mode 0600, written by the embedded Postgres). */
export interface EmbeddedConnection {
  /** TCP port on 127.0.0.1; kept from start to start unless another program has taken it. */
  readonly port: number;
  /** Password of `huiyin`, the role that owns the database `huiyin`. */
  readonly password: string;
  /** Password of `postgres`, the superuser of the cluster. */
  readonly superuserPassword: string;
}

/** Where `postgres.json` is. */
export function embeddedConnectionFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

/**
 * Reads `postgres.json`; undefined when there is none yet.
 * @throws {OperatorError} when it belongs to another user or is damaged.
 */
export function readEmbeddedConnection(dataDir: string): EmbeddedConnection | undefined {
  const file = embeddedConnectionFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EmbeddedConnection;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const wrong =
      code === 'EACCES' || code === 'EPERM' ? 'belongs to another user' : `cannot be read (${code ?? 'damaged'})`;
    throw new OperatorError(
      `${file} ${wrong}; run Huiyin as the user who first started it, or set HUIYIN_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

/** The URL of the application's database on the embedded Postgres. */
export function embeddedUrl({ port, password }: EmbeddedConnection): string {
  return `postgres://huiyin:${password}@127.0.0.1:${port}/huiyin`;
}

/** The URL of the superuser, for what only it may do: creating the role and the database. */
export function embeddedSuperuserUrl({ port, superuserPassword }: EmbeddedConnection): string {
  return `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`;
}
