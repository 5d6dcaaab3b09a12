import { redact } from './redact/redact.js';
import { keyIdOf, type Place } from './sealing.js';
import type { DataKey, Vault } from './vault.js';

/** The texts of one row, by column. */
export type Texts = Readonly<Record<string, string | null>>;

/** Texts with what was found in them masked, and the originals of those that changed; null when none did. */
export interface MaskedTexts<T extends Texts> {
  readonly masked: T;
  readonly originals: Partial<T> | null;
}

/** Masks every text of a row. */
export function maskTexts<T extends Texts>(texts: T, names: readonly string[] = []): MaskedTexts<T> {
  const masked: Record<string, string | null> = {};
  const originals: Record<string, string | null> = {};
  for (const [name, text] of Object.entries(texts)) {
    const { text: left, findings } = text === null ? { text: null, findings: [] } : redact(text, names);
    masked[name] = left;
    if (findings.length > 0) originals[name] = text;
  }
  return { masked: masked as T, originals: Object.keys(originals).length > 0 ? (originals as Partial<T>) : null };
}

/** The place of the originals of a row. */
export function originalsAt(table: string, row: string): Place {
  return { table, column: 'sealed', row };
}

/** What was sealed of a row; `{}` when nothing was, or its key is gone. */
export function openOriginals<T>(sealed: string | null, key: DataKey | undefined, place: Place): Partial<T> {
  return sealed === null || !key ? {} : (JSON.parse(key.open(sealed, place)) as Partial<T>);
}

/** A sealed row as it is read, with the key it may need. */
export interface SealedRow {
  readonly sealed: string | null;
  /** Of `customer_key`; null when there is none. */
  readonly keyId: string | null;
  /** Null when the key was destroyed. */
  readonly wrapped: string | null;
}

/**
 * The originals of a row, whichever key they are sealed with: a customer's or a master key.
 * @returns `{}` when nothing was sealed, or the key was destroyed
 * @throws {SealError} when it does not open although the key is there
 */
export function originalsOf<T>(vault: Vault, { sealed, keyId, wrapped }: SealedRow, place: Place): Partial<T> {
  if (sealed === null) return {};
  const sealedWith = keyIdOf(sealed) ?? '';
  if (!sealedWith.includes('-')) return JSON.parse(vault.open(sealed, place)) as Partial<T>;
  if (keyId !== sealedWith || wrapped === null) return {};
  return openOriginals<T>(sealed, vault.unwrap(keyId, wrapped), place);
}
