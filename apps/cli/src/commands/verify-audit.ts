import { verifyAudit } from '@huiyin/org';
import { openVault } from '@huiyin/privacy';
import { defineCommand } from '../command.js';
import { withDatabase } from '../with-database.js';

export const command = defineCommand({
  summary: {
    en: 'Checks the hash chain of the audit from its first entry to its last. Status 1 with the first entry that was changed or is missing.',
    zh: '从头到尾核对审计记录的哈希链；有被改动或缺失的记录则指出第一条，退出码为 1。',
  },
  usage: '',
  options: {},
  run: (_args, config) =>
    withDatabase(config(), 'verify-audit', async (database) => {
      const vault = await openVault(config(), database);
      const { checked, loose, broken, head } = await verifyAudit(database, vault.derive('audit chain'));
      if (broken) console.log(`entry ${broken.seq} (id ${broken.id}): ${broken.problem}`);
      console.log(`${checked} entries are as they were chained, ${loose} not chained yet; head ${head}`);
      return broken ? 1 : 0;
    }),
});
