import { Button, Input } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../api/client';
import { useShortcuts } from '../../app/keys';
import { useClusterEdits } from '../../parts/cluster-edits';
import { ChooseCluster } from './choose';
import type { Cluster } from './cluster';
import { useTexts } from './texts';

/** What can be done with selected items: a cluster of their own, or another one. */
export function Picked({
  cluster: { id },
  ids,
  onDone,
}: {
  cluster: Cluster;
  ids: readonly string[];
  onDone: () => void;
}) {
  const t = useTexts();
  const { change, busy } = useClusterEdits();
  const [name, setName] = useState('');
  const [choosing, setChoosing] = useState(false);
  const feedbackIds = [...ids];
  const finish = (done: unknown) => {
    if (!done) return;
    setName('');
    onDone();
  };
  const split = () => {
    if (feedbackIds.length === 0 || busy) return;
    const body = { feedbackIds, ...(name.trim() && { name: name.trim() }) };
    const make = () => huiyin.post('/api/v1/clusters/{id}/split', { path: { id }, body });
    void change({ said: t('splitDone', { count: feedbackIds.length }), make }).then(finish);
  };
  const move = (to: { id: string; name: string }) => {
    setChoosing(false);
    const make = () => huiyin.post('/api/v1/clusters/{id}/move', { path: { id }, body: { feedbackIds, to: to.id } });
    void change({ said: t('moveDone', { count: feedbackIds.length, name: to.name }), make }).then(finish);
  };
  useShortcuts([{ keys: 's', says: t('split'), run: split }]);
  if (ids.length === 0) return <p className="faint small picked-hint">{t('pickHint')}</p>;
  return (
    <div className="picked" role="region" aria-label={t('picked', { n: ids.length })}>
      <span>{t('picked', { n: ids.length })}</span>
      <Input
        className="filter-wide"
        value={name}
        maxLength={200}
        aria-label={t('splitName')}
        placeholder={t('splitName')}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={split}
      />
      <Button type="primary" loading={busy} onClick={split}>
        {t('split')} <kbd>s</kbd>
      </Button>
      <Button onClick={() => setChoosing(true)}>{t('move')}</Button>
      <Button type="text" onClick={onDone}>
        {t('drop')}
      </Button>
      <ChooseCluster
        open={choosing}
        title={t('move')}
        without={id}
        onClose={() => setChoosing(false)}
        onChosen={move}
      />
    </div>
  );
}
