import { integer, text } from './kinds.js';

/** Files of feedback, and the key of commands that talk to a running instance. */
export const IMPORT_SETTINGS = {
  key: text({
    env: 'HUIYIN_KEY',
    default: '',
    defaultText: 'that of credentials.json · credentials.json 中的密钥',
    secret: true,
    group: 'server',
    en: 'API key of commands that talk to a running instance (`replay`).',
    zh: '命令行连接运行中实例（`replay`）时使用的 API 密钥。',
  }),
  importKeepDays: integer({
    env: 'HUIYIN_IMPORT_KEEP_DAYS',
    default: 7,
    min: 0,
    max: 365,
    group: 'worker',
    en: 'Days for which the rejected rows of an import can be downloaded; the file itself is removed as soon as the import has ended.',
    zh: '导入中被拒绝的行可供下载的天数；导入结束后，文件本身立即删除。',
  }),
  importLeaseSeconds: integer({
    env: 'HUIYIN_IMPORT_LEASE_SECONDS',
    default: 30,
    min: 5,
    max: 3_600,
    group: 'worker',
    en: 'Seconds without a sign of life after which another worker goes on with an import.',
    zh: '工作进程无响应超过该时长后，由其他进程继续其导入任务（秒）。',
  }),
};
