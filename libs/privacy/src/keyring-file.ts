import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { chown, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError, type Config } from '@huiyin/config';
import { writePrivateJson } from '@huiyin/database';
import { makeKeyring, readKeyring, writeKeyring, type Keyring } from './keyring.js';

/** What of the settings says where the keys are. */
export type KeySettings = Pick<Config, 'dataDir' | 'keys'>;

/** The file with the keys; undefined when they are in the setting itself. */
export function keyringFile({ dataDir, keys }: KeySettings): string | undefined {
  return keys === '' ? join(dataDir, 'keys.json') : undefined;
}

/**
 * Reads the keys from the settings or their file.
 * @returns undefined when there is no file yet
 * @throws {OperatorError} when they cannot be read or are none
 */
export async function findKeyring(settings: KeySettings): Promise<Keyring | undefined> {
  const file = keyringFile(settings);
  const text = file === undefined ? settings.keys : await contentOf(file);
  if (text === undefined) return undefined;
  try {
    return readKeyring(text);
  } catch (cause) {
    const where = file === undefined ? 'HUIYIN_KEYS' : file;
    throw new OperatorError(`The keys in ${where} ${(cause as Error).message}.`, { cause });
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new OperatorError(`${file} with the keys cannot be read (${code}); make it readable for Huiyin.`, { cause });
  }
}

/** Makes the file with new keys, mode 0600, unless another process has just done so; answers with what is in it. */
export async function makeKeyringFile(settings: KeySettings): Promise<Keyring> {
  const file = keyringFile(settings) as string;
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, text(makeKeyring()), { mode: 0o600, flag: 'wx', flush: true });
  try {
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dirname(file));
      await chown(draft, uid, gid);
    }
    // Unlike a rename, it does not write over what another process made in the meantime.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await findKeyring(settings)) as Keyring;
}

function text(ring: Keyring): string {
  return `${JSON.stringify(writeKeyring(ring), null, 2)}\n`;
}

/**
 * A look at whether the file with the keys has changed, for processes that live longer than a master key.
 * @returns the keyring when it is another than at the last look, else undefined
 */
export function keyringWatch(settings: KeySettings): () => Keyring | undefined {
  const file = keyringFile(settings);
  let seen: number | undefined;
  return () => {
    if (file === undefined) return undefined;
    try {
      const changed = statSync(file).mtimeMs;
      if (changed === seen) return undefined;
      seen = changed;
      return readKeyring(readFileSync(file, 'utf8'));
    } catch {
      // What was read before is still good.
      return undefined;
    }
  };
}

/** Writes a changed keyring to its file, whole or not at all. @throws {OperatorError} when the keys are not in a file */
export async function saveKeyring(settings: KeySettings, ring: Keyring): Promise<void> {
  const file = keyringFile(settings);
  if (file === undefined)
    throw new OperatorError(
      'The keys are in HUIYIN_KEYS: write the new one last there yourself, then run it without --new.',
    );
  await writePrivateJson(file, writeKeyring(ring));
}
