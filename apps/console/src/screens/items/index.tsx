import { STAGES, STATES, type Kind, type Stage, type State } from '@huiyin/loop';
import { Button, Input, Select } from 'antd';
import { texts } from '../../i18n/texts';
import { KindFilter, ProductFilter, UnitFilter } from '../../parts/filters';
import { ItemRows, type ItemQuery } from '../../parts/item-rows';
import { stageName, useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { useUrlState } from '../../parts/url-state';

const useTexts = texts('items', {
  zh: {
    title: '全部反馈',
    search: '查找原话',
    stage: '全部环节',
    state: '全部状态',
    sort: '排序',
    newest: '最新在前',
    limit: '最先到期在前',
    clear: '清除筛选',
  },
  en: {
    title: 'All feedback',
    search: 'Search the words',
    stage: 'All stages',
    state: 'All states',
    sort: 'Sort',
    newest: 'Newest first',
    limit: 'What runs out first',
    clear: 'Clear the filters',
  },
});

const KEYS = ['q', 'stage', 'state', 'kind', 'unit', 'product', 'category', 'cluster', 'from', 'to', 'sort'] as const;

/** Every item that one may see, narrowed by what stands in the address. */
export function Component() {
  const t = useTexts();
  const names = useNames();
  const [now, change] = useUrlState(KEYS);
  const narrowed = KEYS.some((key) => now[key]);
  const clear = () => change(Object.fromEntries(KEYS.map((key) => [key, undefined])));
  return (
    <Page title={t('title')}>
      <div className="filters">
        <Input.Search
          className="filter"
          placeholder={t('search')}
          aria-label={t('search')}
          defaultValue={now.q ?? ''}
          key={now.q ?? ''}
          allowClear
          onSearch={(q) => change({ q: q.trim() || undefined })}
        />
        <Select
          className="filter"
          aria-label={t('stage')}
          placeholder={t('stage')}
          value={(now.stage as Stage | undefined) ?? null}
          allowClear
          options={STAGES.map((stage) => ({ value: stage, label: stageName(stage) }))}
          onChange={(stage: Stage | undefined) => change({ stage })}
        />
        <Select
          className="filter"
          aria-label={t('state')}
          placeholder={t('state')}
          value={(now.state as State | undefined) ?? null}
          allowClear
          options={STATES.map((state) => ({ value: state, label: names.state(state) }))}
          onChange={(state: State | undefined) => change({ state })}
        />
        <KindFilter value={now.kind} onChange={(kind) => change({ kind })} />
        <UnitFilter value={now.unit} onChange={(unit) => change({ unit })} />
        <ProductFilter value={now.product} onChange={(product) => change({ product })} />
        <Select
          className="filter"
          aria-label={t('sort')}
          value={now.sort ?? 'newest'}
          options={(['newest', 'limit'] as const).map((sort) => ({ value: sort, label: t(sort) }))}
          onChange={(sort) => change({ sort: sort === 'newest' ? undefined : sort })}
        />
        {narrowed && <Button onClick={clear}>{t('clear')}</Button>}
      </div>
      <ItemRows query={queryOf(now)} />
    </Page>
  );
}

function queryOf(now: Partial<Record<(typeof KEYS)[number], string>>): ItemQuery {
  return { ...now, kind: now.kind as Kind, stage: now.stage as Stage, state: now.state as State } as ItemQuery;
}
