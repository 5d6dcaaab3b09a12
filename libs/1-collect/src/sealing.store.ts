import type { Sql } from '@huiyin/database';
import { keyOwner, keysOfOwners, originalsAt, type DataKey, type NewKey, type Vault } from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import type { Submission } from './collect.js';
import { guard, type Guarded } from './guard.js';

/** A submission as it is stored. */
export interface SealedSubmission extends Submission {
  /** The originals of what is masked; null when nothing is. */
  readonly sealed: string | null;
  readonly keyId: string | null;
}

/** Submissions ready to be stored, with the keys that have to be stored with them. */
export interface SealedBatch {
  readonly rows: readonly SealedSubmission[];
  readonly keys: readonly NewKey[];
}

/**
 * Masks submissions and seals what is masked, each with the key of its customer: the one on record, or a new one. Everything is
 * done here in the process but one look-up of keys for the whole batch.
 */
export async function sealSubmissions(sql: Sql, vault: Vault, rows: readonly Submission[]): Promise<SealedBatch> {
  const guarded = rows.map((row) => guard(row));
  const { keys, fresh } = await keysFor(sql, vault, guarded);
  return {
    rows: guarded.map((each, index) => {
      const key = keys[index];
      return key ? sealedRow(each, key) : { ...each.masked, sealed: null, keyId: null };
    }),
    keys: fresh,
  };
}

/** The key of each of these, in their order, undefined where none is needed; the new ones among them are still to be stored. */
export async function keysFor(
  sql: Sql,
  vault: Vault,
  rows: readonly Guarded[],
): Promise<{ keys: (DataKey | undefined)[]; fresh: NewKey[] }> {
  const owners = rows.map(({ identities }) => keyOwner(vault, identities));
  const known = await keysOfOwners(sql, vault, [...new Set(owners.filter((owner) => owner !== null))]);
  const fresh: NewKey[] = [];
  const keys = rows.map(({ originals }, index) => {
    const owner = owners[index] ?? null;
    if (originals === null && owner === null) return undefined;
    const key = owner === null ? undefined : known.get(owner);
    if (key) return key;
    const made = vault.newKey(uuidv7());
    fresh.push({ id: made.key.id, owner, wrapped: made.wrapped });
    if (owner !== null) known.set(owner, made.key);
    return made.key;
  });
  return { keys, fresh };
}

function sealedRow({ masked, originals }: Guarded, key: DataKey): SealedSubmission {
  const place = originalsAt('feedback_words', masked.id);
  return { ...masked, sealed: originals && key.seal(JSON.stringify(originals), place), keyId: key.id };
}
