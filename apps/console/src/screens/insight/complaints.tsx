import { useCallback } from 'react';
import type { Got } from '../../api/client';
import { count } from '../../i18n/figures';
import { axis, Chart, pointer, type ChartTable, type Ink } from '../../parts/chart';
import { useUnits } from '../../parts/units';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

type Rate = Got<'/api/v1/insight/complaints'>['rates'][number];
type Texts = ReturnType<typeof useTexts>;

interface Bar {
  readonly name: string;
  readonly rate: Rate;
  readonly to: string;
}

/** Complaints per 10,000 of every unit, most first; a star marks those that are counted on items. */
export function ComplaintsChart({ rates, narrowed }: { rates: readonly Rate[]; narrowed: Narrowed }) {
  const t = useTexts();
  const units = useUnits();
  const bars = rates
    .filter(({ items }) => items > 0)
    .map((rate) => ({
      rate,
      name: `${units.nameOf(rate.unit)}${rate.base === 'items' ? ' *' : ''}`,
      to: narrowed.items({ unit: rate.unit, kind: 'complaint' }),
    }))
    .sort((a, b) => (b.rate.per10000 ?? -1) - (a.rate.per10000 ?? -1));
  const table: ChartTable = {
    head: [
      { label: t('unit') },
      { label: t('per10000'), say: count },
      { label: t('base') },
      { label: t('complaintCount'), say: count },
      { label: t('n'), say: count },
    ],
    rows: bars.map(({ name, rate, to }) => ({
      cells: [name, rate.per10000, t(rate.base), rate.complaints, rate.items],
      to,
    })),
  };
  const draw = useCallback((ink: Ink) => picture({ ink, bars, t }), [bars, t]);
  return (
    <Chart
      title={t('complaints')}
      says={t('saysComplaints')}
      note={t('complaintsNote', {
        n: rates.reduce((sum, { complaints }) => sum + (complaints ?? 0), 0),
        d: narrowed.days,
      })}
      file="huiyin-complaints"
      table={table}
      height={Math.max(220, bars.length * 28 + 40)}
      draw={draw}
    />
  );
}

function picture({ ink, bars, t }: { ink: Ink; bars: readonly Bar[]; t: Texts }) {
  return {
    grid: { left: 8, right: 16, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item',
      ...pointer(ink, (part) => {
        const { name, rate } = bars[(part as { dataIndex: number }).dataIndex]!;
        if (rate.per10000 === null) return `${name} · ${t('few')}`;
        return t('sayRate', { unit: name, rate: rate.per10000, base: t(rate.base), n: rate.complaints ?? 0 });
      }),
    },
    xAxis: { type: 'value', ...axis(ink), axisLabel: { ...axis(ink).axisLabel, hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, ...axis(ink), data: bars.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: ink.working },
        data: bars.map(({ rate, to }) => ({ value: rate.per10000 ?? 0, to })),
      },
    ],
  };
}
