import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../../app/keys';
import { usePreferences } from '../../app/preferences';
import { useMay } from '../../app/session';
import type { ClusterRow } from '../../parts/cluster-edits';
import { useCurves, useMerging, type useClusters } from './data';
import { Row } from './row';
import type { Choice } from './choice';
import { SelectionBar } from './selection-bar';
import { useTexts } from './texts';

const AHEAD = 20;

/** Clusters, as many as there are: only the rows that are seen are in the page. Rows are merged by dragging or by choosing. */
export function ClusterList({ list }: { list: ReturnType<typeof useClusters> }) {
  const t = useTexts();
  const mayEdit = useMay()('clusters:write');
  const { density } = usePreferences();
  const { clusters, pages, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const curves = useCurves(pages);
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component itself
  const rows = useVirtualizer({
    count: clusters.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (density === 'dense' ? 36 : 44),
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > clusters.length - AHEAD) void fetchNextPage();
  }, [last, clusters.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const choice = useChoice(clusters);
  const { merge, undoLast } = useMerging();
  const mergeChosen = () => {
    if (choice.into && choice.chosen.length > 1) void merge(choice.others, choice.into).then(choice.clear);
  };
  const mark = useMark(clusters, (index) => rows.scrollToIndex(index));
  useShortcuts([
    { keys: 'x', says: t('select'), run: () => mark.cluster && choice.toggle(mark.cluster.id) },
    { keys: 'm', says: t('mergeKey'), run: mergeChosen },
    { keys: 'u', says: t('undo'), run: undoLast },
  ]);
  return (
    <>
      <div className="rows rows-tall cluster-rows" ref={scroller} role="list" aria-label={t('list')} tabIndex={0}>
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {drawn.map(({ index, start, size }) => {
            const cluster = clusters[index]!;
            return (
              <Row
                key={cluster.id}
                cluster={cluster}
                weeks={curves.get(cluster.id)}
                place={{ height: size, transform: `translateY(${start}px)` }}
                marked={index === mark.index}
                chosen={choice.isChosen(cluster.id)}
                onChoose={mayEdit ? () => choice.toggle(cluster.id) : undefined}
                onDropped={(from) => {
                  const dragged = clusters.find(({ id }) => id === from);
                  if (dragged && dragged.id !== cluster.id) void merge([dragged], cluster);
                }}
              />
            );
          })}
        </div>
      </div>
      {mayEdit && <SelectionBar choice={choice} onMerge={mergeChosen} />}
    </>
  );
}

function useChoice(clusters: readonly ClusterRow[]): Choice {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [turned, setTurned] = useState(0);
  const chosen = ids.flatMap((id) => clusters.find((one) => one.id === id) ?? []);
  const ordered = chosen.toSorted((a, b) => b.customers - a.customers);
  const into = ordered[turned % Math.max(1, ordered.length)];
  return {
    chosen,
    into,
    others: chosen.filter((one) => one !== into),
    isChosen: (id) => ids.includes(id),
    toggle: (id) => {
      setTurned(0);
      setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
    },
    swap: () => setTurned((now) => now + 1),
    clear: () => setIds([]),
  };
}

/** The row at which the keyboard is. */
function useMark(clusters: readonly ClusterRow[], show: (index: number) => void) {
  const t = useTexts();
  const navigate = useNavigate();
  const [index, setIndex] = useState(-1);
  const go = (step: number) => {
    const next = Math.min(clusters.length - 1, Math.max(0, index + step));
    setIndex(next);
    show(next);
  };
  const cluster = clusters[index];
  const open = () => cluster && void navigate(`/clusters/${cluster.id}`);
  useShortcuts([
    { keys: 'j', says: t('next'), run: () => go(1) },
    { keys: 'k', says: t('previous'), run: () => go(-1) },
    { keys: 'Down', says: t('next'), run: () => go(1) },
    { keys: 'Up', says: t('previous'), run: () => go(-1) },
    ...(cluster ? [{ keys: 'Enter', says: t('open'), run: open }] : []),
  ]);
  return { index, cluster };
}
