import { isIP } from 'node:net';

/** The chapters of docs/configuration.md, in order. */
export const GROUPS = {
  server: { en: 'Server', zh: '服务' },
  database: { en: 'Database', zh: '数据库' },
  worker: { en: 'Worker', zh: '环节处理' },
  signIn: { en: 'Signing in', zh: '登录' },
  delivery: { en: 'Delivery', zh: '反馈客户' },
  recollect: { en: 'Re-collect', zh: '再收集' },
  privacy: { en: 'Personal data', zh: '个人信息' },
  outside: { en: 'Outside models', zh: '外部模型' },
} as const;

/** What every row of the table of settings says. */
export interface Row<T> {
  /** The environment variable. */
  readonly env: string;
  readonly default: T;
  readonly group: keyof typeof GROUPS;
  /** What it is for, one sentence in each language. */
  readonly en: string;
  readonly zh: string;
  /** True when the value must not be seen; it may then come from a file named by `<env>_FILE`. */
  readonly secret?: true;
  /** How the default is described where it is not a fixed value. */
  readonly defaultText?: string;
}

/** One setting: its row, what it accepts (for people), and how its text becomes a value. */
export interface Setting<T> extends Row<T> {
  readonly accepts: string;
  /** @throws {Error} whose message continues the sentence "<NAME> …", e.g. `must be a whole number, not "x"`. */
  readonly parse: (raw: string) => T;
}

/** Any text. */
export function text(row: Row<string>): Setting<string> {
  return { ...row, accepts: 'text', parse: (raw) => raw };
}

/** A whole number between `min` and `max`, both included. */
export function integer(row: Row<number> & { readonly min: number; readonly max: number }): Setting<number> {
  const { min, max } = row;
  const accepts = `whole number, ${min} to ${max}`;
  return {
    ...row,
    accepts,
    parse: (raw) => {
      const value = Number(raw);
      if (!/^\d+$/.test(raw) || value < min || value > max) throw new Error(`must be a ${accepts}, not "${raw}"`);
      return value;
    },
  };
}

/** One of a few words. */
export function choice<const W extends string>(row: Row<NoInfer<W>>, words: readonly W[]): Setting<W> {
  const accepts = words.join(' · ');
  return { ...row, accepts, parse: (raw) => oneOf(words, raw) };
}

/** Some of a few words in the order in which they are to be used, with commas between them. */
export function orderedList<const W extends string>(
  row: Row<readonly NoInfer<W>[]>,
  words: readonly W[],
): Setting<readonly W[]> {
  return {
    ...row,
    accepts: `list of ${words.join(', ')}`,
    parse: (raw) => Object.freeze([...new Set(parts(raw).map((part) => oneOf(words, part)))]),
  };
}

/** Any words, with commas between them. */
export function list(row: Row<readonly string[]>): Setting<readonly string[]> {
  return { ...row, accepts: 'list of words', parse: (raw) => Object.freeze(parts(raw)) };
}

/** One plain mail address, `name@host`, short enough that a tag of 49 characters fits in; `''` when not set. */
export function mailAddress(row: Row<string>): Setting<string> {
  return {
    ...row,
    accepts: 'mail address, at most 15 characters before the @',
    parse: (raw) => {
      if (!/^[\w.-]{1,15}@[\w.-]{1,190}$/.test(raw))
        throw new Error(`must be a plain mail address with at most 15 characters before the @, not "${raw}"`);
      return raw;
    },
  };
}

/** An object in JSON. */
export function json(row: Row<Readonly<Record<string, unknown>>>): Setting<Readonly<Record<string, unknown>>> {
  return {
    ...row,
    accepts: 'object in JSON',
    parse: (raw) => {
      const value = readJson(raw);
      // The value may hold a password, so it is not shown.
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Error('must be an object in JSON, such as {"name":"value"}');
      return Object.freeze(value as Record<string, unknown>);
    },
  };
}

function readJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** A URL with one of `protocols` (`http:` …); a slash at its end is dropped. `''` when not set. */
export function url(row: Row<string>, protocols: readonly string[]): Setting<string> {
  const accepts = `URL, ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  return {
    ...row,
    accepts,
    parse: (raw) => {
      if (!URL.canParse(raw) || !protocols.includes(new URL(raw).protocol)) {
        // The value may hold a password, so it is not shown.
        throw new Error(`must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
      }
      return raw.replace(/\/$/, '');
    },
  };
}

/** Networks in CIDR notation (`10.0.0.0/8`, `fd00::/8`), with commas between them; 0 bits, the whole world, can be refused. */
export function networks(row: Row<readonly string[]>, leastBits: 0 | 1 = 0): Setting<readonly string[]> {
  return {
    ...row,
    accepts: 'list of networks, e.g. 10.1.0.0/16',
    parse: (raw) => {
      const wrong = parts(raw).find((part) => !isNetwork(part, leastBits));
      if (wrong !== undefined)
        throw new Error(`must be networks such as 10.1.0.0/16 with commas between, not "${wrong}"`);
      return Object.freeze(parts(raw));
    },
  };
}

function oneOf<W extends string>(words: readonly W[], raw: string): W {
  const word = words.find((candidate) => candidate === raw);
  if (word === undefined) throw new Error(`must be one of ${words.join(', ')}, not "${raw}"`);
  return word;
}

function parts(raw: string): string[] {
  return raw
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isNetwork(value: string, leastBits: number): boolean {
  const [address = '', bits = '', ...more] = value.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || !/^\d+$/.test(bits)) return false;
  return Number(bits) >= leastBits && Number(bits) <= (family === 4 ? 32 : 128);
}
