import { LockOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import { count } from '../../i18n/figures';
import { useCategories } from '../../parts/categories';
import type { ClusterRow } from '../../parts/cluster-edits';
import { Growth } from '../../parts/growth';
import { useNames } from '../../parts/names';
import { When } from '../../parts/time';
import { Sparkline } from './sparkline';
import { useTexts } from './texts';

/** Under which the id of a dragged cluster is carried. */
const CARRIED = 'application/x-huiyin-cluster';

/** One cluster: the sentence, how many people, rising or falling. */
export function Row(props: {
  cluster: ClusterRow;
  weeks: readonly number[] | undefined;
  place: Record<string, string | number>;
  marked: boolean;
  chosen: boolean;
  /** Left out for those who may not edit. */
  onChoose: (() => void) | undefined;
  /** Another cluster, by its id, was dropped on this one. */
  onDropped: (id: string) => void;
}) {
  const { cluster, weeks, place, marked, chosen, onChoose, onDropped } = props;
  const { id, name, customers, size, open, growth, category, status, locked, lastSeenAt } = cluster;
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  const { over, ...drag } = useDrag(id, onDropped);
  const className = `row cluster-row${marked || chosen ? ' row-marked' : ''}${over ? ' row-target' : ''}`;
  return (
    <div
      role="listitem"
      className={className}
      style={place}
      draggable={onChoose !== undefined}
      {...(onChoose ? drag : {})}
    >
      {onChoose ? (
        <Checkbox checked={chosen} onChange={onChoose} aria-label={t('pick', { name })} />
      ) : (
        <span aria-hidden="true" />
      )}
      <span className="cluster-name">
        <Link to={`/clusters/${id}`} draggable={false}>
          {name}
        </Link>
        {locked && <LockOutlined className="faint" aria-label={t('locked')} title={t('locked')} />}
      </span>
      <strong className="figure" title={t('items', { count: size, open })}>
        {t('people', { count: customers })}
      </strong>
      <span className="cluster-growth">
        <Sparkline weeks={weeks} label={t('curve', { weeks: weeks?.map(count).join(' ') ?? '' })} />
        <Growth growth={growth} />
      </span>
      <span className="row-words faint">{categories.nameOf(category)}</span>
      <span className={status === 'open' ? 'faint' : undefined}>{names.clusterStatus(status)}</span>
      <span className="faint row-end">
        <When iso={lastSeenAt} />
      </span>
    </div>
  );
}

function useDrag(id: string, onDropped: (id: string) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(CARRIED, id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(CARRIED)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDropped(event.dataTransfer.getData(CARRIED));
    },
  };
}
