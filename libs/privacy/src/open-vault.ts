import { OperatorError } from '@huiyin/config';
import type { Sql } from '@huiyin/database';
import { findKeyring, keyringFile, keyringWatch, makeKeyringFile, type KeySettings } from './keyring-file.js';
import { Vault } from './vault.js';

const ROOT = 'root';

/**
 * Opens the vault of this operator; the very first time, keys are made.
 * @throws {OperatorError} when the database was sealed with keys that are not there: nothing would open, so nothing starts
 */
export async function openVault(settings: KeySettings, sql: Sql): Promise<Vault> {
  const registered = await sql.query<{ id: string; proof: string }>('select id, proof from master_key');
  const found = await findKeyring(settings);
  if (!found && registered.length > 0) throw missing(settings, registered.map(({ id }) => id)); // prettier-ignore
  const vault = new Vault(found ?? (await makeKeyringFile(settings)), keyringWatch(settings));
  await confirmKeys(vault, settings, sql);
  return vault;
}

/** Every key that sealed something must be here, and the root must be the one that the indexes were made with. */
async function confirmKeys(vault: Vault, settings: KeySettings, sql: Sql): Promise<void> {
  const proofs = [
    { id: ROOT, proof: vault.derive('proof').toString('base64') },
    { id: vault.ring.current, proof: '' },
  ];
  await sql.query(
    `insert into master_key (id, proof) select id, proof from json_to_recordset($1) as p(id text, proof text)
     on conflict do nothing`,
    [JSON.stringify(proofs)],
  );
  const registered = await sql.query<{ id: string; proof: string }>('select id, proof from master_key');
  const absent = registered.filter(({ id, proof }) =>
    id === ROOT ? proof !== proofs[0]?.proof : !vault.ring.masters.has(id),
  );
  if (absent.length > 0) throw missing(settings, absent.map(({ id }) => id)); // prettier-ignore
}

function missing(settings: KeySettings, ids: readonly string[]): OperatorError {
  const where = keyringFile(settings) ?? 'HUIYIN_KEYS';
  return new OperatorError(
    `The database was sealed with keys (${ids.join(', ')}) that are not in ${where}; put back the keys that belong to this database.`,
  );
}
