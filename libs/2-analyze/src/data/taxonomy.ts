import type { Leaf } from './taxonomy/leaf.js';
import { MONEY_LEAVES } from './taxonomy/money.js';
import { NETWORK_LEAVES } from './taxonomy/network.js';
import { PEOPLE_LEAVES } from './taxonomy/people.js';

/** A node of the category tree; `code` names the way to it: `network`, `network.coverage`, `network.coverage.indoor`. */
export interface CategoryNode {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Where a text goes that no category claims; a category without children. */
export const OTHER = 'general.other';

/** First and second level. */
const BRANCHES: readonly CategoryNode[] = [
  { code: 'network', zh: '移动网络', en: 'Mobile network' },
  { code: 'network.coverage', zh: '网络覆盖', en: 'Coverage' },
  { code: 'network.quality', zh: '网络质量', en: 'Quality' },
  { code: 'network.voice', zh: '语音通话', en: 'Voice' },
  { code: 'network.message', zh: '短信', en: 'Messages' },
  { code: 'network.roaming', zh: '漫游', en: 'Roaming' },
  { code: 'broadband', zh: '宽带与固话', en: 'Broadband and landline' },
  { code: 'broadband.fault', zh: '宽带障碍', en: 'Faults' },
  { code: 'broadband.install', zh: '装机移机', en: 'Installation' },
  { code: 'broadband.line', zh: '线路设施', en: 'Lines' },
  { code: 'broadband.landline', zh: '固定电话', en: 'Landline' },
  { code: 'fees', zh: '费用与账单', en: 'Fees and billing' },
  { code: 'fees.charge', zh: '扣费争议', en: 'Charges' },
  { code: 'fees.bill', zh: '账单发票', en: 'Bills' },
  { code: 'fees.pay', zh: '缴费退费', en: 'Payment' },
  { code: 'fees.price', zh: '资费水平', en: 'Prices' },
  { code: 'packages', zh: '套餐与营销', en: 'Packages and marketing' },
  { code: 'packages.change', zh: '变更取消', en: 'Changes' },
  { code: 'packages.contract', zh: '合约', en: 'Contracts' },
  { code: 'packages.marketing', zh: '营销行为', en: 'Selling' },
  { code: 'packages.offer', zh: '优惠权益', en: 'Offers' },
  { code: 'packages.info', zh: '套餐咨询', en: 'Information' },
  { code: 'accounts', zh: '号卡与账户', en: 'Numbers and accounts' },
  { code: 'accounts.sim', zh: '手机卡', en: 'SIM' },
  { code: 'accounts.number', zh: '号码', en: 'Numbers' },
  { code: 'accounts.identity', zh: '实名', en: 'Identity' },
  { code: 'accounts.login', zh: '密码登录', en: 'Sign-in' },
  { code: 'portability', zh: '携号转网', en: 'Number portability' },
  { code: 'portability.transfer', zh: '转网', en: 'Transfer' },
  { code: 'handsets', zh: '终端', en: 'Handsets' },
  { code: 'handsets.device', zh: '手机与设备', en: 'Devices' },
  { code: 'service', zh: '客户服务', en: 'Customer service' },
  { code: 'service.hotline', zh: '热线', en: 'Hotline' },
  { code: 'service.attitude', zh: '态度', en: 'Attitude' },
  { code: 'service.handling', zh: '处理', en: 'Handling' },
  { code: 'service.praise', zh: '表扬', en: 'Praise' },
  { code: 'shops', zh: '营业厅', en: 'Shops' },
  { code: 'shops.visit', zh: '到厅办理', en: 'Visits' },
  { code: 'app', zh: '电子渠道', en: 'App and self-service' },
  { code: 'app.use', zh: '客户端使用', en: 'Use' },
  { code: 'app.robot', zh: '智能客服', en: 'Robots' },
  { code: 'spam', zh: '骚扰诈骗与隐私', en: 'Spam, fraud and privacy' },
  { code: 'spam.calls', zh: '骚扰', en: 'Nuisance' },
  { code: 'spam.fraud', zh: '诈骗', en: 'Fraud' },
  { code: 'spam.privacy', zh: '隐私', en: 'Privacy' },
  { code: 'spam.block', zh: '封停', en: 'Blocking' },
  { code: 'enterprise', zh: '政企业务', en: 'Business customers' },
  { code: 'enterprise.service', zh: '政企服务', en: 'Services' },
  { code: 'general', zh: '其他', en: 'General' },
  { code: OTHER, zh: '其他', en: 'Other' },
];

const LEAVES: readonly Leaf[] = [...NETWORK_LEAVES, ...MONEY_LEAVES, ...PEOPLE_LEAVES];

/** The default category tree of a telecom operator, three levels, of our own writing. */
export const TAXONOMY: readonly CategoryNode[] = [
  ...BRANCHES,
  ...LEAVES.map(({ code, zh, en }) => ({ code, zh, en })),
].sort((a, b) => (a.code < b.code ? -1 : 1));

// prettier-ignore
const cuesOf = (leaf: Leaf, words: string | undefined, weight: 1 | 2 | 3): [string, { code: string; weight: 1 | 2 | 3 }][] =>
  (words ?? '').split('|').filter(Boolean).map((word) => [word, { code: leaf.code, weight }]);

/** Every cue word with the category it speaks for and its weight (3 names it outright, 2 typical, 1 hint). */
export const CATEGORY_CUES = LEAVES.flatMap((leaf) => [
  ...cuesOf(leaf, leaf.sure, 3),
  ...cuesOf(leaf, leaf.likely, 2),
  ...cuesOf(leaf, leaf.hint, 1),
]);

const NAMES = new Map(TAXONOMY.map((node) => [node.code, node]));

/** The names of a category, e.g. for `network.coverage.indoor`; undefined for a code that is not in the tree. */
export function categoryNode(code: string): CategoryNode | undefined {
  return NAMES.get(code);
}
