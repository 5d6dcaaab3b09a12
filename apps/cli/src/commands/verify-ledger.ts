import { verifyLedger } from '@huiyin/journey';
import { defineCommand } from '../command.js';
import { count, startProgress } from '../progress.js';
import { withDatabase } from '../with-database.js';

export const command = defineCommand({
  summary: {
    en: 'Checks the ledger of every item: visits without gap or overlap, times that sum to the age. Status 1 with offenders.',
    zh: '核对每条反馈的轨迹：环节首尾相接、无缺无叠，用时之和等于总时长；有误则退出码为 1。',
  },
  usage: '',
  options: {},
  run: (_args, config) =>
    withDatabase(config(), 'verify-ledger', async (database) => {
      const [here] = await database.query<{ items: number }>('select count(*) as items from feedback');
      const bar = startProgress(Math.max(1, here?.items ?? 0), count);
      let total = { items: 0, visits: 0 };
      const offenders = await verifyLedger(database, (done) => {
        total = done;
        bar.update(done.items, `${count(done.visits)} visits`);
      }).finally(() => bar.stop());
      for (const { id, problems } of offenders) console.log(`${id}: ${problems.join('; ')}`);
      console.log(`${offenders.length} violations in ${total.items} items, ${total.visits} visits`);
      return offenders.length > 0 ? 1 : 0;
    }),
});
