import { SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { useMay } from '../../app/session';
import { Page } from '../../parts/page';
import { useUrlState } from '../../parts/url-state';
import './board.css';
import { Editor } from './editor';
import type { Editing } from './post';
import { Posts } from './posts';
import { Queue } from './queue';
import { SettingSheet } from './setting-sheet';
import { useTexts } from './texts';

const TABS = ['waiting', 'posts', 'withdrawn', 'kept'] as const;

/** The public board as staff look after it: what visitors suggest, and what is public. */
export function Component() {
  const t = useTexts();
  const isAdmin = useMay()('admin');
  const [{ tab = 'waiting', cluster }, change] = useUrlState(['tab', 'cluster'] as const);
  const [editing, setEditing] = useState<Editing | null>(cluster ? { kind: 'cluster', clusterId: cluster } : null);
  const [settings, setSettings] = useState(false);
  const { data: setting } = useQuery(ask('/api/v1/board/settings'));
  const { data: waiting } = useQuery(ask('/api/v1/board/submissions', { query: { state: 'waiting', limit: 200 } }));
  const count = waiting?.items.length ?? 0;
  const sentence =
    setting?.open === false ? t('closedSentence') : count > 0 ? t('waitingSentence', { count }) : t('noneSentence');
  const labels = { waiting: t('waiting'), posts: t('posts'), withdrawn: t('withdrawnTab'), kept: t('kept') };
  const shown = {
    waiting: <Queue state="waiting" onPublish={setEditing} />,
    posts: <Posts shown onEdit={setEditing} />,
    withdrawn: <Posts shown={false} onEdit={setEditing} />,
    kept: <Queue state="kept" onPublish={setEditing} />,
  };
  return (
    <Page
      title={t('title')}
      sentence={waiting && setting ? sentence : ' '}
      actions={
        <>
          <Button href="/board" target="_blank" rel="noopener">
            {t('openBoard')}
          </Button>
          {isAdmin && (
            <Button icon={<SettingOutlined />} aria-label={t('settings')} onClick={() => setSettings(true)} />
          )}
          <Button type="primary" onClick={() => setEditing({ kind: 'cluster' })}>
            {t('publish')}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(next) => change({ tab: next === 'waiting' ? undefined : next })}
        items={TABS.map((key) => ({ key, label: labels[key], children: tab === key ? shown[key] : null }))}
      />
      {editing && (
        <Editor
          editing={editing}
          onClose={() => {
            setEditing(null);
            change({ cluster: undefined });
          }}
        />
      )}
      {settings && setting && <SettingSheet setting={setting} onClose={() => setSettings(false)} />}
    </Page>
  );
}
