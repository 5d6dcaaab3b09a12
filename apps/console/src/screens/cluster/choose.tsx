import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { ask } from '../../api/client';
import type { ClusterRow } from '../../parts/cluster-edits';
import { useTexts } from './texts';

interface Choosing {
  readonly open: boolean;
  readonly title: string;
  /** The cluster that cannot be chosen: this one. */
  readonly without: string;
  readonly onClose: () => void;
  readonly onChosen: (cluster: ClusterRow) => void;
}

const SHOWN = 10;

/** Finds another cluster by its name or by words of its items; chosen by mouse or by arrows and Enter. */
export function ChooseCluster(props: Choosing) {
  const { open, title, onClose } = props;
  return (
    <Modal open={open} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <Search {...props} />
    </Modal>
  );
}

function Search({ without, onChosen }: Choosing) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    ...ask('/api/v1/clusters', { query: { limit: SHOWN + 1, ...(q && { q }) } }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter(({ id }) => id !== without).slice(0, SHOWN);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setMarked((now) => (now + step + found.length) % Math.max(1, found.length));
    }
    const chosen = found[marked];
    if (event.key === 'Enter' && chosen && q === typed.trim()) onChosen(chosen);
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        value={typed}
        placeholder={t('chooseHint')}
        aria-label={t('chooseHint')}
        aria-controls="choose-goals"
        onChange={({ target }) => {
          setTyped(target.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <ul className="jump-goals" id="choose-goals" role="listbox" aria-label={t('choose')}>
        {found.map((cluster, place) => (
          <li
            key={cluster.id}
            role="option"
            aria-selected={place === marked}
            onMouseEnter={() => setMarked(place)}
            onClick={() => onChosen(cluster)}
          >
            <span>{cluster.name}</span>
            <span className="faint small figure">{t('people', { count: cluster.customers })}</span>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className="faint">{t('none')}</p>}
    </>
  );
}
