import { integer, text } from './kinds.js';

const FOR_EVER = '0: for ever · 0（永久）';

/** Where the keys are, and how long what is kept. */
export const PRIVACY_SETTINGS = {
  keys: text({
    env: 'HUIYIN_KEYS',
    default: '',
    defaultText: '`keys.json` in the data folder, made at the first start · 数据文件夹中的 `keys.json`，首次启动时生成',
    secret: true,
    group: 'privacy',
    en: 'The keys that personal data is sealed with, if you keep them yourself: `{"masters":["…"],"root":"…"}`, 32 bytes each in base64; the last master key seals, the others still open.',
    zh: '自行保管的个人信息加密密钥：`{"masters":["…"],"root":"…"}`，每个为 32 字节的 base64；最后一个主密钥用于加密，其余仅用于解密。',
  }),
  keepPersonalDays: integer({
    env: 'HUIYIN_KEEP_PERSONAL_DAYS',
    default: 0,
    min: 0,
    max: 36_500,
    defaultText: FOR_EVER,
    group: 'privacy',
    en: 'Days after an item is closed for which what identifies its customer is kept (the sealed originals); then only the masked form is left.',
    zh: '反馈办结后保留客户身份信息（加密原文）的天数，期满只留掩码形式。',
  }),
  keepTextDays: integer({
    env: 'HUIYIN_KEEP_TEXT_DAYS',
    default: 0,
    min: 0,
    max: 36_500,
    defaultText: FOR_EVER,
    group: 'privacy',
    en: "Days after an item is closed for which the customer's words are kept; then the item stays with its times and figures, without words.",
    zh: '反馈办结后保留客户原话的天数，期满仅保留时间与统计，不留文字。',
  }),
  keepDeliveryDays: integer({
    env: 'HUIYIN_KEEP_DELIVERY_DAYS',
    default: 0,
    min: 0,
    max: 36_500,
    defaultText: FOR_EVER,
    group: 'privacy',
    en: 'Days after an item is closed for which the bodies of its messages are kept; that and when they were sent stays.',
    zh: '反馈办结后保留所发消息正文的天数，期满仅保留发送记录与时间。',
  }),
};
