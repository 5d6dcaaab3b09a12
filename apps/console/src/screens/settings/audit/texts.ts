import type { Operation, Options } from '@huiyin/client';
import { texts } from '../../../i18n/texts';

/** What the audit may be narrowed to. */
export type AuditQuery = NonNullable<Options<Operation<'get', '/api/v1/audit'>>['query']>;
/** What is put on record. */
export type Action = NonNullable<AuditQuery['action']>;

/** What was done, in words; an action without its words does not compile. */
export const useActions = texts<Action>('settings-audit-actions', {
  zh: {
    'request.made': '修改数据的请求',
    'personal.revealed': '查看完整个人信息',
    'feedback.exported': '导出反馈',
    'customer.found': '查找客户',
    'customer.exported': '导出某位客户的全部信息',
    'customer.erased': '抹除某位客户的个人信息',
    'personal.expired': '清除期满的个人信息',
    'keys.rotated': '更换主密钥',
    'person.changed': '新增或修改人员',
    'key.made': '新建 API 密钥',
    'key.revoked': '吊销 API 密钥',
    'unit.changed': '新增或修改单位',
    'webhook.changed': '修改 Webhook',
    'notices.changed': '修改员工通知渠道',
    'import.started': '开始导入',
    'mapping.changed': '修改文件读取方式',
    'template.changed': '修改模板',
    'cluster.merged': '合并需求簇',
    'board.changed': '修改公开建议区',
  },
  en: {
    'request.made': 'A request that changes data',
    'personal.revealed': 'Personal data shown in full',
    'feedback.exported': 'Feedback exported',
    'customer.found': 'A customer looked up',
    'customer.exported': 'All about a customer exported',
    'customer.erased': 'A customer erased',
    'personal.expired': 'Expired personal data removed',
    'keys.rotated': 'A new master key',
    'person.changed': 'A person added or changed',
    'key.made': 'An API key made',
    'key.revoked': 'An API key revoked',
    'unit.changed': 'Units added or changed',
    'webhook.changed': 'A webhook changed',
    'notices.changed': 'A notice channel changed',
    'import.started': 'An import started',
    'mapping.changed': 'The reading of files changed',
    'template.changed': 'A template changed',
    'cluster.merged': 'Clusters merged',
    'board.changed': 'The public board changed',
  },
});

/** The names of all actions, in the order in which they are offered. */
export const ACTIONS = ['personal.revealed', 'feedback.exported', 'customer.found', 'customer.exported', 'customer.erased', 'personal.expired', 'person.changed', 'key.made', 'key.revoked', 'unit.changed', 'template.changed', 'webhook.changed', 'notices.changed', 'import.started', 'mapping.changed', 'cluster.merged', 'board.changed', 'keys.rotated', 'request.made'] as const satisfies readonly Action[]; // prettier-ignore

export const useTexts = texts('settings-audit', {
  zh: {
    title: '审计',
    sentence: '谁在何时查看、修改、导出、删除了什么。记录只增不改，前后相连，不含客户个人信息。',
    actor: '操作人',
    actorHint: '操作人，例如 person:7',
    action: '全部操作',
    what: '操作',
    subject: '对象',
    subjectHint: '对象，例如 feedback:…',
    details: '详情',
    at: '时间',
    from: '起',
    to: '止',
    seq: '链上序号',
    none: '没有符合条件的记录',
    noneHint: '换一个条件再查。',
    clear: '清除条件',
  },
  en: {
    title: 'Audit',
    sentence:
      'Who saw, changed, exported and erased what, and when. It is only ever added to, chained, and holds no personal data of customers.',
    actor: 'Who',
    actorHint: 'Who, such as person:7',
    action: 'Everything',
    what: 'Did what',
    subject: 'To what',
    subjectHint: 'To what, such as feedback:…',
    details: 'Details',
    at: 'When',
    from: 'From',
    to: 'To',
    seq: 'Place in the chain',
    none: 'Nothing fits',
    noneHint: 'Change the filters.',
    clear: 'Clear the filters',
  },
});
