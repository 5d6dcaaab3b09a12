/** A sentence in both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A notice as it is written down: `one` heads its line, `many` counts it in a digest (`{n}`). */
interface NoticeText {
  /** For those who choose what they are told. */
  readonly about: Both;
  readonly one: Both;
  readonly many: Both;
}

/** Everything that staff can be told, the most urgent first: digests keep this order. */
export const NOTICE_EVENTS = {
  'item.overdue': {
    about: { zh: '反馈超过处理时限，已升级。', en: 'The time limit of an item has passed; it was escalated.' },
    one: { zh: '超时', en: 'Overdue' },
    many: { zh: '{n} 件超时', en: '{n} overdue' },
  },
  'cluster.burst': {
    about: { zh: '某个问题突然大量出现（热点）。', en: 'An issue is suddenly raised far more often than usual.' },
    one: { zh: '热点', en: 'Hot issue' },
    many: { zh: '{n} 个热点', en: '{n} hot issues' },
  },
  'item.parked': {
    about: { zh: '反馈多次处理失败，已搁置，等待人工重放。', en: 'An item failed again and again and was parked; it waits to be replayed.' }, // prettier-ignore
    one: { zh: '搁置', en: 'Parked' },
    many: { zh: '{n} 件搁置', en: '{n} parked' },
  },
  'item.handed-back': {
    about: { zh: '承办单位退回了反馈。', en: 'A unit handed an item back.' },
    one: { zh: '退回', en: 'Handed back' },
    many: { zh: '{n} 件退回', en: '{n} handed back' },
  },
  'item.assigned': {
    about: { zh: '反馈已派给单位。', en: 'A unit was given an item.' },
    one: { zh: '新到', en: 'New' },
    many: { zh: '{n} 件新到', en: '{n} new' },
  },
  'webhook.off': {
    about: {
      zh: 'Webhook 因目标失效而停用。',
      en: 'A webhook was switched off because its target is gone or failing.',
    },
    one: { zh: 'Webhook 已停用', en: 'Webhook off' },
    many: { zh: '{n} 个 Webhook 已停用', en: '{n} webhooks off' },
  },
  'notices.off': {
    about: {
      zh: '另一条员工通知渠道因失效而停用。',
      en: 'Another notice channel was switched off because it is gone or failing.',
    },
    one: { zh: '通知渠道已停用', en: 'Notice channel off' },
    many: { zh: '{n} 个通知渠道已停用', en: '{n} notice channels off' },
  },
} as const satisfies Record<string, NoticeText>;

/** The name of something that staff can be told. */
export type NoticeEvent = keyof typeof NOTICE_EVENTS;

/** The names, in the order of digests. */
export const NOTICE_EVENT_NAMES = Object.keys(NOTICE_EVENTS) as NoticeEvent[];

/** What the frame of a notice says. */
export const FRAME = {
  title: { zh: '回音：{summary}', en: 'Huiyin: {summary}' },
  longest: { zh: '，最久 {time}', en: ', the longest by {time}' },
  over: { zh: '已超 {time}', en: '{time} over' },
  more: { zh: '另有 {n} 条，请在系统中查看：{link}', en: '{n} more, to be seen in Huiyin: {link}' },
  seen: { zh: '近 {hours} 小时 {seen} 条，平常约 {expected} 条', en: '{seen} in {hours} h, usually about {expected}' },
  everywhere: { zh: '各地', en: 'everywhere' },
  test: { zh: '回音：测试消息', en: 'Huiyin: a test' },
  testBody: { zh: '渠道“{name}”可以收到员工通知。', en: 'The channel "{name}" can be reached.' },
} as const satisfies Record<string, Both>;

/** Kinds of feedback as staff call them. */
export const KIND_NAMES: Readonly<Record<string, Both>> = {
  suggestion: { zh: '建议', en: 'suggestion' },
  complaint: { zh: '投诉', en: 'complaint' },
  enquiry: { zh: '咨询', en: 'enquiry' },
  fault: { zh: '障碍申告', en: 'fault' },
  praise: { zh: '表扬', en: 'praise' },
  appeal: { zh: '申诉', en: 'appeal' },
};

/** Why a webhook or channel is off, as in their `offReason`. */
export const OFF_NAMES: Readonly<Record<string, Both>> = {
  gone: { zh: '目标已不存在', en: 'its target is gone' },
  refused: { zh: '目标拒收', en: 'its target refuses it' },
  failing: { zh: '连续多日失败', en: 'it failed for days' },
};
