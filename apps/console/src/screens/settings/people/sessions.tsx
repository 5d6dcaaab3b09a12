import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { ask, huiyin } from '../../../api/client';
import { Empty } from '../../../parts/states';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import type { Person } from './person-sheet';
import { useTexts } from './texts';

/** Where somebody is signed in, and the way to end it. */
export function Sessions({ of: person, onClose }: { of: Person | undefined; onClose: () => void }) {
  const t = useTexts();
  return (
    <Drawer
      open={person !== undefined}
      onClose={onClose}
      size="min(640px, 100vw)"
      title={t('sessionsOf', { name: person?.displayName ?? '' })}
      destroyOnHidden
    >
      {person && <List person={person} />}
    </Drawer>
  );
}

function List({ person }: { person: Person }) {
  const t = useTexts();
  const { message } = App.useApp();
  const path = { id: person.id };
  const sessions = useQuery(ask('/api/v1/people/{id}/sessions', { path }));
  const ending = useSaving({
    save: () => huiyin.delete('/api/v1/people/{id}/sessions', { path }),
    touches: ['/api/v1/people/{id}/sessions'],
    onSaved: () => void message.success(t('signedOut')),
  });
  return (
    <Answered of={sessions}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('noSessions')} />
        ) : (
          <div className="stack">
            <Grid
              label={t('sessions')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { title: t('method'), cell: ({ method }) => t(method === 'oidc' ? 'oidc' : 'password1') },
                { title: t('device'), wide: true, cell: ({ agent }) => <span className="small">{agent ?? '–'}</span> },
                { title: t('since'), cell: ({ createdAt }) => <When iso={createdAt} /> },
                { title: t('seen'), cell: ({ lastSeenAt }) => <When iso={lastSeenAt} /> },
              ]}
            />
            <div>
              <Button onClick={() => ending.mutate()} loading={ending.isPending}>
                {t('signOut')}
              </Button>
            </div>
          </div>
        )
      }
    </Answered>
  );
}
