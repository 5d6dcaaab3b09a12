import { stopSignal } from '@huiyin/config';
import { defineCommand } from '../command.js';
import { Supervisor } from '../start/supervisor.js';

export const command = defineCommand({
  summary: {
    en: 'Runs Huiyin: Postgres (unless DATABASE_URL is set), the API and a worker, until Ctrl+C.',
    zh: '运行回音：Postgres（未设置 DATABASE_URL 时）、API 与工作进程，按 Ctrl+C 停止。',
  },
  usage: '',
  options: {},
  async run(_args, config) {
    await new Supervisor(config(), stopSignal()).run();
  },
});
