import { migrate, openDatabase } from '@huiyin/database';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { defineCommand } from '../command.js';
import { keepFirstCredentials } from '../start/credentials.js';

export const command = defineCommand({
  summary: {
    en: 'Brings the database up to date and adds the first person and key to an empty one; `start` does so by itself.',
    zh: '更新数据库结构，并为空库创建首位管理员与密钥；`start` 会自动执行。',
  },
  usage: '',
  options: {},
  async run(_args, config) {
    const settings = config();
    const { url, close } = await openDatabase(settings, 'migrate');
    try {
      const done = await migrate(url, MIGRATIONS);
      console.log(done.length > 0 ? `Done: ${done.join(', ')}` : 'The database is up to date.');
      await keepFirstCredentials(url, settings);
    } finally {
      await close();
    }
  },
});
