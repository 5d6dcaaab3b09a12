import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { useCategories } from '../../parts/categories';
import { Page } from '../../parts/page';
import { Bones, Empty, Trouble } from '../../parts/states';
import { useUrlState } from '../../parts/url-state';
import { Burst, useBurstName, useUsual, type HotIssue } from './burst';
import './hot.css';
import { useTexts } from './texts';

const MINUTE_MS = 60_000;

/** What just started? Each issue against its own normal band, as it happens. */
export function Component() {
  const t = useTexts();
  const [now, change] = useUrlState(['region', 'category'] as const);
  const { data, error, refetch } = useQuery({ ...ask('/api/v1/bursts'), refetchInterval: MINUTE_MS });
  const all = data?.items ?? [];
  const shown = all.filter((one) => fits(one, now));
  const [lasting, over] = [shown.filter(({ active }) => active), shown.filter(({ active }) => !active)];
  return (
    <Page
      title={t('title')}
      sentence={data && (lasting.length > 0 || over.length > 0) && <Sentence lasting={lasting} />}
      actions={<Filters all={all} now={now} change={change} />}
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Bones rows={3} height={200} />}
      {data && shown.length === 0 && <Nothing narrowed={all.length > 0} />}
      <div className="bursts">
        {lasting.map((burst) => (
          <Burst key={burst.id} burst={burst} />
        ))}
      </div>
      {over.length > 0 && (
        <>
          <h2>{t('ended')}</h2>
          <div className="bursts">
            {over.map((burst) => (
              <Burst key={burst.id} burst={burst} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

type Narrowed = Partial<Record<'region' | 'category', string | undefined>>;

function fits({ region, category, cluster }: HotIssue, now: Narrowed): boolean {
  if (now.region && region !== now.region) return false;
  if (!now.category) return true;
  return (category ?? cluster?.category)?.split('.')[0] === now.category;
}

function Sentence({ lasting }: { lasting: readonly HotIssue[] }) {
  const t = useTexts();
  const nameOf = useBurstName();
  const usual = useUsual();
  const first = lasting[0];
  if (!first) return t('calm');
  const { windowHours: hours, seen, expected } = first;
  return t('now', {
    count: lasting.length,
    name: nameOf(first),
    hours,
    seen,
    usual: usual(expected),
  });
}

function Filters(props: { all: readonly HotIssue[]; now: Narrowed; change: (changed: Narrowed) => void }) {
  const { all, now, change } = props;
  const t = useTexts();
  const categories = useCategories();
  const regions = [...new Set([...all.flatMap(({ region }) => region ?? []), ...(now.region ? [now.region] : [])])];
  return (
    <>
      <Select
        className="filter"
        aria-label={t('region')}
        placeholder={t('region')}
        value={now.region ?? null}
        allowClear
        options={regions.toSorted().map((region) => ({ value: region, label: region }))}
        onChange={(region: string | undefined) => change({ region })}
      />
      <Select
        className="filter-wide"
        aria-label={t('category')}
        placeholder={t('category')}
        value={now.category ?? null}
        allowClear
        options={categories.tree.map(({ value, title }) => ({ value, label: title }))}
        onChange={(category: string | undefined) => change({ category })}
      />
    </>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const t = useTexts();
  if (narrowed) return <Empty title={t('none')} hint={t('noneHint')} />;
  const action = (
    <Link to="/clusters">
      <Button>{t('clusters')}</Button>
    </Link>
  );
  return <Empty title={t('empty')} hint={t('emptyHint')} action={action} />;
}
