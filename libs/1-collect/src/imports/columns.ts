import type { FieldError } from '@huiyin/loop';
import { FIELDS, isField } from './mapping.js';
import type { Row } from './row.js';

/** How people name the columns of their files, in Chinese and English; compared without blanks, dashes and capitals. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  text: [
    ...['内容', '反馈内容', '投诉内容', '诉求内容', '工单内容', '受理内容', '问题描述', '描述', '详情', '客户原声'],
    ...['content', 'description', 'detail', 'details', 'message', 'body', 'comment', 'feedback', 'complaint', 'words'],
  ],
  subject: ['标题', '主题', '工单标题', 'title', 'summary', 'heading'],
  externalId: [
    ...['编号', '工单编号', '工单号', '流水号', '序列号', '单号', '业务编号'],
    ...['id', 'caseid', 'casenumber', 'ticketid', 'ticketnumber', 'ticket', 'number', 'reference'],
  ],
  occurredAt: [
    ...['时间', '受理时间', '创建时间', '投诉时间', '反馈时间', '发生时间', '日期'],
    ...['time', 'date', 'createdat', 'created', 'createddate', 'createdtime', 'openedat'],
  ],
  kind: ['类型', '反馈类型', '诉求类型', 'type', 'casetype'],
  channel: ['渠道', '来源渠道', '受理渠道', 'origin', 'caseorigin'],
  unit: ['单位', '受理单位', '单位编码', '部门', 'branch', 'unitcode'],
  product: ['产品', '业务', '产品名称', '套餐', 'productname'],
  tags: ['标签', 'labels'],
  'customer.id': ['客户编号', '客户号', '用户编号', 'customerid', 'accountid', 'contactid'],
  'customer.name': ['姓名', '客户姓名', '客户名称', '联系人', 'customername', 'contactname', 'name'],
  'customer.phone': ['电话', '手机', '手机号', '手机号码', '联系电话', '客户电话', '电话号码', 'phonenumber', 'mobile'],
  'customer.email': ['邮箱', '电子邮箱', '邮件', 'emailaddress', 'mail'],
  'customer.region': ['地区', '区域', '城市', '归属地', 'city', 'province'],
  'customer.tier': ['客户等级', '客户级别', '星级', 'segment', 'level'],
};

const plain = (name: string) => name.toLowerCase().replace(/[\s_\-./]/g, '');

const BY_NAME = new Map(
  FIELDS.flatMap((field) =>
    [field, field.split('.').at(-1) ?? field, ...(USUAL[field] ?? [])].map((name) => [plain(name), field] as const),
  )
    // `id` and `name` of the customer are too common to be told by the last part alone.
    .reverse(),
);
BY_NAME.set('id', 'externalId').set('name', 'customer.name');

/** A mapping that fits the names of columns: field → column. The first column of a field counts. */
export function guessColumns(columns: readonly string[]): Record<string, string> {
  const guess: Record<string, string> = {};
  for (const column of columns) {
    const field = isField(column) ? column : BY_NAME.get(plain(column));
    if (field !== undefined && guess[field] === undefined) guess[field] = column;
  }
  return guess;
}

/** What is wrong with a mapping, looked at beside the first rows of the file. */
export function columnProblems(columns: Readonly<Record<string, string>>, rows: readonly Row[]): FieldError[] {
  const there = columnsOf(rows).join(', ').slice(0, 1_000);
  const problems: FieldError[] = [];
  for (const [field, column] of Object.entries(columns)) {
    if (!isField(field))
      problems.push({
        field: `mapping.${field}`,
        message: `no such field; there are ${FIELDS.join(', ')}, attributes.<name>`,
      });
    else if (rows.length > 0 && !rows.some((row) => row.cell(column) !== undefined))
      problems.push({ field: `mapping.${field}`, message: `the file has no column "${column}"; there are: ${there}` });
  }
  if (columns['text'] === undefined)
    problems.push({ field: 'mapping.text', message: `which column holds the customer's words? There are: ${there}` });
  return problems;
}

/** The columns of the first rows that can be read. */
export function columnsOf(rows: readonly Row[]): string[] {
  const sound = rows.filter(({ problem }) => problem === undefined);
  return [...new Set(sound.flatMap(({ cells }) => Object.keys(cells)))].filter((name) => name !== '');
}
