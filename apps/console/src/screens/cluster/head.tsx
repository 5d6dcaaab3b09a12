import { EditOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { huiyin } from '../../api/client';
import { useShortcuts } from '../../app/keys';
import { useCategories } from '../../parts/categories';
import { useNames } from '../../parts/names';
import { When } from '../../parts/time';
import { useChanging } from './changing';
import { ChooseCluster } from './choose';
import type { Cluster } from './cluster';
import { useTexts } from './texts';

/** The name, which can be changed where it stands, and what can be done with the whole cluster. */
export function Head({ cluster, mayEdit, answer }: { cluster: Cluster; mayEdit: boolean; answer: ReactNode }) {
  const t = useTexts();
  const [renaming, setRenaming] = useState(false);
  const { set } = useChanging(cluster.id);
  const rename = (name: string) => {
    setRenaming(false);
    if (name && name !== cluster.name) void set({ name }, t('renamed', { name }));
  };
  return (
    <div>
      <Facts cluster={cluster} />
      <div className="page-head">
        {renaming ? (
          <Renaming name={cluster.name} onSave={rename} onCancel={() => setRenaming(false)} />
        ) : (
          <h1 className="cluster-title">{cluster.name}</h1>
        )}
        {mayEdit && !renaming && (
          <Button
            type="text"
            aria-label={t('rename')}
            title={t('rename')}
            icon={<EditOutlined />}
            onClick={() => setRenaming(true)}
          />
        )}
        {mayEdit && (
          <div className="page-actions">
            <Doing cluster={cluster} />
            {answer}
          </div>
        )}
      </div>
    </div>
  );
}

function Facts({ cluster: { category, status, locked, firstSeenAt, lastSeenAt } }: { cluster: Cluster }) {
  const t = useTexts();
  const names = useNames();
  const categories = useCategories();
  return (
    <p className="faint small cluster-facts">
      <Link to="/clusters">{t('back')}</Link>
      <span>{categories.nameOf(category)}</span>
      <span>{names.clusterStatus(status)}</span>
      {locked && (
        <span>
          <LockOutlined /> {t('wasLocked')}
        </span>
      )}
      <span>
        <When iso={firstSeenAt} /> – <When iso={lastSeenAt} />
      </span>
    </p>
  );
}

function Renaming(props: { name: string; onSave: (name: string) => void; onCancel: () => void }) {
  const { name, onSave, onCancel } = props;
  const t = useTexts();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="cluster-renaming"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.trim());
      }}
    >
      <Input
        autoFocus
        aria-label={t('name')}
        value={typed}
        maxLength={200}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      />
      <Button type="primary" htmlType="submit" disabled={typed.trim() === ''}>
        {t('save')}
      </Button>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </form>
  );
}

function Doing({ cluster: { id, locked } }: { cluster: Cluster }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { set, change, undoLast } = useChanging(id);
  const [choosing, setChoosing] = useState(false);
  const lock = () => void set({ locked: !locked }, t(locked ? 'wasUnlocked' : 'wasLocked'));
  const merge = async (into: { id: string; name: string }) => {
    setChoosing(false);
    const edits = await change({
      said: t('mergedInto', { name: into.name }),
      make: () => huiyin.post('/api/v1/clusters/{id}/merge', { path: { id }, body: { into: into.id } }),
    });
    if (edits) void navigate(`/clusters/${into.id}`);
  };
  useShortcuts([
    { keys: 'l', says: t(locked ? 'unlock' : 'lock'), run: lock },
    { keys: 'm', says: t('merge'), run: () => setChoosing(true) },
    { keys: 'u', says: t('undo'), run: undoLast },
  ]);
  return (
    <>
      <Button icon={locked ? <UnlockOutlined /> : <LockOutlined />} title={t('lockHint')} onClick={lock}>
        {t(locked ? 'unlock' : 'lock')}
      </Button>
      <Button onClick={() => setChoosing(true)}>{t('merge')}</Button>
      <ChooseCluster
        open={choosing}
        title={t('merge')}
        without={id}
        onClose={() => setChoosing(false)}
        onChosen={(into) => void merge(into)}
      />
    </>
  );
}
