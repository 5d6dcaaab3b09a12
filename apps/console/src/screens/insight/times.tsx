import { STAGES, type Stage } from '@huiyin/loop';
import { Select } from 'antd';
import { useCallback } from 'react';
import type { Got } from '../../api/client';
import { count, duration } from '../../i18n/figures';
import { axis, Chart, pointer, type ChartTable, type Ink } from '../../parts/chart';
import { stageName } from '../../parts/names';
import { useUnits } from '../../parts/units';
import type { Narrowed } from './narrowed';
import { useTexts } from './texts';

type UnitTimes = Got<'/api/v1/insight/times'>['times'][number];
type StageTimes = UnitTimes['stages'][number];

interface Bar {
  readonly name: string;
  readonly times: StageTimes;
  readonly to: string;
}

/** Waiting and working of every stage. */
export function StageTimesChart({ times, narrowed }: { times: readonly UnitTimes[]; narrowed: Narrowed }) {
  const t = useTexts();
  const all = times.find(({ unit }) => unit === null)?.stages ?? [];
  const bars = all.map((one) => ({
    name: stageName(one.stage),
    times: one,
    to: narrowed.items({ stage: one.stage }),
  }));
  const longest = bars.reduce((most, bar) => (whole(bar) > whole(most) ? bar : most), bars[0]!);
  return (
    <TimesChart
      bars={bars}
      title={t('stages')}
      says={t('saysStages', { stage: longest.name })}
      file="huiyin-stages"
      head={t('stage')}
      days={narrowed.days}
    />
  );
}

/** Waiting and working of every unit in one stage. */
export function UnitTimesChart(props: {
  times: readonly UnitTimes[];
  narrowed: Narrowed;
  stage: Stage;
  onStage: (stage: Stage) => void;
}) {
  const { times, narrowed, stage, onStage } = props;
  const t = useTexts();
  const units = useUnits();
  const bars = times
    .filter(({ unit }) => unit !== null)
    .map(({ unit, stages }) => ({
      name: units.nameOf(unit),
      times: stages.find((one) => one.stage === stage)!,
      to: narrowed.items({ unit: unit! }),
    }))
    .filter((bar) => bar.times.n > 0)
    .sort((a, b) => whole(b) - whole(a));
  return (
    <TimesChart
      bars={bars}
      title={t('units', { stage: stageName(stage) })}
      says={t('saysUnits', { stage: stageName(stage) })}
      file={`huiyin-units-${stage}`}
      head={t('unit')}
      days={narrowed.days}
      extra={
        <Select<Stage>
          size="small"
          className="filter"
          aria-label={t('stageChoice')}
          value={stage}
          options={STAGES.map((one) => ({ value: one, label: stageName(one) }))}
          onChange={onStage}
        />
      }
    />
  );
}

const whole = ({ times }: Bar) => (times.waiting.p50 ?? 0) + (times.working.p50 ?? 0);

function TimesChart(props: {
  bars: readonly Bar[];
  title: string;
  says: string;
  file: string;
  head: string;
  days: number;
  extra?: React.ReactNode;
}) {
  const { bars, title, says, file, head, days, extra } = props;
  const t = useTexts();
  const seconds = (kind: 'waiting' | 'working', part: 'p50' | 'p90') => ({
    label: t(part, { what: t(kind) }),
    say: duration,
  });
  const table: ChartTable = {
    head: [
      { label: head },
      { label: t('n'), say: count },
      ...(['waiting', 'working'] as const).flatMap((kind) => [seconds(kind, 'p50'), seconds(kind, 'p90')]),
    ],
    rows: bars.map(({ name, times: { n, waiting, working }, to }) => ({
      cells: [name, n, waiting.p50, waiting.p90, working.p50, working.p90],
      to,
    })),
  };
  const draw = useCallback((ink: Ink) => picture({ ink, bars, t }), [bars, t]);
  const n = bars.reduce((sum, bar) => sum + bar.times.n, 0);
  const note = t('behind', { n, d: days });
  const height = Math.max(220, bars.length * 28 + 60);
  return <Chart {...{ title, says, file, table, draw, note, height, extra }} />;
}

function picture({ ink, bars, t }: { ink: Ink; bars: readonly Bar[]; t: ReturnType<typeof useTexts> }) {
  const series = (kind: 'waiting' | 'working') => ({
    type: 'bar',
    stack: 'time',
    name: t(kind),
    barMaxWidth: 18,
    itemStyle: { color: ink[kind] },
    emphasis: { focus: 'none' },
    data: bars.map(({ times, to }) => ({ value: times[kind].p50 ?? 0, to })),
  });
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink.ink }, itemWidth: 12, itemHeight: 12 },
    tooltip: {
      trigger: 'item',
      ...pointer(ink, (part) => {
        const { name, times } = bars[(part as { dataIndex: number }).dataIndex]!;
        const said = (kind: 'waiting' | 'working') => duration(times[kind].p50 ?? 0);
        return `${t('sayTimes', { name, waiting: said('waiting'), working: said('working') })} · n = ${count(times.n)}`;
      }),
    },
    xAxis: {
      type: 'value',
      ...axis(ink),
      axisLabel: { ...axis(ink).axisLabel, hideOverlap: true, formatter: duration },
    },
    yAxis: { type: 'category', inverse: true, ...axis(ink), data: bars.map(({ name }) => name) },
    series: [series('waiting'), series('working')],
  };
}
