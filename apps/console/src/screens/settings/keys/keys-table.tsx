import { App, Button, Popover } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../../api/client';
import { moment } from '../../../i18n/figures';
import { useActors } from '../../../parts/actors';
import { useNow } from '../../../parts/now';
import { When } from '../../../parts/time';
import { useUnits } from '../../../parts/units';
import { Grid } from '../grid';
import { useSaving } from '../saving';
import type { Secret } from '../secret';
import { useTexts as useSharedTexts } from '../texts';
import { KEYS, type Key } from './new-key';
import { RotateKey } from './rotate-key';
import { useTexts } from './texts';

/** The keys, with what each may do and when it was last used. */
export function KeysTable({ keys, onSecret }: { keys: readonly Key[]; onSecret: (secret: Secret) => void }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const units = useUnits();
  const actors = useActors(keys.map(({ createdBy }) => createdBy));
  const [rotating, setRotating] = useState<Key | undefined>();
  return (
    <>
      <Grid
        label={t('title')}
        rows={keys}
        keyOf={({ id }) => id}
        dimmed={({ revokedAt }) => revokedAt !== null}
        columns={[
          {
            title: t('name'),
            wide: true,
            cell: ({ name, source, unit }) => (
              <>
                {name} {source && <span className="tag">{source}</span>}{' '}
                {unit && <span className="tag">{units.nameOf(unit)}</span>}
              </>
            ),
          },
          { title: t('may'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
          { title: t('state'), cell: (key) => <State of={key} /> },
          { title: t('used'), cell: ({ lastUsedAt }) => (lastUsedAt ? <When iso={lastUsedAt} /> : <span className="faint">{shared('never')}</span>) }, // prettier-ignore
          { title: t('by'), cell: ({ createdBy }) => <span className="faint">{actors(createdBy)}</span> },
          { title: shared('actions'), cell: (key) => <Doing of={key} onRotate={() => setRotating(key)} /> },
        ]}
      />
      <RotateKey of={rotating} onClose={() => setRotating(undefined)} onSecret={onSecret} />
    </>
  );
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  const t = useTexts();
  const [first, ...others] = scopes;
  if (others.length === 0) return <span className="code small">{first}</span>;
  const all = scopes.map((scope) => (
    <div key={scope} className="code small">
      {scope}
    </div>
  ));
  return (
    <Popover content={all} trigger={['hover', 'click']}>
      <button type="button" className="link-button">
        {t('more', { count: scopes.length })}
      </button>
    </Popover>
  );
}

function State({ of: { revokedAt, expiresAt, previousUntil, orphaned } }: { of: Key }) {
  const t = useTexts();
  const now = useNow();
  if (revokedAt) return t('revoked');
  if (expiresAt && Date.parse(expiresAt) < now) return <span className="late">{t('expired')}</span>;
  if (orphaned) return <span className="close-to">{t('orphaned')}</span>;
  if (previousUntil && Date.parse(previousUntil) > now) return t('twoSecrets', { until: moment(previousUntil) });
  return expiresAt ? t('until', { until: moment(expiresAt) }) : t('working');
}

function Doing({ of: key, onRotate }: { of: Key; onRotate: () => void }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const now = useNow();
  const { modal } = App.useApp();
  const revoking = useSaving({
    save: () => huiyin.delete('/api/v1/keys/{id}', { path: { id: key.id } }),
    touches: [KEYS],
  });
  const ending = useSaving({
    save: () => huiyin.delete('/api/v1/keys/{id}/secrets/{which}', { path: { id: key.id, which: 'previous' } }),
    touches: [KEYS],
  });
  if (key.revokedAt) return null;
  const ask = () =>
    modal.confirm({
      title: t('revokeTitle', { name: key.name }),
      content: t('revokeHint'),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      cancelText: shared('cancel'),
      onOk: () => revoking.mutateAsync().catch(() => undefined),
    });
  return (
    <div className="line">
      {key.previousUntil && Date.parse(key.previousUntil) > now ? (
        <Button size="small" onClick={() => ending.mutate()}>
          {t('endOld')}
        </Button>
      ) : (
        <Button size="small" onClick={onRotate}>
          {t('rotate')}
        </Button>
      )}
      <Button size="small" danger onClick={() => void ask()}>
        {t('revoke')}
      </Button>
    </div>
  );
}
