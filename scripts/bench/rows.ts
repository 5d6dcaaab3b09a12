import { uuidv7 } from 'uuidv7';

/** A piece of feedback as a sender would send it. */
export interface SentRow {
  readonly text: string;
  readonly channel: string;
  readonly source: string;
  readonly externalId: string;
  readonly customer: { readonly name: string; readonly phone: string; readonly region: string };
  readonly product: string;
}

const SENTENCES = [
  '家里的宽带每天晚上八点以后就特别慢，看视频一直在转圈，已经持续了两个星期。',
  '上个月的账单里多了一项增值业务费，我从来没有订购过，请查清楚并退还。',
  '地铁三号线里信号时断时续，打电话总是听不清，希望能增加基站。',
  'I was told that my plan would stay the same, but the bill went up by thirty percent without any notice.',
  '营业厅排队一个多小时，只开了两个窗口，老人站着等很辛苦。',
  'The app logs me out every time I try to top up, and the payment is taken twice.',
];

let counter = 0;

/** A new row, about 60 to 200 characters long, unlike all others by its id. */
export function row(): SentRow {
  const number = counter++;
  const text = `${SENTENCES[number % SENTENCES.length]} ${SENTENCES[(number * 7 + 3) % SENTENCES.length]}`;
  const customer = { name: '张三', phone: `138${String(number % 100_000_000).padStart(8, '0')}`, region: '广东' };
  return {
    text,
    channel: 'hotline',
    source: 'bench',
    externalId: `${process.pid}-${number}`,
    customer,
    product: 'broadband',
  };
}

/** The columns that a row fills in the two tables that accepting writes. */
export function columns(sent: SentRow): { id: string; words: unknown[]; item: unknown[] } {
  const id = uuidv7();
  const words = [id, sent.text, sent.source, sent.externalId, JSON.stringify(sent.customer), 'key:bench'];
  return { id, words, item: [id, sent.channel, sent.product, sent.customer.region] };
}

/** One line of `COPY … (format text)`. */
export function copyLine(values: readonly unknown[]): string {
  const escape = (value: unknown) =>
    String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
  return `${values.map(escape).join('\t')}\n`;
}

export const WORDS_COLUMNS = 'feedback_id, text, source, external_id, customer, accepted_by';
export const ITEM_COLUMNS = 'id, channel, product, region';
