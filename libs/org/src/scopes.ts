/** What a key or a person may be allowed to do, a sentence each; `admin` stands for all of them. */
export const SCOPES = {
  'feedback:read': { en: 'Read feedback items and their journeys', zh: '查看反馈及其全程轨迹' },
  'feedback:write': {
    en: 'Hand in feedback, one by one, in batches and as files',
    zh: '提交反馈(单条、批量、文件导入)',
  },
  'feedback:resolve': { en: 'Resolve items or hand them back to routing', zh: '办结反馈或退回重新传递' },
  'feedback:export': { en: 'Export the feedback that one may see', zh: '导出本人可见的反馈' },
  'personal:read': { en: 'See personal data in full; each look is recorded', zh: '查看完整个人信息(每次查看均留痕)' },
  'personal:erase': {
    en: 'Export and erase all that is known about one customer',
    zh: '导出并删除某位客户的全部信息',
  },
  'clusters:read': { en: 'Read clusters of similar feedback', zh: '查看需求簇' },
  'clusters:write': { en: 'Name, lock, merge, split and resolve clusters', zh: '命名、锁定、合并、拆分并解决需求簇' },
  'units:read': { en: 'Read the tree of units', zh: '查看单位树' },
  'units:write': { en: 'Create, change and move units', zh: '新增、修改和移动单位' },
  'rules:write': { en: 'Change the rules that route feedback to units', zh: '修改传递规则' },
  'webhooks:write': { en: 'Manage webhooks and replay them', zh: '管理并重放 Webhook' },
  'people:write': { en: 'Create, change and deactivate people', zh: '新增、修改和停用人员' },
  'keys:write': { en: 'Create, list and revoke API keys', zh: '新建、查看和吊销 API 密钥' },
  'loop:read': { en: 'Watch the loop: stages, times and events', zh: '查看闭环:环节、时长与事件' },
  'loop:operate': { en: 'Operate the loop: replay parked items', zh: '运维闭环:重放搁置的反馈' },
  'templates:write': { en: 'Edit the texts that customers receive', zh: '编辑发给客户的模板' },
  'audit:read': { en: 'Read who saw, changed, exported and erased what', zh: '查看审计记录' },
  'metrics:read': { en: 'Read the metrics of the processes', zh: '读取运行指标' },
  admin: { en: 'Everything', zh: '全部权限' },
} as const satisfies Record<string, { en: string; zh: string }>;

export type Scope = keyof typeof SCOPES;

/** The names of all scopes, in the order of {@link SCOPES}. */
export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[];

/** True when `name` is one of {@link SCOPES}. */
export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}
