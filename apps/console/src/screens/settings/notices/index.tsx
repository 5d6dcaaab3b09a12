import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { Page } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { CHANNELS, ChannelSheet, type Channel } from './channel-sheet';
import { ChannelsTable } from './channels-table';
import { useTexts } from './texts';

/** Where staff are told of what is urgent. */
export default function Notices() {
  const t = useTexts();
  const channels = useQuery(ask(CHANNELS));
  const [edited, setEdited] = useState<Channel | 'new' | undefined>();
  const [looked, setLooked] = useState<Channel | undefined>();
  const add = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} sentence={t('sentence')} actions={add}>
      <Answered of={channels} rows={4}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} />
          ) : (
            <ChannelsTable channels={all} onEdit={setEdited} onAttempts={setLooked} />
          )
        }
      </Answered>
      <ChannelSheet of={edited} onClose={() => setEdited(undefined)} />
      <Drawer
        open={looked !== undefined}
        onClose={() => setLooked(undefined)}
        size="min(640px, 100vw)"
        title={t('attemptsOf', { name: looked?.name ?? '' })}
        destroyOnHidden
      >
        {looked && <Attempts id={looked.id} />}
      </Drawer>
    </Page>
  );
}

function Attempts({ id }: { id: string }) {
  const t = useTexts();
  const attempts = useQuery(ask('/api/v1/notice-channels/{id}/attempts', { path: { id }, query: { limit: 200 } }));
  return (
    <Answered of={attempts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('noAttempts')} />
        ) : (
          <Grid
            label={t('attempts')}
            rows={items}
            keyOf={(one) => one.id}
            columns={[
              { title: t('at'), cell: ({ at }) => <When iso={at} /> },
              {
                title: t('what'),
                wide: true,
                cell: ({ test, notices }) => (test ? t('aTest') : t('notices', { count: notices })),
              },
              { title: t('answer'), cell: ({ error, status, code }) => <span className={error ? 'late import-problem' : 'helped'}>{error ?? code ?? status}</span> }, // prettier-ignore
            ]}
          />
        )
      }
    </Answered>
  );
}
