import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { usePreferences } from '../../app/preferences';
import type { ItemRow } from '../../parts/item-rows';
import { useNames } from '../../parts/names';
import { useNow } from '../../parts/now';
import { TimeLeft, urgencyOf, When } from '../../parts/time';
import { useUnits } from '../../parts/units';
import type { Selection } from './selection';
import { useTexts } from './texts';

const AHEAD = 30;
const ROW = { dense: 40, roomy: 52 } as const;

/** The queue: any number of rows, of which only those that are seen are in the page. */
export function QueueRows(props: {
  readonly items: readonly ItemRow[];
  readonly selection: Selection;
  /** Called when the end comes near. */
  readonly onEnd: () => void;
}) {
  const { items, selection, onEnd } = props;
  const t = useTexts();
  const { density } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component itself
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW[density],
    overscan: 10,
  });
  const drawn = rows.getVirtualItems();
  const near = (drawn.at(-1)?.index ?? 0) > items.length - AHEAD;
  useEffect(() => {
    if (near) onEnd();
  }, [near, onEnd]);
  const { at } = selection;
  useEffect(() => rows.scrollToIndex(at), [at, rows]);

  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    selection.go(at + step, event.shiftKey);
  };
  return (
    <div className="rows rows-tall" ref={scroller} role="list" aria-label={t('list')} tabIndex={0} onKeyDown={press}>
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start, size }) => (
          <Row
            key={items[index]!.id}
            item={items[index]!}
            place={{ height: size, transform: `translateY(${start}px)` }}
            marked={index === at}
            selected={selection.ids.has(items[index]!.id)}
            onMark={() => selection.go(index)}
            onSelect={() => selection.toggle(items[index]!.id)}
          />
        ))}
      </div>
    </div>
  );
}

function Row(props: {
  item: ItemRow;
  place: Record<string, string | number>;
  marked: boolean;
  selected: boolean;
  onMark: () => void;
  onSelect: () => void;
}) {
  const { item, place, marked, selected, onMark, onSelect } = props;
  const t = useTexts();
  const names = useNames();
  const units = useUnits();
  const urgency = urgencyOf(item.limitAt, useNow());
  return (
    <div
      role="listitem"
      className={`row queue-row row-${urgency}${marked ? ' row-marked' : ''}`}
      style={place}
      aria-current={marked}
      onMouseDown={onMark}
    >
      <Checkbox checked={selected} aria-label={t('select', { reference: item.reference })} onChange={onSelect} />
      <span className="tag">{item.kind ? names.kind(item.kind) : '–'}</span>
      <Link className="row-words queue-words" to={`/feedback/${item.reference}`} tabIndex={-1}>
        {item.text}
      </Link>
      <span className="figure faint queue-wide">
        {item.reference}
        {item.cycle > 1 && <span className="left-close"> {t('cycle', { n: item.cycle })}</span>}
      </span>
      <span className="row-words faint queue-wide">{units.pathOf(item.unit)}</span>
      <span className="faint queue-wide">
        <When iso={item.receivedAt} />
      </span>
      <span className="row-end">
        <TimeLeft limitAt={item.limitAt} />
      </span>
    </div>
  );
}
