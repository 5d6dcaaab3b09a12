import { language } from './i18n';

const LOCALE = { zh: 'zh-CN', en: 'en-GB' } as const;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A count as people say it: 1,234 in full, from ten thousand on 1.2万 in Chinese and 12.3K in English. */
export function count(value: number): string {
  const short = Math.abs(value) >= 10_000;
  const format: Intl.NumberFormatOptions = short
    ? { notation: 'compact', maximumFractionDigits: 1 }
    : { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(LOCALE[language()], format).format(value);
}

/** A share of 1 as per cent: 0.423 → 42.3 %. */
export function share(value: number): string {
  return new Intl.NumberFormat(LOCALE[language()], { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** A length of time in its one fitting unit: 42 秒, 3.5 小时, 12 天 / 42 s, 3.5 h, 12 d. */
export function duration(seconds: number): string {
  const [value, unit] = fitting(Math.abs(seconds));
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  const number = new Intl.NumberFormat(LOCALE[language()], { maximumFractionDigits: digits }).format(value);
  return `${number} ${UNITS[unit][language()]}`;
}

/** A length of time to the microsecond, for the hover. */
export function exactDuration(seconds: number): string {
  const number = new Intl.NumberFormat(LOCALE[language()], { minimumFractionDigits: 6 }).format(seconds);
  return `${number} ${UNITS.second[language()]}`;
}

const UNITS = {
  second: { zh: '秒', en: 's' },
  minute: { zh: '分钟', en: 'min' },
  hour: { zh: '小时', en: 'h' },
  day: { zh: '天', en: 'd' },
} as const;

function fitting(seconds: number): [number, keyof typeof UNITS] {
  if (seconds < MINUTE) return [seconds, 'second'];
  if (seconds < HOUR) return [seconds / MINUTE, 'minute'];
  if (seconds < 2 * DAY) return [seconds / HOUR, 'hour'];
  return [seconds / DAY, 'day'];
}

/** A moment in the zone of the reader, to the minute: 11月22日 14:05. The year is said when it is another one. */
export function moment(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const format = {
    ...year,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat(LOCALE[language()], format).format(date);
}

/** A day in the zone of the reader: 11月22日. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(LOCALE[language()], { month: 'short', day: 'numeric' }).format(new Date(iso));
}

/** How long ago, or in how long: 3 小时前, 还有 2 天 / 3 hours ago, in 2 days. */
export function ago(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1_000;
  if (Math.abs(seconds) < MINUTE) return { zh: '刚刚', en: 'just now' }[language()];
  const [value, unit] = fitting(Math.abs(seconds));
  const format = new Intl.RelativeTimeFormat(LOCALE[language()], {
    numeric: 'auto',
    style: language() === 'zh' ? 'long' : 'narrow',
  });
  return format.format(Math.sign(seconds) * Math.round(value), unit);
}
