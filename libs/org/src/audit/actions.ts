/** Everything that is put on record of what people and keys did, with a sentence for people. Names are fixed once shipped. */
export const AUDIT_ACTIONS = {
  'request.made': {
    en: 'A request that changes data was answered.',
    zh: '处理了一次修改数据的请求。',
  },
  'personal.revealed': {
    en: 'Personal data of an item was shown in full.',
    zh: '完整显示了某条反馈中的个人信息。',
  },
  'feedback.exported': { en: 'Feedback was exported.', zh: '导出了反馈。' },
  'customer.found': { en: 'A customer was looked up.', zh: '查找了客户。' },
  'customer.exported': {
    en: 'Everything held about a customer was exported.',
    zh: '导出了某位客户的全部信息。',
  },
  'customer.erased': { en: 'A customer was erased.', zh: '抹除了某位客户的个人信息。' },
  'personal.expired': {
    en: 'Personal data whose time was up was removed.',
    zh: '清除了保存期满的个人信息。',
  },
  'keys.rotated': { en: 'A new master key was taken into use.', zh: '启用了新的主密钥。' },
  'person.changed': { en: 'A person was added or changed.', zh: '新增或修改了人员。' },
  'key.made': { en: 'An API key was made.', zh: '新建了 API 密钥。' },
  'key.revoked': { en: 'An API key was revoked.', zh: '吊销了 API 密钥。' },
  'unit.changed': { en: 'Units were added or changed.', zh: '新增或修改了组织单元。' },
  'webhook.changed': { en: 'A webhook was added, changed or removed.', zh: '新增、修改或删除了 Webhook。' },
  'notices.changed': {
    en: 'A notice channel of staff was added, changed or removed.',
    zh: '新增、修改或删除了员工通知渠道。',
  },
  'import.started': { en: 'An import was started.', zh: '开始了一次导入。' },
  'mapping.changed': {
    en: 'How the files of a source are read was changed.',
    zh: '修改了某来源文件的读取方式。',
  },
  'template.changed': { en: 'A template was changed.', zh: '修改了模板。' },
  'board.changed': {
    en: 'Something was made public on the board, changed or withdrawn, or a suggestion was decided on.',
    zh: '在公开建议专区发布、修改或撤下了内容，或处理了一条建议。',
  },
  'cluster.merged': { en: 'Clusters were merged.', zh: '合并了需求簇。' },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

/** A name of the catalogue. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The names, for documents and filters. */
export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as AuditAction[];
