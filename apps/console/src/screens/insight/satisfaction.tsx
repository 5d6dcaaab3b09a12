import { useCallback } from 'react';
import type { Got } from '../../api/client';
import { count, day, share } from '../../i18n/figures';
import { axis, Chart, pointer, type ChartTable, type Ink } from '../../parts/chart';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

type Week = Got<'/api/v1/insight/satisfaction'>['series'][number];
type Texts = ReturnType<typeof useTexts>;

const DAY_MS = 86_400_000;

/** A day without a zone is that day everywhere. */
const dayOf = (week: Week) => day(`${week.day}T12:00:00`);
const said = (value: number | null) => (value === null ? '–' : share(value));

/** Share solved and share of 10s, week by week, over how many answered. */
export function SatisfactionChart({ series, narrowed }: { series: readonly Week[]; narrowed: Narrowed }) {
  const t = useTexts();
  const leads = useCallback(
    (week: Week) => {
      const from = new Date(`${week.day}T00:00:00`);
      const to = new Date(from.getTime() + 7 * DAY_MS);
      return narrowed.items({ stage: 'recollect', from: from.toISOString(), to: to.toISOString() });
    },
    [narrowed],
  );
  const table: ChartTable = {
    head: [
      { label: t('week') },
      { label: t('solvedLine'), say: share },
      { label: t('tensLine'), say: share },
      { label: 'NPS', say: count },
      { label: t('answers'), say: count },
      { label: t('response'), say: share },
    ],
    rows: series.map((week) => ({
      cells: [week.day, week.solved.value, week.tens.value, week.nps.value, week.solved.n, week.response.value],
      to: leads(week),
    })),
  };
  const draw = useCallback((ink: Ink) => picture({ ink, series, t, leads }), [series, t, leads]);
  const n = series.reduce((sum, { solved }) => sum + solved.n, 0);
  return (
    <Chart
      title={t('satisfaction')}
      says={t('saysSatisfaction')}
      note={t('satisfactionNote', { n, d: narrowed.days, zone: narrowed.zone })}
      file="huiyin-satisfaction"
      table={table}
      draw={draw}
    />
  );
}

function picture(parts: { ink: Ink; series: readonly Week[]; t: Texts; leads: (week: Week) => string }) {
  const { ink, series, t, leads } = parts;
  const line = (name: string, color: string, value: (week: Week) => number | null) => ({
    type: 'line',
    name,
    yAxisIndex: 0,
    symbolSize: 9,
    connectNulls: false,
    lineStyle: { color, width: 2 },
    itemStyle: { color },
    data: series.map((week) => ({ value: value(week), to: leads(week) })),
  });
  const answers = series.map((week) => ({ value: week.solved.n, to: leads(week) }));
  return {
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink.ink } },
    tooltip: {
      trigger: 'axis',
      ...pointer(ink, (part) => {
        const { dataIndex } = (part as { dataIndex: number }[])[0]!;
        const week = series[dataIndex]!;
        const { solved, tens } = week;
        return t('sayWeek', { day: dayOf(week), solved: said(solved.value), tens: said(tens.value), n: solved.n });
      }),
    },
    xAxis: { type: 'category', ...axis(ink), data: series.map(dayOf) },
    yAxis: [
      { type: 'value', min: 0, max: 1, ...axis(ink), axisLabel: { ...axis(ink).axisLabel, formatter: share } },
      { type: 'value', ...axis(ink), splitLine: { show: false } },
    ],
    series: [
      {
        type: 'bar',
        name: t('answers'),
        yAxisIndex: 1,
        barMaxWidth: 24,
        itemStyle: { color: ink.tint },
        data: answers,
      },
      line(t('solvedLine'), ink.helped, ({ solved }) => solved.value),
      line(t('tensLine'), ink.brand, ({ tens }) => tens.value),
    ],
  };
}
