import { stopSignal } from '@huiyin/config';
import { KINDS } from '@huiyin/loop';
import { defineCommand } from '../command.js';
import { exportOf, exportToFile } from '../export-file.js';
import { count } from '../progress.js';
import { withDatabase } from '../with-database.js';

export const command = defineCommand({
  summary: {
    en: 'Writes all feedback, or what is asked for, into a file that only its owner may read; personal data is masked.',
    zh: '将全部或指定范围的反馈导出到仅所有者可读的文件;个人信息一律脱敏。',
  },
  usage: `<file.csv|.xlsx|.ndjson> [--kind ${KINDS.join('|')}] [--from <time>] [--to <time>] [--language zh|en]`,
  options: {
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    language: { type: 'string', default: 'zh' },
  },
  async run({ positionals, values: { kind, from, to, language } }, config) {
    const wanted = exportOf({ positionals, values: { kind, from, to, language } });
    const stop = stopSignal();
    return withDatabase(config(), 'export-feedback', async (database) => {
      const written = await exportToFile(database, wanted, stop);
      if (written === undefined) return 130;
      console.log(`${count(written)} items in ${wanted.path}`);
      return 0;
    });
  },
});
