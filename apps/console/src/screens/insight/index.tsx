import { useQuery } from '@tanstack/react-query';
import { STAGES, type Stage } from '@huiyin/loop';
import type { ReactNode } from 'react';
import { ask } from '../../api/client';
import { KindFilter, PeriodFilter, ProductFilter, UnitFilter } from '../../parts/filters';
import { Page } from '../../parts/page';
import { Bones, Empty, Trouble } from '../../parts/states';
import { ComplaintsChart } from './complaints';
import { OtherFigures, Promises, ThreeFigures } from './figures';
import { FlowChart } from './flow';
import { HoursChart } from './hours';
import './insight.css';
import { useNarrowed, type Narrowed } from './narrowed';
import { SatisfactionChart } from './satisfaction';
import { useTexts } from './texts';
import { StageTimesChart, UnitTimesChart } from './times';

/** Are we keeping our promises? A sentence, three figures with their change, and the pictures behind them. */
export function Component() {
  const t = useTexts();
  const { now, change, narrowed } = useNarrowed();
  const summary = useQuery(ask('/api/v1/insight/summary', { query: narrowed.query }));
  const before = useQuery({ ...ask('/api/v1/insight/summary', { query: narrowed.before }), staleTime: Infinity });
  const figures = summary.data;
  return (
    <Page
      title={t('title')}
      sentence={figures && <Promises now={figures} days={narrowed.days} />}
      actions={
        <>
          <UnitFilter value={now.unit} onChange={(unit) => change({ unit })} />
          <KindFilter value={now.kind} onChange={(kind) => change({ kind })} />
          <ProductFilter value={now.product} onChange={(product) => change({ product })} />
          <PeriodFilter value={now.days} onChange={(days) => change({ days: days ?? '7' })} />
        </>
      }
    >
      {summary.error && <Trouble error={summary.error} onRetry={() => void summary.refetch()} />}
      {!figures && !summary.error && <Bones rows={1} height={170} />}
      {figures && <ThreeFigures now={figures} before={before.data} narrowed={narrowed} />}
      {figures && <OtherFigures now={figures} narrowed={narrowed} />}
      <Pictures narrowed={narrowed} stage={stageOf(now.stage)} onStage={(stage) => change({ stage })} />
    </Page>
  );
}

function stageOf(named: string | undefined): Stage {
  return STAGES.find((stage) => stage === named) ?? 'resolve';
}

function Pictures(props: { narrowed: Narrowed; stage: Stage; onStage: (stage: Stage) => void }) {
  const { narrowed, stage, onStage } = props;
  const { query, zone } = narrowed;
  const times = useQuery(ask('/api/v1/insight/times', { query }));
  const flow = useQuery(ask('/api/v1/insight/flow', { query }));
  const said = useQuery(ask('/api/v1/insight/satisfaction', { query: { ...query, zone, by: 'week' } }));
  const arrivals = useQuery(ask('/api/v1/insight/arrivals', { query: { ...query, zone } }));
  const complaints = useQuery(ask('/api/v1/insight/complaints', { query }));
  return (
    <div className="pictures">
      <Awaited of={times}>
        {({ times: all }) => (
          <>
            <StageTimesChart times={all} narrowed={narrowed} />
            <UnitTimesChart times={all} narrowed={narrowed} stage={stage} onStage={onStage} />
          </>
        )}
      </Awaited>
      <div className="picture-wide">
        <Awaited of={flow}>{({ links }) => <FlowChart links={links} narrowed={narrowed} />}</Awaited>
      </div>
      <Awaited of={said}>{({ series }) => <SatisfactionChart series={series} narrowed={narrowed} />}</Awaited>
      <Awaited of={arrivals}>{({ hours }) => <HoursChart hours={hours} narrowed={narrowed} />}</Awaited>
      <Awaited of={complaints}>{({ rates }) => <ComplaintsChart rates={rates} narrowed={narrowed} />}</Awaited>
    </div>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** A picture once its figures are there; until then a place as high as it will be. */
function Awaited<T>({ of, children }: { of: Asked<T>; children: (data: T) => ReactNode }) {
  const t = useTexts();
  if (of.error) return <Trouble error={of.error} onRetry={() => void of.refetch()} />;
  if (!of.data) return <Bones rows={1} height={380} />;
  const lists = Object.values(of.data).filter(Array.isArray);
  if (lists.some((list) => list.length === 0)) return <Empty title={t('nothing')} hint={t('nothingHint')} />;
  return children(of.data);
}
