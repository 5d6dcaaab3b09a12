const ZONE = /^(?:z|utc|([+-])(\d{1,2}):?(\d{2})?)$/i;

/** A zone as `+08:00`, from `+8`, `+0800`, `+08:00` or `Z`; `undefined` for what is none. */
export function zoneOf(text: string): string | undefined {
  const [found, sign, hours = '0', minutes = '00'] = ZONE.exec(text.trim()) ?? [];
  if (found === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return sign ? `${sign}${hours.padStart(2, '0')}:${minutes}` : '+00:00';
}

// 2019/2/28 11:25:05 · 2019-02-28T11:25 · 2019.2.28 · 2019年2月28日 11时25分 · 2019-02-28 11:25:05.123 +0800
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:\s*t\s*|\s+|(?<=日))(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:[.,](\d{1,9}))?秒?)?分?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;

const SPREADSHEET_DAY = /^\d{5}(?:\.\d+)?$/;
/** 1970-01-01 as a spreadsheet counts days: 1899-12-30 is 0. */
const DAYS_TO_1970 = 25_569;

/**
 * Reads a moment as people and programs write it: year first; or seconds or milliseconds since 1970 (10 or 13 digits); or the
 * days of a spreadsheet cell that has lost its format (`43782.4724653`).
 * @param zone that of a time which names none, like `+08:00`
 * @returns ISO 8601 with its zone, not yet checked to exist; `undefined` for what is no such thing
 */
export function readTime(value: string, zone: string): string | undefined {
  const text = value.trim();
  if (/^(?:\d{10}|\d{13})$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString();
  if (SPREADSHEET_DAY.test(text) && Number(text) >= DAYS_TO_1970) {
    const seconds = Math.round((Number(text) - DAYS_TO_1970) * 86_400);
    return new Date(seconds * 1_000).toISOString().replace(/\.000Z$/, zone);
  }
  const match = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (!match) return undefined;
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0', fraction, own] = match;
  const two = (digits: string) => digits.padStart(2, '0');
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${fraction ? `.${fraction}` : ''}`;
  return `${year}-${two(month)}-${two(day)}T${clock}${(own && zoneOf(own)) || zone}`;
}
