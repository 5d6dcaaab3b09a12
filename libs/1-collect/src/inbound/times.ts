/** What may stand in `time` of a rule. */
export const TIME_FORMS = /^(epoch-seconds|epoch-milliseconds|[+-](0\d|1[0-4]):[0-5]\d|Z)$/;

const TIME =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A time as other systems write it (`2026-11-22 08:00:00`, `2026/11/22`, `2026-11-22T08:00:00.000+0000`, a number) as ISO 8601 with
 * a zone; null when it is none. Whether there is such a day is for the check of the piece to say.
 * @param form the zone of those that have none, or what a number counts
 */
export function timeOf(value: unknown, form: string): string | null {
  if (form.startsWith('epoch')) return epoch(Number(value), form === 'epoch-seconds' ? 1_000 : 1);
  const [, year, month = '', day = '', hour = '0', minute = '00', second = '00', fraction = '', zone = form] =
    TIME.exec(String(value).trim()) ?? [];
  if (year === undefined) return null;
  const colon = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}${fraction}${colon}`;
}

function epoch(number: number, unitMs: number): string | null {
  const ms = number * unitMs;
  return Number.isFinite(ms) && ms >= 0 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : null;
}
