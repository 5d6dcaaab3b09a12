import type { FieldError, IntakeChannel, Kind, Phase } from '@huiyin/loop';
import { isObject } from './rules.js';
import { PIECE_RULES } from './piece.js';

/** Field → what the sender writes → what we write: `{"kind":{"投诉类":"complaint"}}`. */
export type ValueMap = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Fields whose values a mapping may translate. */
export const TRANSLATED = ['kind', 'channel', 'phase', 'unit', 'product'] as const;

const MOST_VALUES = 1_000;
const LONGEST_VALUE = 200;

const KIND_NAMES: Readonly<Record<Kind, readonly string[]>> = {
  suggestion: [
    '建议',
    '意见',
    '意见建议',
    '需求',
    '需求建议',
    '建议类',
    'suggestions',
    'idea',
    'feature request',
    'request',
  ],
  complaint: ['投诉', '客户投诉', '投诉类', '抱怨', '不满', 'complaints', 'grievance'],
  enquiry: ['咨询', '查询', '询问', '问询', '咨询类', '业务咨询', 'inquiry', 'question', 'query', 'information'],
  fault: [
    '故障',
    '报障',
    '故障申告',
    '障碍',
    '报修',
    '故障类',
    'faults',
    'incident',
    'problem',
    'trouble',
    'outage',
    'bug',
  ],
  praise: ['表扬', '赞扬', '感谢', '好评', '表扬类', 'compliment', 'thanks', 'kudos'],
  appeal: ['申诉', '申告', '越级投诉', '申诉类', 'appeals', 'escalation'],
};

const CHANNEL_NAMES: Readonly<Record<IntakeChannel, readonly string[]>> = {
  hotline: ['热线', '客服热线', '电话', '来电', '呼入', '10000', '10010', '10086', '人工', '人工热线', 'phone', 'telephone', 'call', 'voice', 'call center', 'call centre'],
  shop: ['营业厅', '门店', '厅店', '实体渠道', '实体厅', '线下', '柜台', 'store', 'retail', 'in person', 'branch', 'counter'],
  app: ['手机客户端', '客户端', '掌厅', '手机厅', '手机营业厅', '掌上营业厅', 'mobile app', 'mobile'],
  web: ['网站', '官网', '网厅', '网上营业厅', '网页', '在线客服', 'website', 'portal', 'online', 'chat', 'live chat', 'web form'],
  sms: ['短信', '短消息', 'text message', 'text'],
  email: ['邮件', '邮箱', '电子邮件', 'mail', 'e-mail'],
  board: ['留言板', '意见箱', '意见簿', '留言', 'message board', 'forum', 'community'],
  survey: ['问卷', '调查', '回访', '满意度调查', '满意度回访', 'questionnaire', 'nps', 'csat'],
  crm: ['工单', '工单系统', '客户管理系统', 'ticket', 'case'],
  social: ['社交媒体', '微信', '公众号', '微信公众号', '微博', '抖音', '小红书', 'social media', 'wechat', 'weibo', 'twitter', 'facebook', 'whatsapp'],
  other: ['其他', '其它', '其他渠道', '其它渠道', 'others', 'unknown'],
}; // prettier-ignore

const PHASE_NAMES: Readonly<Record<Phase, readonly string[]>> = {
  'pre-sale': ['售前', '售前服务', 'presales', 'pre-sales', 'before sale'],
  'in-sale': ['售中', '售中服务', 'in-sales', 'during sale'],
  'after-sale': ['售后', '售后服务', 'after-sales', 'post-sale', 'post-sales', 'aftersales'],
};

/** How a value is compared: capitals, blanks, dashes and full-width forms do not count. */
const plain = (value: string) =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-]+/g, '');

const KNOWN: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({ kind: KIND_NAMES, channel: CHANNEL_NAMES, phase: PHASE_NAMES }).map(([field, names]) => [
    field,
    new Map(Object.entries(names).flatMap(([ours, theirs]) => [ours, ...theirs].map((one) => [plain(one), ours]))),
  ]),
);

/** A sender's values in our words, field by field; what it does not know stays as it is, and is refused later by name. */
export type Translate = (field: string, value: string) => string;

/** What a mapping says of values counts before what everybody calls a thing: 投诉 is `complaint`, 电话 is `hotline`. */
export function translator(values: ValueMap = {}): Translate {
  const said = new Map(
    Object.entries(values).map(([field, map]) => [
      field,
      new Map(Object.entries(map).map(([theirs, ours]) => [plain(theirs), ours])),
    ]),
  );
  const fields = new Set([...said.keys(), ...KNOWN.keys()]);
  return (field, value) => {
    if (!fields.has(field)) return value;
    const name = plain(value);
    return said.get(field)?.get(name) ?? KNOWN.get(field)?.get(name) ?? value;
  };
}

/** What is wrong with a map of values, field by field; it has been looked at for prototype keys before. */
export function problemsOfValues(values: unknown): FieldError[] {
  if (!isObject(values))
    return [
      { field: 'values', message: 'must be JSON such as {"kind":{"投诉类":"complaint"}}: field → theirs → ours' },
    ];
  const entries = Object.entries(values as Record<string, unknown>);
  return entries.flatMap(([field, map]): FieldError[] => {
    const place = `values.${field.slice(0, 100)}`;
    if (!(TRANSLATED as readonly string[]).includes(field))
      return [{ field: place, message: `has no values to translate; there are ${TRANSLATED.join(', ')}` }];
    if (!isObject(map)) return [{ field: place, message: 'must be an object: theirs → ours' }];
    const pairs = Object.entries(map as Record<string, unknown>);
    if (pairs.length > MOST_VALUES) return [{ field: place, message: `may have at most ${MOST_VALUES} values` }];
    return pairs.flatMap(([theirs, ours]) => problemsOfPair(field as (typeof TRANSLATED)[number], theirs, ours));
  });
}

function problemsOfPair(field: (typeof TRANSLATED)[number], theirs: string, ours: unknown): FieldError[] {
  const place = `values.${field}.${theirs.slice(0, 100)}`;
  if (plain(theirs) === '' || theirs.length > LONGEST_VALUE)
    return [{ field: place, message: `theirs must be 1 to ${LONGEST_VALUE} characters` }];
  const message = PIECE_RULES[field].problem(ours);
  return message === undefined ? [] : [{ field: place, message }];
}
