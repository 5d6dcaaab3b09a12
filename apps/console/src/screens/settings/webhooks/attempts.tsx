import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { ask } from '../../../api/client';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import type { Hook } from './hooks';
import { useTexts } from './texts';

const LOOK_AGAIN_MS = 5_000;

/** Every try of a webhook in the last thirty days, the latest first. */
export function Attempts({ of: hook, onClose }: { of: Hook | undefined; onClose: () => void }) {
  const t = useTexts();
  return (
    <Drawer
      open={hook !== undefined}
      onClose={onClose}
      size="min(760px, 100vw)"
      title={t('attemptsOf', { url: hook?.url ?? '' })}
      destroyOnHidden
    >
      {hook && <List id={hook.id} />}
    </Drawer>
  );
}

function List({ id }: { id: string }) {
  const t = useTexts();
  const attempts = useQuery({
    ...ask('/api/v1/webhooks/{id}/attempts', { path: { id }, query: { limit: 200 } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (
    <Answered of={attempts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('noAttempts')} hint={t('noAttemptsHint')} />
        ) : (
          <Grid
            label={t('attempts')}
            rows={items}
            keyOf={(one) => one.id}
            columns={[
              { title: t('at'), cell: ({ at }) => <When iso={at} /> },
              { title: t('event'), wide: true, cell: ({ event, messageId }) => <>{event} <div className="faint small code">{messageId}</div></> }, // prettier-ignore
              {
                title: t('answer'),
                cell: ({ status, error }) => (
                  <span className={error ? 'late import-problem' : 'helped'}>{error ?? status}</span>
                ),
              },
              { title: t('took'), figures: true, cell: ({ durationMs }) => t('ms', { n: durationMs }) },
            ]}
          />
        )
      }
    </Answered>
  );
}
