import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { embeddedUrl, readEmbeddedConnection } from './embedded-connection.js';
import { type Setting } from './kinds.js';
import { OperatorError } from './operator-error.js';
import { SETTINGS } from './settings.js';
import { needSignIn } from './sign-in-settings.js';

type Values = { readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never };

/** Every setting with its value, and what follows from them. */
export interface Config extends Values {
  /** `DATABASE_URL`, else where the embedded Postgres of `dataDir` was last started, else `''`. */
  readonly databaseUrl: string;
  /** True when no `DATABASE_URL` is set, so that the embedded Postgres is used. */
  readonly embedded: boolean;
  /** Absolute path. */
  readonly dataDir: string;
  /** How this machine reaches the API, e.g. `http://127.0.0.1:3000`. */
  readonly localUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from `env` (and secrets from the files that `<NAME>_FILE` names).
 * @throws {OperatorError} naming the variable, what is wrong with it and what to write.
 */
export function loadConfig(env: Environment = process.env): Config {
  const entries = Object.entries(SETTINGS).map(([name, setting]) => [name, read(setting as Setting<unknown>, env)]);
  const values = Object.fromEntries(entries) as Values;
  needModels(values);
  needSignIn(values);
  const dataDir = resolve(values.dataDir);
  const embedded = values.databaseUrl === '';
  const localUrl = `http://${reachable(values.host)}:${values.port}`;
  return Object.freeze({
    ...values,
    dataDir,
    embedded,
    databaseUrl: embedded ? lastEmbeddedUrl(dataDir) : values.databaseUrl,
    localUrl,
    publicUrl: values.publicUrl || localUrl,
  });
}

/** A server of models serves several: none of them is asked without a name. */
function needModels(values: Values): void {
  for (const kind of ['embedding', 'chat'] as const) {
    if (values[`${kind}Url`] === '' || values[`${kind}Model`] !== '') continue;
    const [address, model] = [SETTINGS[`${kind}Url`].env, SETTINGS[`${kind}Model`].env];
    throw new OperatorError(`${address} is set but ${model} is not; set both or neither.`);
  }
}

function read<T>(setting: Setting<T>, env: Environment): T {
  const raw = rawValue(setting, env);
  if (raw === undefined) return setting.default;
  try {
    return setting.parse(raw);
  } catch (error) {
    throw new OperatorError(`${setting.env} ${(error as Error).message}. It is for: ${setting.en}`, { cause: error });
  }
}

/** An empty variable counts as not set, as in compose files. */
function rawValue(setting: Setting<unknown>, env: Environment): string | undefined {
  const value = env[setting.env]?.trim() || undefined;
  const fileVariable = `${setting.env}_FILE`;
  const file = setting.secret && env[fileVariable]?.trim();
  if (!file) return value;
  if (value !== undefined)
    throw new OperatorError(`${setting.env} and ${fileVariable} are both set; keep one of them.`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new OperatorError(`${fileVariable} names ${file}, which cannot be read (${reason}); name a readable file.`, {
      cause: error,
    });
  }
}

function lastEmbeddedUrl(dataDir: string): string {
  const connection = readEmbeddedConnection(dataDir);
  return connection ? embeddedUrl(connection) : '';
}

/** The address under which this machine reaches a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
