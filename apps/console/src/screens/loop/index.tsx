import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Kind } from '@huiyin/loop';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { duration, share } from '../../i18n/figures';
import { KindFilter, PeriodFilter, ProductFilter, UnitFilter } from '../../parts/filters';
import { stageName } from '../../parts/names';
import { Page } from '../../parts/page';
import { Bones, Empty, Trouble } from '../../parts/states';
import { useUrlState } from '../../parts/url-state';
import './loop.css';
import { StageStrip } from './strip';
import { useTexts } from './texts';
import { worst, type Figures } from './worst';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Where is it stuck? The six stages, how many are there, and how long it takes them. */
export function Component() {
  const t = useTexts();
  const [now, change] = useUrlState(['unit', 'kind', 'product', 'days'] as const);
  const days = Number(now.days ?? 7);
  const { present, past } = usePeriods(days);
  const narrowed = {
    ...(now.unit && { unit: now.unit }),
    ...(now.kind && { kind: now.kind as Kind }),
    ...(now.product && { product: now.product }),
  };
  const current = useQuery({
    ...ask('/api/v1/loop/stages', { query: { ...narrowed, from: present.from } }),
    placeholderData: (before) => before,
    refetchInterval: MINUTE_MS,
  });
  const before = useQuery({ ...ask('/api/v1/loop/stages', { query: { ...narrowed, ...past } }), staleTime: Infinity });
  const stages = current.data;
  const wide = Object.keys(narrowed).length === 0;
  const unused = wide && stages?.every(({ here, entered }) => here === 0 && entered === 0);

  return (
    <Page
      title={t('title')}
      sentence={stages && !unused && <Sentence now={stages} before={before.data ?? []} />}
      actions={
        <>
          <UnitFilter value={now.unit} onChange={(unit) => change({ unit })} />
          <KindFilter value={now.kind} onChange={(kind) => change({ kind })} />
          <ProductFilter value={now.product} onChange={(product) => change({ product })} />
          <PeriodFilter value={now.days} onChange={(chosen) => change({ days: chosen })} />
        </>
      }
    >
      {current.error && <Trouble error={current.error} onRetry={() => void current.refetch()} />}
      {!stages && !current.error && <Bones rows={1} height={300} />}
      {unused && <FirstSteps />}
      {stages && !unused && (
        <>
          <StageStrip now={stages} before={before.data ?? []} narrowed={narrowed} />
          <p className="faint small">{t('period', { count: days })}</p>
        </>
      )}
    </Page>
  );
}

/** This period and the one before it, fixed for as long as the screen stands, so that asking again asks the same. */
function usePeriods(days: number) {
  const [opened] = useState(() => Date.now());
  return useMemo(() => {
    const minute = Math.floor(opened / MINUTE_MS) * MINUTE_MS;
    const back = (periods: number) => new Date(minute - periods * days * DAY_MS).toISOString();
    return { present: { from: back(1) }, past: { from: back(2), to: back(1) } };
  }, [opened, days]);
}

function Sentence({ now, before }: { now: readonly Figures[]; before: readonly Figures[] }) {
  const t = useTexts();
  const found = worst(now, before);
  if (!found) return t('calm', { here: now.reduce((sum, { here }) => sum + here, 0) });
  const { stage, figures } = found;
  return t(found.why, {
    stage: stageName(stage),
    here: figures.here,
    overdue: figures.overdue,
    parked: figures.parked,
    oldest: duration(figures.oldestSeconds ?? 0),
    median: duration(figures.inStage.p50 ?? 0),
    share: share(found.why === 'slower' ? found.slower : 0),
  });
}

function FirstSteps() {
  const t = useTexts();
  return (
    <Empty
      title={t('emptyTitle')}
      hint={t('emptyHint')}
      action={
        <div className="page-actions">
          <Link to="/log">
            <Button type="primary">{t('emptyLog')}</Button>
          </Link>
          <Link to="/settings/imports">
            <Button>{t('emptyImport')}</Button>
          </Link>
          <Link to="/settings/keys">
            <Button>{t('emptyKeys')}</Button>
          </Link>
        </div>
      }
    />
  );
}
