import { useCallback } from 'react';
import type { Got } from '../../api/client';
import { count } from '../../i18n/figures';
import { language } from '../../i18n/i18n';
import { axis, Chart, pointer, type ChartTable, type Ink } from '../../parts/chart';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

type Hour = Got<'/api/v1/insight/arrivals'>['hours'][number];
type Texts = ReturnType<typeof useTexts>;

/** A Monday, from which the names of the days are told. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

function weekdayName(weekday: number): string {
  const format = new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return format.format(MONDAY + (weekday - 1) * DAY_MS);
}

const hourName = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** The last time that it was this hour of this weekday, by the clock of the reader. */
function lastOf({ weekday, hour }: Pick<Hour, 'weekday' | 'hour'>): Date {
  const at = new Date();
  at.setMinutes(0, 0, 0);
  const back = (((at.getDay() + 6) % 7) - (weekday - 1) + 7) % 7;
  at.setDate(at.getDate() - (back === 0 && at.getHours() < hour ? 7 : back));
  at.setHours(hour);
  return at;
}

/** When items come in: seven days of 24 hours. A cell leads to the items of the last such hour. */
export function HoursChart({ hours, narrowed }: { hours: readonly Hour[]; narrowed: Narrowed }) {
  const t = useTexts();
  const leads = useCallback(
    (hour: Hour) => {
      const from = lastOf(hour);
      return narrowed.items({ from: from.toISOString(), to: new Date(from.getTime() + HOUR_MS).toISOString() });
    },
    [narrowed],
  );
  const busiest = hours.reduce((most, one) => ((one.n ?? 0) > (most.n ?? 0) ? one : most), hours[0]!);
  const table: ChartTable = {
    head: [{ label: t('weekday') }, { label: t('hour') }, { label: t('n'), say: count }],
    rows: hours.map((one) => ({ cells: [weekdayName(one.weekday), hourName(one.hour), one.n], to: leads(one) })),
  };
  const draw = useCallback((ink: Ink) => picture({ ink, hours, t, leads }), [hours, t, leads]);
  const n = hours.reduce((sum, one) => sum + (one.n ?? 0), 0);
  return (
    <Chart
      title={t('hours')}
      says={t('saysHours', { day: weekdayName(busiest.weekday), hour: hourName(busiest.hour) })}
      note={t('hoursNote', { n, d: narrowed.days, zone: narrowed.zone })}
      file="huiyin-hours"
      table={table}
      draw={draw}
    />
  );
}

function picture(parts: { ink: Ink; hours: readonly Hour[]; t: Texts; leads: (hour: Hour) => string }) {
  const { ink, hours, t, leads } = parts;
  const line = { ...axis(ink), splitArea: { show: false }, splitLine: { show: false } };
  const cells = hours.map((one) => ({ value: [one.hour, one.weekday - 1, one.n ?? '-'], to: leads(one) }));
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item',
      ...pointer(ink, (part) => {
        const one = hours[(part as { dataIndex: number }).dataIndex]!;
        const when = { day: weekdayName(one.weekday), hour: hourName(one.hour) };
        return one.n === null ? t('sayHourFew', when) : t('sayHour', { ...when, n: one.n });
      }),
    },
    xAxis: { type: 'category', ...line, data: Array.from({ length: 24 }, (_, hour) => String(hour)) },
    yAxis: { type: 'category', inverse: true, ...line, data: [1, 2, 3, 4, 5, 6, 7].map(weekdayName) },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(...hours.map(({ n }) => n ?? 0), 1),
      inRange: { color: [ink.paper, ink.tint, ink.waiting, ink.working] },
    },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: ink.line, borderWidth: 1 } }],
  };
}
