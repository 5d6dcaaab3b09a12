import { Button } from 'antd';
import type { Kind } from '@huiyin/loop';
import { useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { huiyin } from '../../api/client';
import { useShortcuts } from '../../app/keys';
import { useMay, useMe } from '../../app/session';
import { duration } from '../../i18n/figures';
import { KindFilter, UnitFilter } from '../../parts/filters';
import { useDoing, type ActedOn } from '../../parts/item-acts/doing';
import { AskDialog, HandOverDialog } from '../../parts/item-acts/hand-over';
import { ResolveDialog } from '../../parts/item-acts/resolve';
import { useItems, type ItemRow } from '../../parts/item-rows';
import { useNow } from '../../parts/now';
import { Page } from '../../parts/page';
import { Bones, Empty, Trouble } from '../../parts/states';
import { urgencyOf } from '../../parts/time';
import { useUrlState } from '../../parts/url-state';
import { Questions } from './questions';
import './queue.css';
import { QueueRows } from './rows';
import { useSelection, type Selection } from './selection';
import { useTexts } from './texts';

type Act = 'resolve' | 'handOver' | 'ask';

/** What runs out first? What waits for people of one's units, and everything that can be done about it. */
export function Component() {
  const t = useTexts();
  const [now, change] = useUrlState(['unit', 'kind'] as const);
  const unit = useOwnUnit(now.unit);
  const query = { stage: 'resolve', state: 'waiting', sort: 'limit', ...(unit && { unit }), ...(now.kind && { kind: now.kind as Kind }) } as const; // prettier-ignore
  const { items, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useItems(query);
  const selection = useSelection(items);
  const [act, setAct] = useState<{ act: Act; on: readonly ActedOn[] }>();
  const meant = meantBy(selection, items);
  const begin = useActs(meant, items, selection, (name) => meant.length > 0 && setAct({ act: name, on: meant }));
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const on = (name: Act) => (act?.act === name ? act.on : []);
  const close = () => setAct(undefined);
  return (
    <Page
      title={t('title')}
      sentence={items.length > 0 && <Sentence items={items} more={Boolean(hasNextPage)} />}
      actions={
        <>
          <UnitFilter value={now.unit} onChange={(chosen) => change({ unit: chosen })} />
          <KindFilter value={now.kind} onChange={(kind) => change({ kind })} />
        </>
      }
    >
      <Questions />
      {error && items.length === 0 && <Trouble error={error} onRetry={() => void refetch()} />}
      {isPending && <Bones rows={12} />}
      {!isPending && !error && items.length === 0 && (
        <Empty title={t('empty')} hint={t('emptyHint')} action={<Link to="/feedback">{t('toAll')}</Link>} />
      )}
      {items.length > 0 && (
        <>
          <Actions selection={selection} begin={begin} />
          <QueueRows items={items} selection={selection} onEnd={onEnd} />
        </>
      )}
      <ResolveDialog items={on('resolve')} onClose={close} onDone={selection.clear} />
      <HandOverDialog items={on('handOver')} onClose={close} onDone={selection.clear} />
      <AskDialog items={on('ask')} onClose={close} />
    </Page>
  );
}

/** The unit whose queue is shown: chosen, or one's own where there is just one. */
function useOwnUnit(chosen: string | undefined): string | undefined {
  const { units } = useMe();
  return chosen ?? (units.length === 1 ? units[0] : undefined);
}

/** What an act is about: what was selected, else the row that the keyboard is at. */
function meantBy({ at, ids }: Selection, items: readonly ItemRow[]): readonly ItemRow[] {
  const marked = items[at];
  if (ids.size > 0) return items.filter(({ id }) => ids.has(id));
  return marked ? [marked] : [];
}

type Begin = Readonly<Record<Act | 'take', () => void>>;

/** The acts, with their keys. */
function useActs(
  meant: readonly ItemRow[],
  items: readonly ItemRow[],
  selection: Selection,
  open: (act: Act) => void,
): Begin {
  const t = useTexts();
  const navigate = useNavigate();
  const each = useDoing();
  const { at } = selection;
  const begin: Begin = {
    take: () => {
      const act = ({ id }: ActedOn) =>
        huiyin.post('/api/v1/feedback/{idOrReference}/take', { path: { idOrReference: id } });
      void each(meant, act, (count) => t('taken', { count }));
    },
    resolve: () => open('resolve'),
    handOver: () => open('handOver'),
    ask: () => open('ask'),
  };
  const marked = items[at];
  useShortcuts([
    { keys: 'j', says: t('down'), run: () => selection.go(at + 1) },
    { keys: 'k', says: t('up'), run: () => selection.go(at - 1) },
    { keys: 'Down', says: t('down'), run: () => selection.go(at + 1) },
    { keys: 'Up', says: t('up'), run: () => selection.go(at - 1) },
    { keys: 'x', says: t('mark'), run: () => marked && selection.toggle(marked.id) },
    { keys: 'o', says: t('open'), run: () => marked && void navigate(`/feedback/${marked.reference}`) },
    { keys: 't', says: t('take'), run: begin.take },
    { keys: 'r', says: t('resolve'), run: begin.resolve },
    { keys: 'h', says: t('handOver'), run: begin.handOver },
    { keys: 'a', says: t('ask'), run: begin.ask },
    { keys: 'Escape', says: t('clear'), run: selection.clear },
  ]);
  return begin;
}

function Actions({ selection, begin }: { selection: Selection; begin: Begin }) {
  const t = useTexts();
  const mayAsk = useMay()('feedback:write');
  const { size } = selection.ids;
  return (
    <div className="queue-acts" role="toolbar" aria-label={t('selected', { n: size })}>
      <Button type="primary" onClick={begin.resolve}>
        {t('resolve')} <kbd>r</kbd>
      </Button>
      <Button onClick={begin.take}>
        {t('take')} <kbd>t</kbd>
      </Button>
      <Button onClick={begin.handOver}>
        {t('handOver')} <kbd>h</kbd>
      </Button>
      {mayAsk && (
        <Button onClick={begin.ask}>
          {t('ask')} <kbd>a</kbd>
        </Button>
      )}
      <span className="faint queue-selected" role="status">
        {size > 0 ? t('selected', { n: size }) : <span className="queue-hint">{t('none')}</span>}
      </span>
      {size > 0 && (
        <Button type="link" onClick={selection.clear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

function Sentence({ items, more }: { items: readonly ItemRow[]; more: boolean }) {
  const t = useTexts();
  const now = useNow();
  const count = (urgency: string) => items.filter(({ limitAt }) => urgencyOf(limitAt, now) === urgency).length;
  const [late, close] = [count('late'), count('close')];
  const first = (Date.parse(items[0]?.limitAt ?? '') - now) / 1_000;
  const says = late > 0 ? (close > 0 ? 'late' : 'lateOnly') : close > 0 ? 'close' : 'calm';
  // What has not been fetched yet runs out later; only when all that is here is late may there be more of it.
  const all = (count: number) => (more && count === items.length ? `${count}+` : count);
  return t(says, { late: all(late), close: all(close), time: duration(first) });
}
