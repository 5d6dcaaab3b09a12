import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNames, type ClusterStatus } from '../../parts/names';
import { Panel } from '../../parts/page';
import { useChanging } from './changing';
import type { Cluster } from './cluster';
import { useTexts } from './texts';

const STATUSES: readonly ClusterStatus[] = ['open', 'planned', 'in-progress', 'done', 'declined', 'dismissed'];

/** How it stands, and what everybody may read of that. */
export function Decide({ cluster, mayEdit }: { cluster: Cluster; mayEdit: boolean }) {
  const t = useTexts();
  const names = useNames();
  if (mayEdit) return <Deciding key={`${cluster.status} ${cluster.publicWords ?? ''}`} cluster={cluster} />;
  return (
    <Panel title={t('decide')}>
      <p>{names.clusterStatus(cluster.status)}</p>
      {cluster.publicWords && <p className="faint">{cluster.publicWords}</p>}
    </Panel>
  );
}

function Deciding({ cluster }: { cluster: Cluster }) {
  const t = useTexts();
  const names = useNames();
  const { set, busy } = useChanging(cluster.id);
  const [status, setStatus] = useState(cluster.status);
  const [words, setWords] = useState(cluster.publicWords ?? '');
  const changed = status !== cluster.status || words.trim() !== (cluster.publicWords ?? '');
  const save = () => {
    const publicWords = words.trim() || null;
    const told = publicWords === cluster.publicWords ? {} : { publicWords };
    void set({ status, ...told }, t('decided', { status: names.clusterStatus(status) }));
  };
  return (
    <Panel title={t('decide')}>
      <Radio.Group
        className="decide-statuses"
        aria-label={t('decide')}
        value={status}
        options={STATUSES.map((value) => ({ value, label: names.clusterStatus(value) }))}
        onChange={({ target }) => setStatus(target.value as ClusterStatus)}
      />
      <label className="decide-words">
        {t('words')}
        <Input.TextArea value={words} maxLength={2_000} rows={2} onChange={({ target }) => setWords(target.value)} />
      </label>
      <div className="decide-foot">
        <span className="faint small">{t('wordsHint')}</span>
        <Button type="primary" disabled={!changed} loading={busy} onClick={save}>
          {t('decideSave')}
        </Button>
      </div>
    </Panel>
  );
}
