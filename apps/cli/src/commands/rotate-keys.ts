import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@huiyin/database';
import { OperatorError, type Config } from '@huiyin/config';
import { recordAudit } from '@huiyin/org';
import {
  countOld,
  findKeyring,
  forgetOldMasters,
  keyringFile,
  openVault,
  reseal,
  saveKeyring,
  Vault,
  withNewMaster,
  withoutOldMasters,
} from '@huiyin/privacy';
import { defineCommand } from '../command.js';
import { withDatabase } from '../with-database.js';

/** Running processes notice a new master key within five seconds; what they seal before is still sealed with the old one. */
const NOTICED_MS = 6_000;

export const command = defineCommand({
  summary: {
    en: 'Seals everything anew with the newest master key; --new makes one first. Can be stopped and run again; Huiyin may go on meanwhile.',
    zh: '用最新的主密钥重新加密；--new 先生成新主密钥。可中断后再次运行，期间服务不必停止。',
  },
  usage: '[--new]',
  options: { new: { type: 'boolean', default: false } },
  run: ({ values }, config) =>
    withDatabase(config(), 'rotate-keys', (database) => rotate(config(), database, values.new)),
});

async function rotate(config: Config, database: Database, fresh: boolean): Promise<void> {
  const vault = await openVault(config, database);
  if (fresh) {
    await saveKeyring(config, withNewMaster(vault.ring));
    console.log(`A new master key is in ${keyringFile(config)}.`);
    await pause(NOTICED_MS);
  }
  const now = await vaultNow(config);
  await database.query(`insert into master_key (id, proof) values ($1, '') on conflict do nothing`, [now.ring.current]);
  await reseal(database, now, (done) => process.stderr.write(`\r${done} sealed anew`));
  const left = await countOld(database, now);
  process.stderr.write('\n');
  if (left > 0) throw new OperatorError(`${left} values were sealed with the old key meanwhile; run it once more.`);
  await forgetOldMasters(database, now);
  if (keyringFile(config) !== undefined) await saveKeyring(config, withoutOldMasters(now.ring));
  const details = { key: now.ring.current };
  await recordAudit(database, { actor: 'system', action: 'keys.rotated', subject: 'master key', details });
  console.log(
    'Nothing is sealed with an older key any more; backups made until now need the older keys, so keep those with them.',
  );
}

async function vaultNow(config: Config): Promise<Vault> {
  const ring = await findKeyring(config);
  if (!ring) throw new OperatorError('The keys are gone; put the file back.');
  return new Vault(ring);
}
