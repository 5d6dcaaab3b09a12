import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input, Select } from 'antd';
import { ask, huiyin, type Got } from '../../../api/client';
import { useMay } from '../../../app/session';
import { moment } from '../../../i18n/figures';
import { useActors } from '../../../parts/actors';
import { Page } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { useUrlState } from '../../../parts/url-state';
import { Answered, Grid } from '../grid';
import { useTexts as useSharedTexts } from '../texts';
import { ACTIONS, useActions, useTexts, type Action, type AuditQuery } from './texts';

const AUDIT = '/api/v1/audit';
const PAGE = 100;
const KEYS = ['actor', 'action', 'subject', 'from', 'to'] as const;
type Narrowed = Partial<Record<(typeof KEYS)[number], string | undefined>>;
type Entry = Got<typeof AUDIT>['items'][number];

/** Who did what, the newest first; narrowed by what stands in the address. */
export default function Audit() {
  const t = useTexts();
  const shared = useSharedTexts();
  const [now, change] = useUrlState(KEYS);
  const list = useInfiniteQuery({
    queryKey: [AUDIT, now],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      huiyin.get(AUDIT, { query: { ...queryOf(now), ...(pageParam && { cursor: pageParam }) }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <Filters now={now} change={change} />
      <Answered of={list} rows={12}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <Empty title={t('none')} hint={t('noneHint')} /> : <Table entries={items} />;
        }}
      </Answered>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {shared('more')}
        </Button>
      )}
    </Page>
  );
}

/** A day from its beginning to its end, in the zone of the reader. */
function queryOf({ actor, action, subject, from, to }: Narrowed): AuditQuery {
  const start = (day: string, days = 0) => {
    const date = new Date(`${day}T00:00`);
    date.setDate(date.getDate() + days);
    return date.toISOString();
  };
  return {
    limit: PAGE,
    ...(actor && { actor }),
    ...(action && { action: action as Action }),
    ...(subject && { subject }),
    ...(from && { from: start(from) }),
    ...(to && { to: start(to, 1) }),
  };
}

function Filters({ now, change }: { now: Narrowed; change: (changed: Narrowed) => void }) {
  const t = useTexts();
  const actions = useActions();
  const may = useMay();
  const { data: people } = useQuery({ ...ask('/api/v1/people'), enabled: may('people:write') });
  const actors = people?.items.map(({ id, displayName }) => ({ value: `person:${id}`, label: displayName })) ?? [];
  const clear = () => change(Object.fromEntries(KEYS.map((key) => [key, undefined])));
  return (
    <div className="filters">
      <AutoComplete
        className="filter-wide"
        aria-label={t('actor')}
        placeholder={t('actorHint')}
        allowClear
        defaultValue={now.actor ?? ''}
        key={`actor ${now.actor}`}
        options={[...actors, { value: 'system', label: 'system' }]}
        showSearch={{ filterOption: (typed, option) => `${option?.label} ${option?.value}`.includes(typed) }}
        onSelect={(actor: string) => change({ actor })}
        onClear={() => change({ actor: undefined })}
        onBlur={(event) => change({ actor: (event.target as HTMLInputElement).value?.trim() || undefined })}
      />
      <Select<Action>
        className="filter-wide"
        aria-label={t('what')}
        placeholder={t('action')}
        allowClear
        value={(now.action as Action | undefined) ?? null}
        options={ACTIONS.map((value) => ({ value, label: actions(value) }))}
        onChange={(action: Action | undefined) => change({ action: action || undefined })}
      />
      <Input
        className="filter-wide"
        aria-label={t('subject')}
        placeholder={t('subjectHint')}
        allowClear
        defaultValue={now.subject ?? ''}
        key={`subject ${now.subject}`}
        onPressEnter={({ currentTarget }) => change({ subject: currentTarget.value.trim() || undefined })}
        onBlur={({ target }) => change({ subject: target.value.trim() || undefined })}
      />
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="date"
          className="filter"
          aria-label={t(end)}
          title={t(end)}
          value={now[end] ?? ''}
          onChange={({ target }) => change({ [end]: target.value || undefined })}
        />
      ))}
      {KEYS.some((key) => now[key]) && <Button onClick={clear}>{t('clear')}</Button>}
    </div>
  );
}

function Table({ entries }: { entries: readonly Entry[] }) {
  const t = useTexts();
  const actions = useActions();
  const actors = useActors(entries.map(({ actor }) => actor));
  return (
    <Grid
      label={t('title')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { title: t('at'), cell: ({ at }) => <time dateTime={at}>{moment(at)}</time> },
        { title: t('actor'), cell: ({ actor }) => <span title={actor}>{actors(actor)}</span> },
        { title: t('what'), cell: ({ action }) => actions(action) },
        { title: t('subject'), cell: ({ subject }) => <span className="code small">{subject}</span> },
        { title: t('details'), wide: true, cell: ({ details }) => <Details of={details} /> },
        { title: t('seq'), figures: true, cell: ({ seq }) => seq ?? '–' },
      ]}
    />
  );
}

/** Ids, counts and reasons: never personal data. */
function Details({ of: details }: { of: Entry['details'] }) {
  const told = Object.entries(details);
  return (
    <span className="small faint">
      {told.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ')}
    </span>
  );
}
