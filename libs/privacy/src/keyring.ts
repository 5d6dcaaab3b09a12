import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** The keys of an operator. They are kept outside the database: whoever has only a dump of it cannot open anything. */
export interface Keyring {
  /** Id of the master key that new values are sealed with. */
  readonly current: string;
  /** Every master key by its id; the older ones only open. 32 bytes each. */
  readonly masters: ReadonlyMap<string, Buffer>;
  /** What blind indexes and the chain of the audit are derived from; it stays when master keys are rotated. 32 bytes. */
  readonly root: Buffer;
}

/** The id of a master key: the beginning of its SHA-256, so that the same key has the same id everywhere. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('huiyin master key').update(key).digest('hex').slice(0, 12);
}

/** A keyring of new random keys. */
export function makeKeyring(): Keyring {
  return withNewMaster({ current: '', masters: new Map(), root: randomBytes(BYTES) });
}

/** The keyring with one more master key, which is the current one from now on; the others stay to open what they sealed. */
export function withNewMaster(ring: Keyring): Keyring {
  const key = randomBytes(BYTES);
  const current = idOf(key);
  return { ...ring, current, masters: new Map([...ring.masters, [current, key]]) };
}

/** The keyring with no master key but the current one. */
export function withoutOldMasters(ring: Keyring): Keyring {
  return { ...ring, masters: new Map([...ring.masters].filter(([id]) => id === ring.current)) };
}

/** The keyring as it is kept in `keys.json` and in `HUIYIN_KEYS`: base64, the current master key last. */
export function writeKeyring({ current, masters, root }: Keyring): { masters: string[]; root: string } {
  const last = masters.get(current) as Buffer;
  const others = [...masters].filter(([id]) => id !== current).map(([, key]) => key);
  return { masters: [...others, last].map((key) => key.toString('base64')), root: root.toString('base64') };
}

/**
 * Reads what `writeKeyring` wrote.
 * @throws {Error} whose message continues the sentence "The keys …"
 */
export function readKeyring(text: string): Keyring {
  const value = parsed(text);
  const { masters, root } = (value ?? {}) as { masters?: unknown; root?: unknown };
  if (!Array.isArray(masters) || masters.length === 0 || typeof root !== 'string')
    throw new Error('must be JSON such as {"masters":["…"],"root":"…"}, each 32 bytes in base64');
  const keys = masters.map((key) => bytes(key));
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  return { current: idOf(keys.at(-1) as Buffer), masters: byId, root: bytes(root) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What it holds must not be shown.
    return undefined;
  }
}

function bytes(key: unknown): Buffer {
  const read = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.alloc(0);
  if (read.length !== BYTES) throw new Error(`must be ${BYTES} bytes each in base64 (openssl rand -base64 ${BYTES})`);
  return read;
}
