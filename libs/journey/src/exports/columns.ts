import type { CellValue } from './csv.js';
import type { ExportRow } from './export-rows.store.js';

/** A column of an export. */
interface Column {
  readonly en: string;
  readonly zh: string;
  readonly of: (row: ExportRow) => CellValue;
}

/** The columns of an export by their names in NDJSON, in order. What identifies a customer is masked. */
export const EXPORT_COLUMNS = {
  reference: { en: 'Reference', zh: '反馈编号', of: ({ reference }) => reference },
  receivedAt: { en: 'Received', zh: '接收时间', of: ({ receivedAt }) => receivedAt },
  occurredAt: { en: 'Occurred', zh: '发生时间', of: ({ occurredAt }) => occurredAt },
  source: { en: 'Source', zh: '来源系统', of: ({ source }) => source },
  externalId: { en: 'Id in the source', zh: '来源编号', of: ({ externalId }) => externalId },
  channel: { en: 'Channel', zh: '渠道', of: ({ channel }) => channel },
  kind: { en: 'Kind', zh: '类型', of: ({ kind }) => kind },
  category: { en: 'Category', zh: '分类', of: ({ category }) => category },
  subject: { en: 'Subject', zh: '标题', of: ({ subject }) => subject },
  text: { en: 'Words', zh: '内容', of: ({ text }) => text },
  language: { en: 'Language', zh: '语言', of: ({ language }) => language },
  sentiment: { en: 'Sentiment', zh: '情感', of: ({ sentiment }) => sentiment },
  urgency: { en: 'Urgency', zh: '紧急度', of: ({ urgency }) => urgency },
  cluster: { en: 'Cluster', zh: '需求簇', of: ({ cluster }) => cluster?.name ?? null },
  product: { en: 'Product', zh: '产品', of: ({ product }) => product },
  phase: { en: 'Phase', zh: '服务阶段', of: ({ phase }) => phase },
  unit: { en: 'Unit', zh: '单位', of: ({ unit }) => unit },
  region: { en: 'Region', zh: '地区', of: ({ region }) => region },
  stage: { en: 'Stage', zh: '环节', of: ({ stage }) => stage },
  state: { en: 'State', zh: '状态', of: ({ state }) => state },
  cycle: { en: 'Cycle', zh: '轮次', of: ({ cycle }) => cycle },
  stageSince: { en: 'In this stage since', zh: '进入环节时间', of: ({ stageSince }) => stageSince },
  limitAt: { en: 'Time limit', zh: '时限', of: ({ limitAt }) => limitAt },
  closedAt: { en: 'Closed', zh: '办结时间', of: ({ closedAt }) => closedAt },
  closeReason: { en: 'Closed because', zh: '办结原因', of: ({ closeReason }) => closeReason },
  action: { en: 'Resolution', zh: '处理方式', of: ({ action }) => action },
  reply: { en: 'Reply', zh: '答复', of: ({ reply }) => reply },
  solved: { en: 'Solved', zh: '是否解决', of: ({ solved }) => solved },
  score: { en: 'Score', zh: '评分', of: ({ score }) => score },
  customerName: { en: 'Customer (masked)', zh: '客户姓名(脱敏)', of: ({ customer }) => customer?.name ?? null },
  customerPhone: { en: 'Phone (masked)', zh: '电话(脱敏)', of: ({ customer }) => customer?.phone ?? null },
  customerEmail: { en: 'E-mail (masked)', zh: '邮箱(脱敏)', of: ({ customer }) => customer?.email ?? null },
  customerTier: { en: 'Customer tier', zh: '客户等级', of: ({ customer }) => customer?.tier ?? null },
  tags: { en: 'Tags', zh: '标签', of: ({ tags }) => (tags.length > 0 ? tags.join('; ') : null) },
  attributes: {
    en: 'Attributes',
    zh: '附加信息',
    of: ({ attributes }) => (Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : null),
  },
  id: { en: 'Id', zh: 'ID', of: ({ id }) => id },
} as const satisfies Record<string, Column>;

const COLUMNS: readonly Column[] = Object.values(EXPORT_COLUMNS);
const NAMES = Object.keys(EXPORT_COLUMNS);

/** The head of an export in a language. */
export function headOf(language: 'en' | 'zh'): string[] {
  return COLUMNS.map((column) => column[language]);
}

/** The cells of one row. */
export function cellsOf(row: ExportRow): CellValue[] {
  return COLUMNS.map(({ of }) => of(row));
}

/** One row as an object, with lists and objects as they are. */
export function objectOf(row: ExportRow): Record<string, unknown> {
  const { tags, attributes } = row;
  const cells = Object.fromEntries(COLUMNS.map(({ of }, index) => [NAMES[index] ?? '', of(row)]));
  return { ...cells, tags, attributes };
}
