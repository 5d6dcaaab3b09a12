import { Button, Input, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useShortcuts } from '../../app/keys';
import { useCategories } from '../../parts/categories';
import type { ClusterRow } from '../../parts/cluster-edits';
import { useGrowth } from '../../parts/growth';
import { useNames, type ClusterStatus } from '../../parts/names';
import { Page } from '../../parts/page';
import { Bones, Empty, Trouble } from '../../parts/states';
import { useUrlState } from '../../parts/url-state';
import './clusters.css';
import { useClusters, type ClusterQuery } from './data';
import { ClusterList } from './list';
import { Suggestions, SuggestionsButton } from './suggestions';
import { useTexts } from './texts';

const STATUSES: readonly ClusterStatus[] = ['open', 'planned', 'in-progress', 'done', 'declined', 'dismissed'];
const SORTS = ['impact', 'growth', 'size', 'newest'] as const;
const KEYS = ['q', 'status', 'category', 'sort', 'suggestions'] as const;
type State = Partial<Record<(typeof KEYS)[number], string | undefined>>;

/** What do customers want most? Sentences, how many people each, rising or falling. */
export function Component() {
  const t = useTexts();
  const [now, change] = useUrlState(KEYS);
  const list = useClusters(queryOf(now));
  const { clusters, error, isPending, refetch } = list;
  const advised = now.suggestions !== undefined;
  const narrowed = Boolean(now.q ?? now.status ?? now.category);
  const first = narrowed || (now.sort ?? 'impact') !== 'impact' ? undefined : clusters[0];
  return (
    <Page
      title={t('title')}
      sentence={first && <Sentence cluster={first} />}
      actions={<SuggestionsButton open={advised} onOpen={(open) => change({ suggestions: open ? '1' : undefined })} />}
    >
      <Filters now={now} change={change} narrowed={narrowed} />
      {advised && <Suggestions />}
      {error && clusters.length === 0 && <Trouble error={error} onRetry={() => void refetch()} />}
      {isPending && <Bones rows={12} />}
      {!isPending && !error && clusters.length === 0 && <Nothing narrowed={narrowed} />}
      {clusters.length > 0 && <ClusterList list={list} />}
    </Page>
  );
}

function queryOf({ q, status, category, sort }: State): ClusterQuery {
  return {
    ...(q && { q }),
    ...(status && { status: status as ClusterStatus }),
    ...(category && { category }),
    ...(sort && { sort: sort as (typeof SORTS)[number] }),
  };
}

function Sentence({ cluster: { id, name, customers, growth } }: { cluster: ClusterRow }) {
  const t = useTexts();
  const change = useGrowth()(growth).said;
  return <Link to={`/clusters/${id}`}>{t('top', { name, people: customers, change })}</Link>;
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const t = useTexts();
  if (narrowed) return <Empty title={t('none')} hint={t('noneHint')} />;
  const action = (
    <Link to="/settings/imports">
      <Button type="primary">{t('import')}</Button>
    </Link>
  );
  return <Empty title={t('empty')} hint={t('emptyHint')} action={action} />;
}

function Filters(props: { now: State; change: (changed: State) => void; narrowed: boolean }) {
  const { now, change, narrowed } = props;
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  const input = useRef<InputRef>(null);
  useShortcuts([{ keys: '/', says: t('find'), run: () => input.current?.focus({ cursor: 'all' }) }]);
  return (
    <div className="filters">
      <Input.Search
        ref={input}
        className="filter-wide"
        placeholder={t('search')}
        aria-label={t('search')}
        defaultValue={now.q ?? ''}
        key={now.q ?? ''}
        allowClear
        onSearch={(q) => change({ q: q.trim() || undefined })}
      />
      <Select
        className="filter-wide"
        aria-label={t('sort')}
        value={now.sort ?? 'impact'}
        options={SORTS.map((sort) => ({ value: sort, label: t(sort) }))}
        onChange={(sort: string) => change({ sort: sort === 'impact' ? undefined : sort })}
      />
      <Select
        className="filter-wide"
        aria-label={t('status')}
        placeholder={t('status')}
        value={(now.status as ClusterStatus | undefined) ?? null}
        allowClear
        options={STATUSES.map((status) => ({ value: status, label: names.clusterStatus(status) }))}
        onChange={(status: ClusterStatus | undefined) => change({ status })}
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
      {narrowed && (
        <Button onClick={() => change({ q: undefined, status: undefined, category: undefined })}>{t('clear')}</Button>
      )}
    </div>
  );
}
