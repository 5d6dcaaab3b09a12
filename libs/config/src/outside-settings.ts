import { integer, text, url } from './kinds.js';

const group = 'outside';

/** Models that others serve. Without an address nothing is asked of them and nothing leaves. */
export const OUTSIDE_SETTINGS = {
  embeddingUrl: url(
    {
      env: 'HUIYIN_EMBEDDING_URL',
      default: '',
      defaultText: 'none: off · 无（不启用）',
      group,
      en: 'Server for vectors of texts that speaks the OpenAI-compatible protocol, up to and with `/v1`, e.g. `http://127.0.0.1:11434/v1`; personal data is masked before a text leaves.',
      zh: '提供文本向量的服务（OpenAI 兼容协议），地址写到 `/v1`，如 `http://127.0.0.1:11434/v1`；文本发出前会遮蔽个人信息。',
    },
    ['http:', 'https:'],
  ),
  embeddingModel: text({
    env: 'HUIYIN_EMBEDDING_MODEL',
    default: '',
    defaultText: 'none; needed with the URL · 无（填了地址则必填）',
    group,
    en: 'Name of the model for vectors, as its server knows it.',
    zh: '向量模型的名称，以该服务中的名称为准。',
  }),
  embeddingKey: text({
    env: 'HUIYIN_EMBEDDING_KEY',
    default: '',
    defaultText: 'none · 无',
    secret: true,
    group,
    en: 'Key for the server of vectors.',
    zh: '向量服务的密钥。',
  }),
  chatUrl: url(
    {
      env: 'HUIYIN_CHAT_URL',
      default: '',
      defaultText: 'none: off · 无（不启用）',
      group,
      en: 'Server for names and summaries of clusters that speaks the OpenAI-compatible protocol, up to and with `/v1`; personal data is masked before a text leaves.',
      zh: '为需求簇命名并写摘要的服务（OpenAI 兼容协议），地址写到 `/v1`；文本发出前会遮蔽个人信息。',
    },
    ['http:', 'https:'],
  ),
  chatModel: text({
    env: 'HUIYIN_CHAT_MODEL',
    default: '',
    defaultText: 'none; needed with the URL · 无（填了地址则必填）',
    group,
    en: 'Name of the model for names and summaries, as its server knows it.',
    zh: '命名与摘要模型的名称，以该服务中的名称为准。',
  }),
  chatKey: text({
    env: 'HUIYIN_CHAT_KEY',
    default: '',
    defaultText: 'none · 无',
    secret: true,
    group,
    en: 'Key for the server of names and summaries.',
    zh: '命名与摘要服务的密钥。',
  }),
  outsideTimeoutMs: integer({
    env: 'HUIYIN_OUTSIDE_TIMEOUT_MS',
    default: 30_000,
    min: 100,
    max: 240_000,
    group,
    en: 'An outside model that has not answered after so long is given up for this time (milliseconds).',
    zh: '外部模型超过该时长未答复，则放弃本次调用（毫秒）。',
  }),
  outsideTexts: integer({
    env: 'HUIYIN_OUTSIDE_TEXTS',
    default: 32,
    min: 1,
    max: 2_048,
    group,
    en: 'Most texts in one call for vectors.',
    zh: '一次向量调用的最大文本数。',
  }),
  outsideChars: integer({
    env: 'HUIYIN_OUTSIDE_CHARS',
    default: 2_000,
    min: 50,
    max: 10_000,
    group,
    en: 'Most characters of one text that leave; what is longer is cut.',
    zh: '发出的单条文本的最大字符数，超出部分截去。',
  }),
  outsideAnswerKb: integer({
    env: 'HUIYIN_OUTSIDE_ANSWER_KB',
    default: 16_384,
    min: 16,
    max: 262_144,
    group,
    en: 'Longest answer of an outside model that is read (KiB).',
    zh: '读取的外部模型答复的最大长度（KiB）。',
  }),
};
